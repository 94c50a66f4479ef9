from __future__ import annotations

import re
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.attribution.people.cast.cast import find_cast
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.resolving import resolve
from qa.datatypes import Article, Attribution, AttributionKind
from tests.budgets import examples

SENATE = (
    "Republican Senator from Florida Marco Rubio said the bill was dead. Rubio spoke on Tuesday. "
    "Governor Ann Hollis disagreed."
)


def record(start: int, end: int, content: tuple[int, int] = (0, 1)) -> Attribution:
    return Attribution((content,), (start, end), None, None, AttributionKind.DIRECT, "test", 0.8)


def speakers(marked: str) -> list[str | None]:
    """Resolve the mentions that stand in [[double brackets]]; the brackets are not part of the article."""
    return [resolved.speaker for resolved in records(marked)]


def records(marked: str) -> list[Attribution]:
    text, found, end = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\]\]", marked):
        text += marked[end : match.start()]
        found.append(record(len(text), len(text) + len(match[1])))
        text, end = text + match[1], match.end()
    return resolve(Article("a", text + marked[end:]), found)


def names(text: str) -> set[str]:
    return {person.name for person in find_cast(Layout.of(text)).persons}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("On Monday Ana de la Cruz left Paris. She met Wall Street bankers in May.", {"Ana de la Cruz"}),
        ("Brussels said Ursula von der Leyen would resign.", {"Ursula von der Leyen"}),
        ("The lawyer told Samuel T. Brandt Jr. to wait.", {"Samuel T. Brandt Jr."}),
        ("Officials met Dr. Smith and Mr. O’Hara on Friday.", {"Smith", "O’Hara"}),
        ("Fox News host Megan Price left New York for Central Park.", {"Megan Price"}),
        ("Sandra Oduya Monday joined the Human Rights Watch office in Berlin.", {"Sandra Oduya"}),
    ],
    ids=["particles", "german particles", "initial and suffix", "titles", "outlet before", "weekday after"],
)
def test_people_are_found_by_their_capitals(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_headline_capitals_make_no_names() -> None:
    text = "Marco Rubio Slams Budget Plan Over Farm Money\n\nMarco Rubio said farmers had waited long enough."

    assert names(text) == {"Marco Rubio"}


@pytest.mark.parametrize(
    "marked, expected",
    [
        ("Senator Marco Rubio arrived. [[Rubio]] said no.", "Marco Rubio"),
        ("Marco Rubio arrived. [[Mr. Rubio]] said no.", "Marco Rubio"),
        ("[[Republican Senator from Florida Marco Rubio]] said no.", "Marco Rubio"),
        ("[[Florida Sen. Marco Rubio, who lost in March,]] said no.", "Marco Rubio"),
        ("[[The Florida senator, Marco Rubio,]] said no.", "Marco Rubio"),
        ("[[Secretary of State John Harker]] said no.", "John Harker"),
        ("[[Trump's spokeswoman Hope Larkin]] said no.", "Hope Larkin"),
        ("[[Her lawyer, David E. Kendal,]] said no to Ann Moss.", "David E. Kendal"),
        ("Ann Moss arrived. [[Moss, 52, a nurse from Ohio,]] said no.", "Ann Moss"),
        ("Maria Lopez-Cantero arrived. [[Lopez-Cantero]] said no.", "Maria Lopez-Cantero"),
        ("Xi Jinping arrived. [[Xi]] said no.", "Xi Jinping"),
        ("Mayor Michael Bloomberg arrived. [[Bloomberg]] said no.", "Michael Bloomberg"),
        ("Police met Marco Rubio. MARCO RUBIO left. [[RUBIO]]: No.", "Marco Rubio"),
    ],
)
def test_a_mention_gets_the_fullest_name_without_titles(marked: str, expected: str) -> None:
    assert speakers(marked) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "Marco Rubio arrived. [[Rubio's spokesman]] said no.",
        "Marco Rubio arrived. [[A spokesman for Senator Rubio]] said no.",
        "Marco Rubio arrived. [[Supporters of Marco Rubio]] said no.",
        "Marco Rubio arrived. [[Rubio supporters]] said no.",
        "Marco Rubio arrived. [[His wife]] said no.",
        "Marco Rubio arrived. [[They]] said no.",
        "[[Critics]] said no.",
        "[[Two Democrats]] said no.",
        "[[A senator]] said no to Senator Marco Rubio.",
        "[[The report released on Friday]] said no.",
    ],
)
def test_a_name_that_only_stands_nearby_is_not_the_speaker(marked: str) -> None:
    assert speakers(marked) == [None]


@pytest.mark.parametrize(
    "marked, expected",
    [
        ("[[The Chinese Foreign Ministry]] said no.", "Chinese Foreign Ministry"),
        ("[[Beijing]] said no.", "Beijing"),
        ("[[The White House]] said no.", "White House"),
        ("[[The Deseret News]] said no.", "Deseret News"),
        ("[[Human Rights Watch]] said no.", "Human Rights Watch"),
        ("[[Reuters]] said so.", "Reuters"),
        ("[[The U.S. Department of Agriculture]] said so.", "U.S. Department of Agriculture"),
        ("Marco Rubio lost. [[Rubio's campaign]] said no.", "Rubio campaign"),
        ("[[Marco Rubio's presidential campaign]] said no.", "Rubio campaign"),
        ("Marco Rubio lost. [[His campaign]] said no.", "Rubio campaign"),
        ("The Rubio campaign paid. [[The campaign]] said no.", "Rubio campaign"),
        ("The Danish Interior Ministry paid. [[The ministry]] said no.", "Danish Interior Ministry"),
    ],
)
def test_groups_are_named_without_their_article(marked: str, expected: str) -> None:
    assert speakers(marked) == [expected]


def test_a_role_stands_for_the_one_person_who_has_it() -> None:
    assert speakers(
        SENATE + " [[The senator]] left. [[The governor]] stayed. [[The Florida senator]] slept."
    ) == [
        "Marco Rubio",
        "Ann Hollis",
        "Marco Rubio",
    ]


def test_a_role_that_two_people_have_stands_for_nobody() -> None:
    assert speakers("Senator Marco Rubio met Senator Ann Hollis. [[The senator]] smiled.") == [None]


def test_he_and_she_go_to_the_person_of_that_gender() -> None:
    marked = "John Harker thanked Ann Moss for the meeting. [[He]] called it useful. [[She]] called it short."

    assert speakers(marked) == ["John Harker", "Ann Moss"]


def test_a_chain_of_pronouns_keeps_its_person() -> None:
    marked = (
        "Ann Moss runs the port. “We are full,” [[she]] said. She has run it for nine years. "
        "[[She]] expects more ships. “Next year is worse,” [[she]] added."
    )

    assert speakers(marked) == ["Ann Moss"] * 3


def test_he_behind_a_quote_is_its_speaker_and_not_a_name_inside_it() -> None:
    marked = (
        "Peter Falk runs the harbour. “The plan is sound,” [[Falk]] said.\n\n"
        "“John Harker knows nothing about ships, and Harker never asked,” [[he]] added."
    )

    assert speakers(marked) == ["Peter Falk", "Peter Falk"]


def test_he_is_not_whom_a_sentence_only_opens_with() -> None:
    marked = "On his host, Mr. Ivo Brandt, Mr. Emil Hartog was asked why [[he]] had said it was “an honour.”"

    assert speakers(marked) == ["Emil Hartog"]


def test_he_after_an_owner_is_the_person_owned() -> None:
    marked = "Peter Falk’s former colleague Matt Laurens was criticized after [[he]] asked about emails."

    assert speakers(marked) == ["Matt Laurens"]


def test_a_confidence_is_lowered_for_a_pronoun_only() -> None:
    named, pronoun = records("[[Ann Moss]] runs the port. [[She]] is tired.")

    assert named.confidence == 0.8
    assert 0 < pronoun.confidence < 0.8


def test_spouses_are_told_apart_by_title() -> None:
    marked = (
        "Ann Clifton and Bob Clifton ran. [[Mrs. Clifton]] lost. [[Mr. Clifton]] won. [[Bob Clifton]] wept."
    )

    assert speakers(marked) == ["Ann Clifton", "Bob Clifton", "Bob Clifton"]


def test_a_bare_surname_of_two_spouses_is_ambiguous() -> None:
    (resolved,) = records("Ann Clifton and Bob Clifton ran for office. [[Clifton]] denied everything.")

    assert resolved.speaker is None
    assert resolved.ambiguous == ("Ann Clifton", "Bob Clifton")


def test_a_sentence_that_says_she_tells_spouses_apart() -> None:
    marked = "Ann Clifton and Bob Clifton ran for office. [[Clifton]] said she denied everything."

    assert speakers(marked) == ["Ann Clifton"]


def test_father_and_son_are_not_guessed_between() -> None:
    marked = "Paul Brandt Jr. sold the firm of Paul Brandt. [[Brandt Jr.]] left. [[Paul Brandt]] stayed."

    assert speakers(marked) == ["Paul Brandt Jr.", "Paul Brandt"]


def test_i_inside_a_quote_is_its_speaker() -> None:
    text = "“I think I know,” Ann Moss said."
    outer, inner = record(18, 26, content=(1, 16)), record(1, 2, content=(9, 15))

    resolved = resolve(Article("a", text), [outer, inner])

    assert [r.speaker for r in resolved] == ["Ann Moss", "Ann Moss"]


def test_a_pronoun_without_anybody_before_it_stays_unresolved() -> None:
    assert speakers("[[She]] said the road was closed.") == [None]


def test_a_record_without_a_mention_stays_as_it_is() -> None:
    without = Attribution(((0, 3),), None, None, None, AttributionKind.DIRECT, "test", 0.4)

    assert resolve(Article("a", "Ann Moss left."), [without]) == [without]


@settings(max_examples=examples(60))
@given(
    st.lists(
        st.sampled_from(
            ["Marco Rubio", "he", "she ", " said", "Mr. ", "Smith’s", "“", "”", '"', ",", ".", "\n", "\ud800",
             "\x00", "de la ", "Jr.", "the senator", " of ", "İ", "", "campaign", " and "]
        ),
        max_size=60,
    ),
    st.data(),
)  # fmt: skip
def test_any_text_and_any_mention_give_a_record_for_each_who_says_it_in_order(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    bounds = st.integers(0, len(text))
    found = [record(*sorted((data.draw(bounds), data.draw(bounds))), content=(i, i + 1)) for i in range(4)]

    resolved = resolve(Article("a", text), found)

    # Two who are named together have a record each, one after the other.
    assert [given for given, _ in groupby(resolved, key=lambda r: (r.content, r.mention))] == [
        (r.content, r.mention) for r in found
    ]
    assert all(r.speaker is None or not r.ambiguous for r in resolved)


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Keller shrugged.", "Keller"),
        ("Strand, the union man, said that nobody should speak of a miracle.", "Strand"),
        ("For the opposing coach, Dyego Qaz, it was a bitter evening.", "Dyego Qaz"),
    ],
    ids=["who-only-acts", "who-is-explained", "after-a-role"],
)
def test_he_is_not_the_speaker_of_the_paragraph_before_when_a_name_stands_between(
    between: str, speaker: str
) -> None:
    text = f"“We waited,” Per Dahl said. “Nobody came.”\n\n{between} “We are still talking,” he said.\n"
    article = Article("a", text, title="")

    records = resolve(article, extract(article))

    said = [r.speaker for r in records for s, e in r.content if "still talking" in text[s:e]]
    assert said == [speaker]


def test_i_have_told_somebody_is_not_told_at_second_hand() -> None:
    own = Article("a", "“I've told him forty times,” Lars Winther said.\n", title="")
    other = Article("a", "“Bruun told him forty times,” Lars Winther said.\n", title="")

    assert [r.second_hand for r in extract(own)] == [False]
    assert [r.second_hand for r in extract(other)] == [True]
