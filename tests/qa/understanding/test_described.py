from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pytest

from qa.answers import Understanding
from qa.datatypes import Bearer, Description, DescriptionKind, Scope, Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.bearers import find_bearers
from qa.understanding.described import asked_for, fit
from qa.understanding.line import understood_line
from qa.understanding.understand import understand

ROLE, RELATION, FOR = DescriptionKind.ROLE, DescriptionKind.RELATION, DescriptionKind.SPEAKS_FOR


def bearer(
    who: str,
    what: str,
    of: str | None = None,
    *,
    kind: DescriptionKind = ROLE,
    former: bool = False,
    articles: int = 1,
    year: int = 2005,
) -> Bearer:
    day = date(year, 3, 1)
    return Bearer(kind, what, of, former, who, who, articles, day, day)


KNOWN = (
    bearer("Tony Quill", "prime minister", "Britain", articles=9),
    bearer("Ned Hale", "prime minister", "Israel", articles=2),
    bearer("Ida Voss", "deputy prime minister", articles=4),
    bearer("Ivo Brandt", "foreign secretary", articles=3),
    bearer("Una Strand", "shadow foreign secretary", articles=3),
    bearer("Rosa Lind", "mayor", "Harwick"),
    bearer("Karl Onn", "mayor", "Upper Dene"),
    bearer("Pia Marsh", "mayor", "Harwick", former=True),
    bearer("Les Hale", "defensive coordinator", "Bills", former=True),
    bearer("Ada Quill", "chief executive", "Orsa Freight"),
    bearer("Max Orr", "chief financial officer", "Orsa Freight"),
    bearer("Bo Lund", "search head", "Orsa Freight"),
    bearer("Sal Reed", "manager", "Harwick Town"),
    bearer("Vi Thorn", "co-founder", "Tide Press"),
    bearer("Park Seo", "governor", "Dene's central bank"),
    bearer("Kit Onn", "deputy governor", "Vell"),
    bearer("Wim Dorn", "director", "Coastal Watch"),
    bearer("Ona Fisk", "director general", "Tide Bureau"),
    bearer("Otto Lake", "secretary-general", "United Boats"),
    bearer("Eli Stowe", "executive director", "Quay Trust"),
    bearer("Ria Holt", "high commissioner", "Sorn"),
    bearer("Udo Penn", "professor", "Harwick University"),
    bearer("Lou Hart", "lawyer", "Moaz Bek", kind=RELATION),
    bearer("Azmat Bek", "father", "Moaz Bek", kind=RELATION),
    bearer("Gil Pryce", "lawyer", "Tony Quill", kind=RELATION),
    bearer("Ned Pryce", "spokesman", "Ports Authority", kind=FOR),
    bearer("Ola Finch", "health spokesman", "Coastal Reformers", kind=FOR),
    bearer("Ty Orr", "treasurer", "Coa Ref"),
    bearer("Abe Moss", "whip", "Labour"),
    bearer("Cy Doan", "deputy spokesman", "Sorn Ministry", kind=DescriptionKind.SPEAKS_FOR),
    bearer("Flo Lund", "republican senator", "Ohio"),
    bearer("Lea Fenn", "whip", "Northern Labour"),
    bearer("NFB", "NFB", kind=DescriptionKind.ALSO_CALLED),
)


def archive(heads: Collection[str], scope: Scope) -> Sequence[Bearer]:
    return [each for each in KNOWN if each.what.rsplit(maxsplit=1)[-1] in heads]


def found(phrase: str) -> list[str]:
    asked = asked_for(phrase)
    return [one.name for one in find_bearers(asked, archive, Scope())] if asked else []


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("the prime minister", ["Tony Quill"]),
        ("the British prime minister", ["Tony Quill"]),
        ("the prime minister of the UK", ["Tony Quill"]),
        ("Israel's prime minister", ["Ned Hale"]),
        ("the Israeli prime minister", ["Ned Hale"]),
        ("the deputy prime minister", ["Ida Voss"]),
        ("the foreign secretary", ["Ivo Brandt"]),
        ("the shadow foreign secretary", ["Una Strand"]),
        ("the mayor of Harwick", ["Rosa Lind"]),
        ("Harwick's mayor", ["Rosa Lind"]),
        ("the long-serving mayor of Harwick", ["Rosa Lind"]),
        ("the former mayor of Harwick", ["Pia Marsh"]),
        ("the former Bills defensive coordinator", ["Les Hale"]),
        ("the Bills defensive coordinator", ["Les Hale"]),
        ("the CEO of Orsa Freight", ["Ada Quill"]),
        ("Orsa Freight's chief executive", ["Ada Quill"]),
        ("Orsa's CFO", ["Max Orr"]),
        ("the governor of Dene's central bank", ["Park Seo"]),
        ("Moaz Bek's lawyer", ["Lou Hart"]),
        ("Bek's solicitor", ["Lou Hart"]),
        ("Bek's father", ["Azmat Bek"]),
        ("the father of Moaz Bek", ["Azmat Bek"]),
        ("the Ports Authority spokeswoman", ["Ned Pryce"]),
        ("the coa refs health spokesperson", ["Ola Finch"]),
        ("the treasurer of the Coastal Reformers", ["Ty Orr"]),
        ("the Labour whip", ["Abe Moss"]),
        ("the northern Labour whip", ["Lea Fenn"]),
        ("the mayor", ["Rosa Lind", "Karl Onn"]),
        ("Orsa Freight's finance chief", ["Max Orr"]),
        ("the Orsa Freight boss", ["Ada Quill"]),
        ("Orsa's search chief", ["Bo Lund"]),
        ("the boss of Harwick Town", ["Sal Reed"]),
        ("Harwick Town's coach", ["Sal Reed"]),
        ("the founder of Tide Press", ["Vi Thorn"]),
        ("the head of the Coastal Watch", ["Wim Dorn"]),
        ("the Coastal Watch chief", ["Wim Dorn"]),
        ("the head of the Tide Bureau", ["Ona Fisk"]),
        ("the Quay Trust boss", ["Eli Stowe"]),
        ("the United Boats chief", ["Otto Lake"]),
        ("the secretary general of United Boats", ["Otto Lake"]),
        ("the PM", ["Tony Quill"]),
        ("the Sorn envoy", ["Ria Holt"]),
        ("the Sorn Ministry spokesman", ["Cy Doan"]),
        ("the senator from Ohio", ["Flo Lund"]),
        ("the Republican senator from Ohio", ["Flo Lund"]),
        ("the Harwick University researcher", ["Udo Penn"]),
    ],
)
def test_a_phrase_finds_who_is_described_so(phrase: str, names: list[str]) -> None:
    assert found(phrase) == names


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("the DA", "the district attorney"),
        ("the Harwick DA", "the Harwick district attorney"),
        ("the acting AG", "the acting attorney general"),
    ],
)
def test_an_office_in_capitals_is_the_office(short: str, long: str) -> None:
    assert asked_for(short) == asked_for(long) is not None


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("the Bank of Norland governor", "the governor of the Bank of Norland"),
        ("the Bank of Norland's governor", "the governor of the Bank of Norland"),
        ("the Ministry of Ferries spokeswoman", "the spokeswoman for the Ministry of Ferries"),
    ],
    ids=["a bank", "owned", "a ministry"],
)
def test_an_office_may_stand_after_a_bodys_name_that_has_of(phrase: str, plain: str) -> None:
    assert asked_for(phrase) == asked_for(plain) is not None


@pytest.mark.parametrize("phrase", ["two of Quill's advisers", "companions of the Tenth Doctors"])
def test_a_noun_after_of_is_no_office_of_what_is_no_body(phrase: str) -> None:
    assert asked_for(phrase) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "the mayor of Vell",
        "the governor of Vell",
        "Quill's father",
        "the lawyer",
        "the brother of Moaz Bek",
        "the deputy mayor of Harwick",
        "Ports Authority",
        "Prime Minister Tony Quill",
        "the French prime minister",
        "the president",
        "the coa health spokesman",
        "the head of Harwick",
        "the boss of Vell",
        "the Harwick Town finance chief",
        "the shadow chancellor",
        "the Harwick ferries",
    ],
)
def test_a_phrase_for_somebody_else_finds_nobody(phrase: str) -> None:
    assert found(phrase) == []


def test_the_dates_of_a_question_decide_who_bore_an_office() -> None:
    terms = (
        bearer("Old Vane", "mayor", "Harwick", year=2001),
        bearer("New Lind", "mayor", "Harwick", year=2005),
    )

    def lookup(heads: Collection[str], scope: Scope) -> Sequence[Bearer]:
        return [each for each in terms if not scope.until or (each.first and each.first <= scope.until)]

    asked = asked_for("the mayor of Harwick")
    assert asked is not None

    assert [one.name for one in find_bearers(asked, lookup, Scope(until=date(2002, 1, 1)))] == ["Old Vane"]
    assert len(find_bearers(asked, lookup, Scope())) == 2


SPEAKERS = ListedSpeakers(
    [Speaker(each.who, "person", (), 3) for each in KNOWN[:-1]] + [Speaker("Baker", "person", (), 1)]
)


def read(question: str) -> Understanding:
    return understand(question, today=date(2005, 4, 1), speakers=SPEAKERS, sources=(), bearers=archive)


def test_a_role_is_answered_with_the_name_of_who_bears_it() -> None:
    understood = read("What did the prime minister say about the ferries?")

    assert (understood.speaker, understood.speaker_known, understood.topic) == (
        "Tony Quill",
        True,
        "the ferries",
    )
    assert understood_line(understood) == "prime minister: Tony Quill · topic: the ferries"


def test_a_role_of_several_people_is_asked_of_all_of_them() -> None:
    understood = read("What did the mayor say about the ferries?")

    assert understood.bearers == ("Rosa Lind", "Karl Onn")
    assert understood_line(understood) == "speaker: mayor (Rosa Lind, Karl Onn) · topic: the ferries"


def test_a_surname_that_is_a_trade_is_somebody() -> None:
    assert read("What did Baker say about the ferries?").speaker == "Baker"


def test_a_kind_of_people_are_also_those_who_are_called_more() -> None:
    calls = [("Una Strand", "analyst"), ("Karl Onn", "oil analyst"), ("Rosa Lind", "deputy analyst")]

    def lookup(heads: Collection[str], scope: Scope) -> Sequence[Bearer]:
        return [Bearer(ROLE, what, None, False, who, who, 1, None, None) for who, what in calls]

    several, one = asked_for("analysts"), asked_for("the analyst")
    assert several is not None and one is not None

    assert {each.name for each in find_bearers(several, lookup, Scope())} == {"Una Strand", "Karl Onn"}
    assert [each.name for each in find_bearers(one, lookup, Scope())] == ["Una Strand"]


def test_the_word_for_a_kind_of_people_is_no_slip_in_a_name() -> None:
    speakers = ListedSpeakers([Speaker("Mayorys", "group", (), 3), Speaker("Rosa Lind", "person", (), 3)])
    understood = understand(
        "What did mayors say about the ferries?",
        today=date(2005, 4, 1),
        speakers=speakers,
        sources=(),
        bearers=archive,
    )

    assert understood.bearers == ("Rosa Lind", "Karl Onn")


def test_a_surname_that_is_a_trade_is_somebody_after_a_title() -> None:
    said_of = [bearer("Rosa Lind", "baker", "Senator"), bearer("Karl Onn", "chief baker")]
    speakers = ListedSpeakers(
        [Speaker(name, "person", (), 3) for name in ("Una Baker", "Rosa Lind", "Karl Onn")]
    )

    def asked(name: str) -> str | None:
        question = f"What did {name} say about the ferries?"
        return understand(
            question, today=date(2005, 4, 1), speakers=speakers, sources=(), bearers=lambda *_: said_of
        ).speaker

    assert asked("Senator Baker") == asked("senator baker") == "Una Baker"
    assert asked("the chief baker") == "Karl Onn"


def test_a_title_with_a_surname_means_who_bears_the_title() -> None:
    speakers = ListedSpeakers([Speaker("Mark Lind", "person", ("Lind",), 4)])

    def asked(name: str) -> Understanding:
        question = f"What did {name} say about the ferries?"
        return understand(question, today=date(2005, 4, 1), speakers=speakers, sources=(), bearers=archive)

    assert (asked("Mayor Lind").speaker, asked("Mayor Lind").speaker_known) == ("Rosa Lind", False)
    assert asked("Mr Lind").speaker == asked("Judge Lind").speaker == asked("Lind").speaker == "Mark Lind"


@pytest.mark.parametrize(
    ("asked", "speaker", "known"),
    [
        ("the chief of the NFB", "chief of the NFB", False),
        ("the head of the NFB", "head of the NFB", False),
        ("the NFB", "NFB", True),
        ("the mayor of Tony", "mayor of Tony", False),
        ("the Norland interior ministry", "Norland interior ministry", False),
        ("Secretary of State Quill", "Tony Quill", True),
    ],
)
def test_a_body_does_not_speak_for_whoever_heads_it(asked: str, speaker: str, known: bool) -> None:
    ministry = Speaker("Sorn foreign ministry", "group", (), 3)
    speakers = ListedSpeakers(
        [Speaker("NFB", "group", (), 3), Speaker("Tony Quill", "person", (), 3), ministry]
    )
    understood = understand(
        f"What did {asked} say?", today=date(2005, 4, 1), speakers=speakers, sources=(), bearers=archive
    )

    assert (understood.speaker, understood.speaker_known) == (speaker, known)


def test_somebody_who_is_described_and_never_quoted_is_named() -> None:
    nobody = ListedSpeakers([Speaker("Ivo Brandt", "person", (), 1)])
    understood = understand(
        "What did the mayor of Harwick say?",
        today=date(2005, 4, 1),
        speakers=nobody,
        sources=(),
        bearers=lambda heads, scope: [
            Bearer(ROLE, "mayor", "Harwick", False, "Rosa Lind", None, 1, None, None)
        ],
    )

    assert (understood.speaker, understood.speaker_known) == ("Rosa Lind", False)


def test_a_relative_with_a_given_name_alone_who_says_nothing_is_not_everybody_of_that_name() -> None:
    son = Bearer(RELATION, "son", "Ada Quill", False, "Walter", None, 1, None, None)
    understood = understand(
        "What did Quill's son say?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker("Walter Hale", "person", (), 3)]),
        sources=(),
        bearers=lambda heads, scope: [son],
    )

    assert (understood.speaker, understood.speaker_known) == ("Quill's son", False)


@pytest.mark.parametrize(
    ("named", "speaker"), [(True, "Kerne"), (False, "Ada Perne")], ids=["named in articles", "named nowhere"]
)
def test_a_name_that_the_articles_have_is_no_slip_for_another(named: bool, speaker: str) -> None:
    understood = understand(
        "What did Kerne say about the ferries?",
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker("Ada Perne", "person", ("Perne",), 3)]),
        sources=(),
        mentions=lambda name: named,
    )

    assert understood.speaker == speaker


@pytest.mark.parametrize(
    ("what", "fits"),
    [
        ("representative", True),
        ("state representative", True),
        ("republican representative", True),
        ("sales representative", False),
        ("union representative", False),
    ],
)
def test_a_lawmaker_is_no_representative_of_sales(what: str, fits: bool) -> None:
    asked = asked_for("the lawmaker")
    assert asked is not None
    said = Description(ROLE, 0, 1, "Ada Quill", what, None)

    assert (fit(asked, said) is not None) == fits


@pytest.mark.parametrize(
    ("phrase", "what", "fits"),
    [
        ("Orsa's chief executive", "boss", True),
        ("Orsa's chief executive", "chief of staff", False),
        ("Orsa's chief executive", "design chief", False),
        ("Orsa's chief", "chief of staff", False),
        ("Orsa's police chief", "chief of police", True),
    ],
)
def test_a_chief_of_staff_is_no_chief_executive(phrase: str, what: str, fits: bool) -> None:
    asked = asked_for(phrase)
    assert asked is not None
    said = Description(ROLE, 0, 1, "Ada Quill", what, "Orsa")

    assert (fit(asked, said) is not None) == fits


@pytest.mark.parametrize(
    ("phrase", "of", "fits"),
    [
        ("the Scottish Lib Dem leader", "Scottish Liberal Democrat", True),
        ("the Scottish Lib Dem leader", "Welsh Liberal Democrat", False),
        ("the Welsh Tory leader", "Welsh Conservatives", True),
        ("the Tory leader", "Labour", False),
        ("the tory leader", "Conservative", True),
        ("the conservative leader", "Tories", True),
    ],
)
def test_a_party_is_meant_by_its_short_name_with_a_country_too(phrase: str, of: str, fits: bool) -> None:
    asked = asked_for(phrase)

    assert asked is not None
    assert (fit(asked, Description(ROLE, 0, 1, "Ada Quill", "leader", of)) is not None) is fits


def test_somebody_of_conservative_views_is_not_of_the_party() -> None:
    asked = asked_for("the Tory leader")

    assert asked is not None
    assert fit(asked, Description(ROLE, 0, 1, "Ada Quill", "conservative leader", None)) is None


def test_the_union_boss_may_be_of_any_union_and_the_boss_of_one_heads_it() -> None:
    known = (
        bearer("Ada Quill", "president", "Keepers' Union"),
        bearer("Ivo Brandt", "general secretary", "Levee Union"),
        bearer("Ned Hale", "general secretary", "Keepers' Union"),
    )

    def names(phrase: str) -> list[str]:
        asked = asked_for(phrase)
        assert asked is not None
        return [one.name for one in find_bearers(asked, lambda words, scope: known, Scope())]

    assert {*names("union boss")} == {*names("the union leader")} == {"Ada Quill", "Ivo Brandt", "Ned Hale"}
    assert names("Keepers' Union boss") == ["Ada Quill"]
    assert names("council leader") == []


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        ("Fed chairman", "Federal Reserve"),
        ("Federal Reserve chairman", "Fed"),
        ("IMF chairman", "International Monetary Fund"),
        ("SEC chairman", "Securities and Exchange Commission"),
    ],
)
def test_a_body_that_the_world_knows_has_all_its_names_in_an_office(typed: str, of: str) -> None:
    asked = asked_for(typed)

    assert asked is not None
    assert fit(asked, Description(ROLE, 0, 1, "Ada Quill", "chairman", of, False)) == 0
