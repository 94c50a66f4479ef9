"""Words belong to who spoke them: not to whom they are about, and never to two speakers at once."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.attribution.overlaps import apart
from qa.datatypes import Article, Attribution, AttributionKind, Span

INTRO = "Tony Quill runs the Reds. Ivo Brandt is the mayor of Harwick.\n\n"


def spoken(text: str, intro: str = INTRO) -> list[tuple[str | None, str]]:
    """Return the words that name each speaker, and what was said."""
    whole = intro + text
    return [
        (whole[slice(*one.mention)] if one.mention else None, whole[one.start : one.end])
        for one in extract(Article("a", whole))
        if one.start >= len(intro)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill lied, say the Reds.", [("the Reds", "Quill lied")]),
        ("“Quill lied,” say the Reds.", [("the Reds", "“Quill lied,”")]),
        ("Quill lied, said the mayor.", [("the mayor", "Quill lied")]),
        ("Quill has failed the city, say his critics.", [("his critics", "Quill has failed the city")]),
        ("The levee leaked, say two engineers.", [("two engineers", "The levee leaked")]),
        ("Quill, who critics say is weak, left the hall.", [("critics", "is weak")]),
        ("Quill, who some say is weak, left the hall.", [("some", "is weak")]),
        ("Quill, who Brandt says is weak, left the hall.", [("Brandt", "is weak")]),
        ("Quill, whom Brandt called a liar, left the hall.", [("Brandt", "a liar")]),
        (
            "Quill, who Brandt says is weak, told reporters that he would stay.",
            [("Brandt", "is weak"), ("Quill", "he would stay")],
        ),
    ],
)
def test_words_about_somebody_are_whose_verb_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    "before",
    [
        "Quill believes that the quay will hold.",
        "But, Quill said, the quay has never been closed for so long.",
        "The quay has never been so full, said Quill, who runs the Reds.",
        "“It is old,” Quill said, describing the quay as a danger.",
    ],
)
def test_a_quotation_of_its_own_goes_on_with_what_its_speaker_just_said_or_thinks(before: str) -> None:
    assert spoken(f"{before}\n\n“I have seen worse quays than that one.”")[-1] == (
        "Quill",
        "“I have seen worse quays than that one.”",
    )


def test_a_quotation_of_its_own_is_not_of_those_whose_thoughts_somebody_else_tells() -> None:
    text = "Quill adds that in Dene, beside those who pay, people are thinking that the quay may not hold."

    assert ("people", "“Nobody ever asked us.”") not in spoken(f"{text}\n\n“Nobody ever asked us.”")


def test_a_quotation_of_its_own_is_not_of_everyone_who_knows_a_thing() -> None:
    found = spoken(
        "Everyone in Dene knows that the quay will hold.\n\n“I have seen worse quays than that one.”"
    )

    assert [mention for mention, words in found if words.startswith("“")] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Quill, annoyed, said the same.", ["Quill"]),
        ("Quill paused, said the words.", []),
        ("Quill, who argued with Brandt, said he would stay.", ["Quill"]),
        ("Quill, who runs the Reds said he would stay.", ["Quill"]),
        ("Voters who pay say the plan is dear.", ["Voters"]),
        ("Quill, a nurse, says the plan is bad.", ["Quill"]),
    ],
)
def test_who_only_looks_like_the_speaker_is_none(text: str, speakers: list[str]) -> None:
    assert all(mention in speakers for mention, _ in spoken(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Quill told the Today programme: “The levee is too dear to build.”",
            "“The levee is too dear to build.”",
        ),
        (
            "Quill told Radio Harwick's Today show: “It is too dear to be built.”",
            "“It is too dear to be built.”",
        ),
        (
            "Quill added, on the Late Show: “The levee is too dear to build.”",
            "“The levee is too dear to build.”",
        ),
        (
            "Quill said, in a note to the board: “It is too dear to be built.”",
            "“It is too dear to be built.”",
        ),
        ("Quill wrote on his Monday page: “It is too dear to be built.”", "“It is too dear to be built.”"),
        ("Quill said he had one rule: “Never build what you cannot pay.”", "he had one rule"),
        ("Quill said that the sign was clear: “No way through after dark.”", "the sign was clear"),
    ],
)
def test_words_after_a_colon_begin_there_unless_a_clause_goes_before(text: str, content: str) -> None:
    ((mention, words),) = spoken(text)

    assert (mention, words.startswith(content)) == ("Quill", True)


@pytest.mark.parametrize(
    "asked",
    [
        "Asked if Quill could return, he replied that it was too soon.",
        "Asked whether Quill had lied, he said that it was too soon.",
        "Pressed on what Quill had meant, he said it was too soon.",
        "When asked about Quill, he said it was too soon.",
        "Asked later by a reporter whether Quill could return, he said it was too soon.",
    ],
)
def test_who_is_asked_about_is_not_who_replies(asked: str) -> None:
    one = extract(Article("a", f"Tony Quill broke a leg.\n\nIvo Brandt met reporters. {asked}"))[-1]

    assert one.speaker == "Ivo Brandt"


@pytest.mark.parametrize(
    "asked",
    [
        "Asked about his future, Quill said it was too soon.",
        "Quill, asked if he could return, said it was too soon.",
        "Quill was asked about the leg. He said it was too soon.",
        "When asked, Quill said it was too soon.",
        "Asked by Brandt if he could return, Quill said it was too soon.",
    ],
)
def test_who_is_asked_replies(asked: str) -> None:
    one = extract(Article("a", f"Ivo Brandt met Tony Quill.\n\n{asked}"))[-1]

    assert one.speaker == "Tony Quill"


@pytest.mark.parametrize(
    ("text", "second_hand"),
    [
        ("Brandt said that Quill called the plan “a fraud”.", True),
        ("Brandt said Quill had told him that the plan was dead.", True),
        ("Brandt said Quill denied the claim.", True),
        ("Quill, according to Brandt, said the plan was dead.", True),
        ("Brandt said Quill was tired.", False),
        ("Brandt said the plan called for a levee.", False),
        ("Brandt said he had called it a fraud.", False),
    ],
)
def test_words_that_report_somebody_elses_are_second_hand(text: str, second_hand: bool) -> None:
    one = extract(Article("a", INTRO + text))[-1]

    assert one.second_hand is second_hand


def record(start: int, end: int, mention: Span, confidence: float) -> Attribution:
    return Attribution(
        ((start, end),),
        mention,
        None,
        None,
        AttributionKind.INDIRECT,
        "rule",
        confidence,
        own_words=((start, end),),
    )


TEXT = "the levee held all night and the gates were shut by nine " * 2


def test_the_less_certain_of_two_that_overlap_is_cut() -> None:
    sure, unsure = record(10, 38, (0, 3), 0.9), record(29, 55, (60, 65), 0.5)

    assert [(one.content, one.own_words) for one in apart(TEXT, [sure, unsure])] == [
        (((10, 38),), ((10, 38),)),
        (((39, 55),), ((39, 55),)),
    ]


def test_of_the_same_words_only_the_more_certain_speaker_stays() -> None:
    sure, unsure = record(10, 38, (0, 3), 0.9), record(10, 43, (60, 65), 0.5)

    assert apart(TEXT, [unsure, sure]) == [sure]


def test_words_quoted_by_somebody_else_stay_in_both() -> None:
    outer, inner = record(10, 56, (0, 3), 0.9), record(30, 50, (12, 20), 0.5)

    assert apart(TEXT, [outer, inner]) == [outer, inner]


def test_one_speakers_records_may_overlap() -> None:
    one, other = record(10, 40, (0, 3), 0.9), record(30, 56, (0, 3), 0.5)

    assert apart(TEXT, [one, other]) == [one, other]


def _shares(one: Attribution, other: Attribution) -> bool:
    return any(max(a, c) < min(b, d) for a, b in one.content for c, d in other.content)


def _quotes(outer: Attribution, inner: Attribution) -> bool:
    return inner.mention is not None and any(
        a <= inner.mention[0] and inner.mention[1] <= b for a, b in outer.content
    )


def assert_apart(found: list[Attribution]) -> None:
    for one, other in combinations(found, 2):
        if other.start >= one.end or (one.speaker, one.mention) == (other.speaker, other.mention):
            continue
        if one.mention == other.mention and one.together_with and other.together_with:
            continue  # "Quill and Brandt said": of both
        assert not _shares(one, other) or _quotes(one, other) or _quotes(other, one)


SEEDS = sorted(path for path in Path("seeds").rglob("*.md"))[:40]


def test_no_words_of_the_seeds_are_two_speakers() -> None:
    for path in SEEDS:
        assert_apart(extract(Article("a", path.read_text(encoding="utf-8"))))


PIECES = (
    "Ada Quill|Ivo Brandt|he|critics|the Reds|said|say|told|denied|called|that|,|.|“|”|who|whom|asked if|according to"
    "|the levee|is weak|had held|\n"
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_words_of_any_text_are_two_speakers(pieces: list[str]) -> None:
    assert_apart(extract(Article("a", "Ada Quill met Ivo Brandt.\n\n" + " ".join(pieces))))
