"""What an article says that people are, and the short names of bodies."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract, extract_all
from qa.datatypes import Article, Attribution, Description, DescriptionKind

HEAD = "The harbour vote\n\n"


def described(text: str, kind: DescriptionKind) -> list[str]:
    """Return the descriptions of a kind as "who: [former] what [of whom]"."""
    return [shown(one) for one in extract_all(Article("a", HEAD + text)).descriptions if one.kind == kind]


def shown(one: Description) -> str:
    former = "former " if one.former else ""
    return f"{one.who}: {former}{one.what}" + (f" of {one.of}" if one.of else "")


def records(text: str) -> tuple[Attribution, ...]:
    return extract_all(Article("a", HEAD + text)).attributions


ROLES = [
    ("Sen. Ada Quill (R) of Ohio left.", ["Ada Quill: senator of Ohio"]),
    (
        "Ada Quill of Ohio, the Republican chairman of the Ferry Committee, left.",
        ["Ada Quill: chairman of Ferry Committee"],
    ),
    ("Ada Quill of Norland, a lawyer, left.", ["Ada Quill: lawyer"]),
    (
        "“It leaks,” Ada Quill said. “We shall see.”\n\nHer chief ferry engineer, Tom Hale, left.",
        ["Tom Hale: chief ferry engineer of Ada Quill"],
    ),
    ("Baroness Quill, who chairs the TFB, left.", ["Quill: chairman of TFB"]),
    ("Ada Quill, who now heads Orsa Labs, left.", ["Ada Quill: head of Orsa Labs"]),
    ("Ada Quill, who founded Orsa Labs in 2010, left.", ["Ada Quill: founder of Orsa Labs"]),
    ("Ada Quill, who once owned the Tide Hotel, left.", ["Ada Quill: former owner of Tide Hotel"]),
    ("Ada Quill, who leads the Reds, left.", ["Ada Quill: leader of Reds"]),
    ("“No,” said Ada Quill, Middle East director for Ferry Watch.", ["Ada Quill: director of Ferry Watch"]),
    ("“No,” said Ada Quill, director of the U.S.-based charity Ferry Watch.", ["Ada Quill: director of Ferry Watch"]),
    ("“No,” said Ada Quill, Asia head at the Harwick-based Ferry Watch.", ["Ada Quill: head of Ferry Watch"]),
    ("Lantern’s Editor-in-Chief Kristof Quaz said it leaks.", ["Kristof Quaz: editor of Lantern"]),
    ("Ada Quill, who leads Harwick in the final, left.", []),
    ("Ada Quill, who runs late, left.", []),
    ("Ada Quill, who heads a ferry union, left.", ["Ada Quill: head of ferry union"]),
    ("Ada Quill, who heads a union, left.", []),
    ("It was Bo Lund, a former Indian ambassador to Norland.", ["Bo Lund: former ambassador to norland of India"]),
    ("Rear Adm. Ned Hale left.", []),
    ("They doubt the skill of Harwick mayor Ada Quill’s team.", ["Ada Quill: mayor of Harwick"]),
    ("It was the work of Bank of Dene governor Ada Quill.", ["Ada Quill: governor of Bank of Dene"]),
    ("It was Dene flood advocate Ada Quill who left.", ["Ada Quill: flood advocate of Dene"]),
    ("It was commissioner Lieutenant-General Ned Hale who left.", ["Ned Hale: commissioner"]),
    ("Ada Quill, the head of the Orsa Ferry Board (OFB) in Dene, left.", ["Ada Quill: head of Orsa Ferry Board"]),
    ("It was Gov. Ada Quill of Ohio who left.", ["Ada Quill: governor of Ohio"]),
    ("“No,” said Guy Hale, a director at Orsa Labs who left.", ["Guy Hale: director of Orsa Labs"]),
    ("It was Ada Quill, head of the Council on Island Ferries.", ["Ada Quill: head of Council on Island Ferries"]),
    ("It was Ada Quill, head of the Council on Monday.", ["Ada Quill: head of Council"]),
    (
        "Then Ada Quill, director of the Institute on Ferries and president of the Guild, left.",
        ["Ada Quill: director of Institute on Ferries", "Ada Quill: president of Guild"],
    ),
    (
        "Then Ada Quill, president of the Dene Rowers and an opinion columnist for the Harwick Post, left.",
        ["Ada Quill: president of Dene Rowers", "Ada Quill: opinion columnist of Harwick Post"],
    ),
    (
        "Then Ada Quill, former mayor of Dene and current president of the Guild, left.",
        ["Ada Quill: former mayor of Dene", "Ada Quill: president of Guild"],
    ),
    (
        "The levee of Dene leaks badly on some days, said Ada Quill, president of the Dene Rowers who left.",
        ["Ada Quill: president of Dene Rowers"],
    ),
    (
        "Then Ada Quill, the mayor of Dene and Tom Brandt, the governor of Norland, left.",
        ["Tom Brandt: governor of Norland"],
    ),
    ("It was Ada Quill, Orsa’s regional director for Ohio and Utah.", ["Ada Quill: regional director of Orsa"]),
    ("It was Mayor Ada Quill of the Greens who left.", ["Ada Quill: mayor"]),
    ("It was President Ada Quill of the Philippines who left.", ["Ada Quill: president of Philippines"]),
    ("Then Mayor Ada Quill of Porto de Dene left.", ["Ada Quill: mayor of Porto de Dene"]),
    ("It was Republican Rep. Ada Quill of Ohio who left.", ["Ada Quill: republican representative of Ohio"]),
    ("It was Sen. Ada Quill (D-W.Va.) who left.", ["Ada Quill: democratic senator of West Virginia"]),
    ("It was Rep. Ada Quill, R-NY, who left.", ["Ada Quill: republican representative of New York"]),
    ("It was Ada Quill, the governor of Hale al-Dene.", ["Ada Quill: governor of Hale al-Dene"]),
    ("Then Tide Authority (TA) chief Ada Quill left.", ["Ada Quill: chief of Tide Authority"]),
    ("It was Norland's newly elected President Ada Quill.", ["Ada Quill: president of Norland"]),
    ("Then police spokesman General Ivo Brandt left.", ["Ivo Brandt: police spokesman"]),
    ("It was Ivo Brandt, a lawyer representing Orsa Labs.", ["Ivo Brandt: lawyer of Orsa Labs"]),
    ("It was Ivo Brandt, the minister for the environment.", ["Ivo Brandt: environment minister"]),
    ("Prime Minister Tony Quill left.", ["Tony Quill: prime minister"]),
    ("Tony Quill, the prime minister, left.", ["Tony Quill: prime minister"]),
    ("The mayor of Harwick, Una Strand, said so.", ["Una Strand: mayor of Harwick"]),
    ("Harwick mayor Una Strand left.", ["Una Strand: mayor of Harwick"]),
    ("Then Apple chief executive Ivo Brandt left.", ["Ivo Brandt: chief executive of Apple"]),
    ("It was Ivo Brandt, the finance chief of CMA.", ["Ivo Brandt: finance chief of CMA"]),
    ("On Monday Shadow Foreign Secretary Una Strand left.", ["Una Strand: shadow foreign secretary"]),
    ("Shadow foreign secretary Una Strand left.", ["Una Strand: shadow foreign secretary"]),
    (
        "The former Bears defensive coordinator Les Hale left.",
        ["Les Hale: former defensive coordinator of Bears"],
    ),
    (
        "Una Strand, co-founder and chief scientist of Orsa Labs, left.",
        ["Una Strand: co-founder of Orsa Labs", "Una Strand: chief scientist of Orsa Labs"],
    ),
    ("It was Lord Chancellor Lord Vane who spoke.", ["Vane: lord chancellor"]),
    (
        "The governor of Dene's central bank, Guy Hale, left.",
        ["Guy Hale: governor of Dene's central bank"],
    ),
    ("The Everton manager, Ned Pryce, left.", ["Ned Pryce: manager of Everton"]),
    ("The Israeli Prime Minister, Ada Quill, left.", ["Ada Quill: prime minister of Israel"]),
    ("South Korean president Ada Quill left.", ["Ada Quill: president of South Korea"]),
    ("Google's search chief, Ivo Brandt, left.", ["Ivo Brandt: search chief of Google"]),
    (
        "It came from Ivo Brandt, the chair of Orsa Labs’ board of directors.",
        ["Ivo Brandt: chairman of Orsa Labs’ board of directors"],
    ),
    ("Ivo Brandt, chairman of the board of directors of Orsa Labs, left.", ["Ivo Brandt: chairman of Orsa Labs"]),
    ("It was UN Secretary-General Otto Quill who left.", ["Otto Quill: secretary-general of UN"]),
    ("Una Strand, head of the tide group Ferry Watch, left.", ["Una Strand: head of Ferry Watch"]),
    ("Una Strand, president of the French sailing group ADAN, left.", ["Una Strand: president of ADAN"]),
    ("Una Strand, president of the French Sailors, left.", ["Una Strand: president of French Sailors"]),
    ("They met Orsa Labs CEO Ivo Brandt.", ["Ivo Brandt: chief executive of Orsa Labs"]),
    ("Una Strand, Minister for Health, left.", ["Una Strand: health minister"]),
    ("It was US Secretary of State Una Strand who left.", ["Una Strand: secretary of state of US"]),
    ("Una Strand, 45, a professor of history at Harwick University, left.",
     ["Una Strand: professor of history of Harwick University"]),
    ("The ex-mayor of Harwick, Una Strand, left.", ["Una Strand: former mayor of Harwick"]),
    ("The Tide Gallery grew. Una Strand, the gallery's director, left.", ["Una Strand: director of Tide Gallery"]),
    ("Now Tide Gallery sales rose at the Tide Gallery. The gallery's director, Una Strand, left.",
     ["Una Strand: director of Tide Gallery"]),
    ("They met at the Museum of Dene. Una Strand, director of the museum, left.",
     ["Una Strand: director of Museum of Dene"]),
    ("Harwick Council met Dene Council. Una Strand, leader of the council, left.", ["Una Strand: leader"]),
    ("The Green Party grew. Una Strand, leader of the party, left.", ["Una Strand: leader"]),
    ("Una Strand (mayor of Harwick) left.", ["Una Strand: mayor of Harwick"]),
    ("Una Strand is the head of research at Orsa Labs.", ["Una Strand: head of research of Orsa Labs"]),
    ("Labour MP Una Strand left.", ["Una Strand: mp of Labour"]),
    ("They saw Una Strand, UK managing director of Orsa Labs.", ["Una Strand: managing director of Orsa Labs"]),
    ("Dance teacher Una Strand left. They dance.", ["Una Strand: teacher"]),
    ("Area coroner Una Strand left.", ["Una Strand: coroner"]),
    ("Una Strand, area coroner for Harwick, left.", ["Una Strand: area coroner of Harwick"]),
    ("Department of Health permanent secretary Una Strand left.",
     ["Una Strand: permanent secretary of Department of Health"]),
    ("Una Strand, one of the founders of Orsa Labs, left.", ["Una Strand: founder of Orsa Labs"]),
    ("It was Ivo Brandt, who is one of the lawyers representing Orsa Labs, who left.",
     ["Ivo Brandt: lawyer of Orsa Labs"]),
    ("Una Strand, one of the best, left.", []),
    ("Una Strand, the matron at the time, left.", ["Una Strand: matron"]),
    ("Harwick hotelier Una Strand left.", ["Una Strand: hotelier of Harwick"]),
    ("Una Strand, a former sub-postmaster from Dene, left.", ["Una Strand: former sub-postmaster"]),
    ("Former Harwick mayor Una Strand left.", ["Una Strand: former mayor of Harwick"]),
    ("It was former mayor and home secretary Una Strand who left.",
     ["Una Strand: former mayor", "Una Strand: former home secretary"]),
    ("In a speech on tides Harwick mayor Una Strand said so.", ["Una Strand: mayor of Harwick"]),
    ("Harwick's previous mayor, Una Strand, left.", ["Una Strand: former mayor of Harwick"]),
    ("House Speaker Una Strand left.", ["Una Strand: speaker of House"]),
    ("The Harwick Inspector General Ivo Brandt left.", ["Ivo Brandt: inspector general of Harwick"]),
    ("Google's search head Zed Qazly left.", ["Zed Qazly: search head of Google"]),
    ("The bank's governor, Park Zeong, left.", ["Park Zeong: governor"]),
    ("Association of Chief Police Officers president Ivo Brandt left.",
     ["Ivo Brandt: president of Association of Chief Police Officers"]),
    ("Children's author Una Strand left.", ["Una Strand: author"]),
    ("Foreign Minister Prince Ivo Brandt left.", ["Ivo Brandt: foreign minister", "Ivo Brandt: prince"]),
    ("They met Lib Dem Home Affairs spokesman Ivo Brandt and Deputy High Court Judge Ada Quill.",
     ["Ada Quill: deputy judge of High Court"]),
    (
        "Una Strand, who is general secretary of the Bakers' Union, left.",
        ["Una Strand: general secretary of Bakers' Union"],
    ),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", ROLES, ids=[text for text, _ in ROLES])
def test_an_office_beside_a_name_is_found(text: str, expected: list[str]) -> None:
    assert described(text, DescriptionKind.ROLE) == expected


NO_ROLES = [
    "According to Una Strand, the mayor has resigned.",
    "Una Strand, the mayor said, had left.",
    "Una Strand, the mayor of Harwick, Ivo Brandt, and others left.",
    "When he was asked about the mayor, Una Strand left.",
    "Ivo Brandt beat Una Strand, the mayor and the clerk in the end were right.",
    "The son of the mayor of Harwick knows Una Strand.",
    "They told Una Strand, the mayor of Harwick will resign.",
    "Una Strand's mayor left.",
    "He spoke for the mayor, Una Strand said.",
    "In a letter to the home secretary Una Strand said: “It leaks.”",
    "Writing to the mayor Mr Strand said that it leaks.",
    "Una Strand and the mayor of Harwick left.",
    "On Monday Una Strand left.",
    "They met the mayor, Ivo Brandt, Una Strand and Guy Vane.",
    "Una Strand is not the mayor of Harwick.",
    "Una Strand, mother of two, left.",
    "They asked the striker Zeldis about it.",
    "A day before the General Election nobody spoke.",
]


@pytest.mark.parametrize("text", NO_ROLES, ids=NO_ROLES)
def test_a_noun_beside_a_name_that_is_somebody_else_is_no_office(text: str) -> None:
    assert described(text, DescriptionKind.ROLE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Department for Transport spokeswoman", "None: spokesman of Department for Transport"),
        ("The Ministry of Foreign Affairs spokesman Ned Pryce",
         "Ned Pryce: spokesman of Ministry of Foreign Affairs"),
        ("A Department of Health and Social Care spokesman",
         "None: spokesman of Department of Health and Social Care"),
        ("Lib Dem Home Affairs spokesman Ned Pryce", "Ned Pryce: home affairs spokesman of Lib Dem"),
    ],
    ids=["for a field", "of a field", "of two fields", "a field of a party's"],
)  # fmt: skip
def test_what_a_body_is_for_is_of_its_name_and_no_part_of_the_office(text: str, expected: str) -> None:
    assert described(f"{text} said: “It leaks.”", DescriptionKind.SPEAKS_FOR) == [expected]


def test_a_body_that_is_joined_to_another_is_no_field_of_it() -> None:
    text = "A Ministry of Ports and Harwick Council spokesman said: “It leaks.”"

    assert described(text, DescriptionKind.SPEAKS_FOR) == []


@pytest.mark.parametrize(
    ("text", "callings"),
    [
        ("According to Una Strand, a detective for the Harwick police was given a map. Strand said so.", ()),
        ("According to Una Strand, a detective in Harwick has a map. Strand said so.", ()),
        (
            "According to Una Strand, a detective in Harwick, the map was old. Strand said so.",
            ("detective",),
        ),
    ],
    ids=["a subject", "a subject of has", "what she is"],
)
def test_what_follows_according_to_somebody_says_what_they_are_only_between_commas(
    text: str, callings: tuple[str, ...]
) -> None:
    assert extract(Article("a", text))[-1].callings == callings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt, a representative for the Harwick Sheriff's Office, left.", True),
        ("Ivo Brandt, a representative of the Ports Authority, left.", True),
        ("Ivo Brandt, a representative from Ohio, left.", False),
    ],
    ids=["of an office", "of an authority", "of a state"],
)
def test_a_bodys_representative_speaks_for_it(text: str, expected: bool) -> None:
    assert bool(described(text, DescriptionKind.SPEAKS_FOR)) is expected


RELATIONS = [
    ("Tony Quill left. His lawyer Louise Hart stayed.", ["Louise Hart: lawyer of Tony Quill"]),
    ("Tony Quill left. Quill's brother Ivo Quill left.", ["Ivo Quill: brother of Tony Quill"]),
    ("Tony Quill left. Mr Quill's father, Guy Vane, stayed.", ["Guy Vane: father of Tony Quill"]),
    ("The lawyer for Tony Quill, Louise Hart, stayed.", ["Louise Hart: lawyer of Tony Quill"]),
    ("Louise Hart, a solicitor for Tony Quill, stayed.", ["Louise Hart: lawyer of Tony Quill"]),
    ("Ada Strand left. Guy Strand, her brother, stayed.", ["Guy Strand: brother of Ada Strand"]),
    ("Tony Quill, whose mother, Una Strand, left, stayed.", ["Una Strand: mother of Tony Quill"]),
    ("Louise Hart, Tony Quill's agent, stayed.", ["Louise Hart: agent of Tony Quill"]),
    ("Tony Quill left. “It is over,” his lawyer said.", ["None: lawyer of Tony Quill"]),
    ("Tony Quill left. Quill's lawyer said it was over.", ["None: lawyer of Tony Quill"]),
    ("Tony Quill left. A lawyer for Quill said it was over.", ["None: lawyer of Tony Quill"]),
    ("Tony Quill left. His mother, Zeldis, stayed.", ["Zeldis: mother of Tony Quill"]),
    (
        "Ahmed Quill was held. Quill was freed on Monday. His father, Tony Quill, said he was glad.",
        ["Tony Quill: father of Ahmed Quill"],
    ),
    ("Tony Quill's ex-wife Una Strand left.", ["Una Strand: former wife of Tony Quill"]),
    (
        "Ada Hale left. Tom Hale, her husband, stayed.",
        ["Ada Hale: wife of Tom Hale", "Tom Hale: husband of Ada Hale"],
    ),
    ("Una Strand, a friend of Tony Quill, left.", ["Una Strand: friend of Tony Quill"]),
    ("Tony Quill left. “He was kind,” his mother, Una Strand said.", ["Una Strand: mother of Tony Quill"]),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", RELATIONS, ids=[text for text, _ in RELATIONS])
def test_what_somebody_is_to_a_person_is_found(text: str, expected: list[str]) -> None:
    assert sorted(set(described(text, DescriptionKind.RELATION))) == expected


NO_RELATIONS = [
    "Una Strand left. The lawyer Louise Hart stayed.",
    "Tony Quill left, and so did mother Una Strand.",
    "Tony Quill met Ivo Brandt on Monday and they spoke. Their lawyer Louise Hart stayed.",
    "Tony Quill's brother met Una Strand.",
    "The brother of the mayor, Una Strand said, had left.",
    "Una Strand's friends and Ivo Brandt left.",
    "“I met my brother Ivo Brandt,” she said.",
    "Tony Quill left. His wife met President Ada Strand.",
    "Tony Quill's brother told President Ada Strand so.",
    "Ivo Brandt, the father of Harwick football, left.",
    "Tony Quill left in the rain. Strand sacked his lawyer, Louise Hart.",
    "They charged the officer, and Tony Quill sacked his lawyer, Louise Hart.",
    "Tony Quill met Ivo Brandt, and his lawyer, Louise Hart, stayed.",
    "Somebody left. His lawyer Louise Hart stayed.",
]


@pytest.mark.parametrize("text", NO_RELATIONS, ids=NO_RELATIONS)
def test_a_relative_of_nobody_certain_is_not_found(text: str) -> None:
    assert described(text, DescriptionKind.RELATION) == []


SPEAK_FOR = [
    ("Ports Authority spokesman Ned Pryce left.", ["Ned Pryce: spokesman of Ports Authority"]),
    ("Ned Pryce, a spokesman for the Ports Authority, left.", ["Ned Pryce: spokesman of Ports Authority"]),
    ("The Ports Authority's spokeswoman, Una Strand, left.", ["Una Strand: spokesman of Ports Authority"]),
    ("White House press secretary Una Strand left.", ["Una Strand: press secretary of White House"]),
    ("Harwick Council communications director Ned Pryce left.",
     ["Ned Pryce: communications director of Harwick Council"]),
    ("Tony Quill left. “No,” said Quill's official spokesman.", ["None: official spokesman of Tony Quill"]),
    ("A spokeswoman for the Ports Authority said it was late.", ["None: spokesman of Ports Authority"]),
    ("“It is late,” a Ports Authority spokesperson said.", ["None: spokesman of Ports Authority"]),
    ("Labour health spokesman Ivo Brandt left.", ["Ivo Brandt: health spokesman of Labour"]),
    ("Tony Quill left. Ned Pryce, a spokesman for Mr Quill, stayed.", ["Ned Pryce: spokesman of Tony Quill"]),
    ("Ned Pryce, the union's spokesman, left.", []),
    ("“It is late,” Ned Pryce, a Ports Authority spokesman said.", ["Ned Pryce: spokesman of Ports Authority"]),
    ("A spokesman for Mayor Tony Quill of Harwick said it was late.", ["None: spokesman of Tony Quill"]),
    ("Shadow spokesman for sport Zed Qazly said it was late.", []),
    ("Shadow spokesman for sport Tony Quill said it was late.", []),
    ("A spokesman for former president Tony Quill said it was late.", ["None: spokesman of Tony Quill"]),
    ("The spokesman Ned Pryce left.", []),
    ("A spokesman said it was late.", []),
    ("The Ports Authority met Ned Pryce, who had a spokesman.", []),
    ("Ned Pryce met a spokesman for the Ports Authority.", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", SPEAK_FOR, ids=[text for text, _ in SPEAK_FOR])
def test_who_speaks_for_whom_is_found(text: str, expected: list[str]) -> None:
    assert described(text, DescriptionKind.SPEAKS_FOR) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ports Authority spokesman Ned Pryce said it was late.", ("Ned Pryce", "Ports Authority")),
        (
            "Ned Pryce, a spokesman for the Ports Authority, left.\n\nPryce said it was late.",
            ("Ned Pryce", "Ports Authority"),
        ),
        ("Tony Quill left. Quill's spokesman said it was late.", (None, None)),
        ("Tony Quill left. A spokesman for Mr Quill said it was late.", (None, None)),
        ("Tony Quill left. A Quill spokesman said it was late.", (None, None)),
        ("The mayor of Harwick, Una Strand, said it was late.", ("Una Strand", None)),
        ("Tony Quill left. Quill said it was late.", ("Tony Quill", None)),
        ("Tony Quill met a spokesman for the Ports Authority. Quill said it was late.", ("Tony Quill", None)),
        ("A spokesman said it was late.", (None, None)),
    ],
    ids=["beside", "elsewhere", "owner", "for a person", "name before", "mayor", "himself", "met", "nobody"],
)  # fmt: skip
def test_a_record_says_for_whom_its_speaker_speaks(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    (one,) = records(text)

    assert (one.speaker, one.speaks_for) == expected


ALSO_CALLED = [
    ("The National Federation of Bakers (NFB) met.", ["National Federation of Bakers: NFB"]),
    ("The NFB, or National Federation of Bakers, met.", ["National Federation of Bakers: NFB"]),
    ("The NFB (National Federation of Bakers) met.", ["National Federation of Bakers: NFB"]),
    ("The Liberal Reformers (Lib Refs) met.", ["Liberal Reformers: Lib Refs"]),
    (
        "The National Federation of Bakers, known as the Bakers' Union, met.",
        ["National Federation of Bakers: Bakers' Union"],
    ),
    ("Members of the Harwick Ports Authority (HPA) met.", ["Harwick Ports Authority: HPA"]),
    ("The Department for Work and Trade (DWT) met.", ["Department for Work and Trade: DWT"]),
    ("The National Federation of Bakers (Harwick) met.", []),
    ("The National Federation of Bakers (PDF) met.", []),
    ("Una Strand (Dene) met Ivo Brandt (IB).", []),
    ("The mayor (NFB) met.", []),
    ("Shares of Harwick Ports (HPX) fell.", []),
    ("Una Strand, known as the Iron Mayor, met.", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", ALSO_CALLED, ids=[text for text, _ in ALSO_CALLED])
def test_the_short_name_of_a_body_is_found(text: str, expected: list[str]) -> None:
    assert described(text, DescriptionKind.ALSO_CALLED) == expected


def test_a_description_is_the_words_that_say_so_with_the_name_beside_them() -> None:
    text = HEAD + "On Monday the mayor of Harwick, Una Strand, left."

    (one,) = extract_all(Article("a", text)).descriptions

    assert text[one.start : one.end] == "the mayor of Harwick, Una Strand"


def test_what_is_said_again_is_described_once() -> None:
    text = "Harwick mayor Una Strand left. " * 3

    assert described(text, DescriptionKind.ROLE) == ["Una Strand: mayor of Harwick"]


@pytest.mark.parametrize(
    "piece",
    [
        "Mayor of Harwick, ",
        "the mayor of Una Strand, the ",
        "(NFB) National ",
        "his lawyer Ivo Brandt and he ",
        "Tony Quill’s ",
        "spokesman for ",
        "said a spokesman for Tony Quill and ",
        "known as Harwick Federation ",
    ],
    ids=["offices", "names", "brackets", "relatives", "owners", "spokesmen", "records", "called"],
)
def test_an_article_of_nothing_else_takes_linear_time(piece: str) -> None:
    extract_all(Article("a", HEAD + piece * 3_000))
