from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution, AttributionKind
from qa.ranking.beside import beside, said_by_others
from qa.ranking.features import ALL_NAMES, candidates
from qa.ranking.labelling import attribution_of
from qa.ranking.retrieved import Retrieved
from qa.ranking.speaking import Asked, told_of, whole_word

Retrieve = Callable[..., Retrieved]

TEXT = "“Moss is soft,” Lea Born said. “Fern is not,” said Ove Karl. Rain fell on both of them."
LEA = Asked(frozenset({"Lea Born"}))


def record(
    words: str, kind: AttributionKind = AttributionKind.DIRECT, confidence: float = 0.9
) -> Attribution:
    start = TEXT.index(words)
    return Attribution(
        content=((start, start + len(words)),),
        mention=None,
        cue=None,
        speaker=None,
        kind=kind,
        rule="by hand",
        confidence=confidence,
    )


MOSS, FERN = record("“Moss is soft,”"), record("“Fern is not,”", confidence=0.7)
SAID: list[tuple[Attribution, str | None]] = [(MOSS, "Lea Born"), (FERN, "Ove Karl")]


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_a_quote_belongs_to_the_speaker_of_its_largest_part() -> None:
    start, _ = span("soft")
    _, end = span("Fern is not,”")

    assert attribution_of(TEXT, SAID, start, end, Asked(None)) == (FERN, "Ove Karl")


def test_words_of_the_article_itself_are_not_shown_under_the_name_of_a_speaker_before() -> None:
    start, end = span("“Fern is not,” said Ove Karl. Rain fell on both of them.")

    assert attribution_of(TEXT, SAID, start, end, None) is None
    assert attribution_of(TEXT, SAID, *span("“Fern is not,”"), None) == (FERN, "Ove Karl")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The board denied that inspections had been skipped.", "Orm Board"),
        ("The board denied that inspections had been skipped. It has 6 girders.", None),
        ("Lea Born called the bridge “a trap” on Monday in a long talk with reporters.", "Lea Born"),
        ("Lea Born called the bridge “a trap” on Monday. It has 6 girders.", None),
        ("Lea Born said this on Monday, in a talk with many reporters: “A trap. No more.”", "Lea Born"),
    ],
    ids=["a-denial", "a-denial-and-more", "a-statement", "a-statement-and-more", "two-sentences"],
)
def test_a_sentence_is_shown_under_its_speakers_name_and_what_follows_is_not(
    words: str, name: str | None
) -> None:
    content = next(
        each
        for each in ("that inspections had been skipped", "“a trap”", "“A trap. No more.”")
        if each in words
    )
    at, polarity = words.index(content), "denied" if "denied" in words else "said"
    told = Attribution(
        content=((at, at + len(content)),), mention=(0, 9), cue=(10, 16), speaker=None,
        kind=AttributionKind.MIXED, rule="by hand", confidence=0.9, polarity=polarity,
    )  # fmt: skip

    speaker = "Orm Board" if polarity == "denied" else "Lea Born"
    found = attribution_of(words, [(told, speaker)], 0, len(words), None)

    assert (found and found[1]) == name


@pytest.mark.parametrize(
    ("cue", "target", "speaker", "meant"),
    [
        ("accuse", "the U.S. of espionage", "U.S.", False),
        ("accuse", "China of espionage", "U.S.", True),
        ("call", "Senator Karl a threat", "Ove Karl", False),
        ("call", "Ove Karl a threat", "Karl", False),
        ("call", "the Karl plan a threat", "Lea Born", True),
        ("criticize", "House Democrats", "White House", True),
        ("criticize", "Karl’s plan", "Ove Karl", True),
        ("say", "Karl is late", "Ove Karl", True),
    ],
)
def test_the_accuser_is_not_the_accused(cue: str, target: str, speaker: str, meant: bool) -> None:
    assert Asked(None, cue=cue, target=target).owns(FERN, speaker, TEXT) is meant


def test_a_silent_speaker_did_not_say_it_and_who_denied_it_is_not_who_reported_it() -> None:
    silent, denied = replace(FERN, polarity="declined"), replace(FERN, polarity="denied")

    assert not Asked(None).owns(silent, "Ove Karl", TEXT)
    assert Asked(None, cue="deny").owns(denied, "Ove Karl", TEXT)
    assert not Asked(None, cue="deny").owns(MOSS, "Lea Born", TEXT)
    assert Asked(None, cue="deny").owns(FERN, "Ove Karl", TEXT)  # "Fern is not"
    rejected = replace(FERN, cue=(0, 8))
    assert Asked(None, cue="reject").owns(rejected, "Ove Karl", "rejected it")
    assert not Asked(None, cue="reject").owns(rejected, "Ove Karl", "reported it")


def test_a_quote_of_nobodys_words_belongs_to_nobody() -> None:
    assert attribution_of(TEXT, SAID, *span("Rain fell on both of them."), None) is None
    assert attribution_of(TEXT, [], 0, len(TEXT), None) is None


@pytest.mark.parametrize("order", [1, -1], ids=["theirs-first", "theirs-last"])
def test_the_asked_one_of_two_speakers_who_say_as_much_is_named(order: int) -> None:
    same: list[tuple[Attribution, str | None]] = [(MOSS, "Ove Karl"), (MOSS, "Lea Born")]

    assert attribution_of(TEXT, same[::order], *span("Moss is soft"), LEA) == (MOSS, "Lea Born")


def measured(retrieve: Retrieve, words: str, asked: Asked | None) -> dict[str, float]:
    retrieved = retrieve("moss", [Article("a", TEXT)], said={"a": SAID}, asked=asked)
    found = candidates(retrieved)
    start, end = span(words)
    row = next(
        at for at in range(len(found.passage)) if (int(found.starts[at]), int(found.ends[at])) == (start, end)
    )
    return dict(zip(ALL_NAMES, found.features[row].tolist(), strict=True))


OWN, OTHER = "“Moss is soft,” Lea Born said.", "“Fern is not,” said Ove Karl."


def test_own_words_and_those_of_others_are_told_apart(retrieve: Retrieve) -> None:
    own, other = measured(retrieve, OWN, LEA), measured(retrieve, OTHER, LEA)

    # 15 of the 30 characters are hers, 14 of the 29 his.
    assert own["own_share"] == pytest.approx(15 / 30)
    assert own["own_confidence"] == pytest.approx(0.9)
    assert own["own_whole"] == 1.0
    assert own["other_share"] == 0.0
    assert other["own_share"] == other["own_confidence"] == other["own_whole"] == 0.0
    assert other["other_share"] == pytest.approx(14 / 29)


def test_who_said_counts_anybody_with_a_name_as_the_asked_one(retrieve: Retrieve) -> None:
    assert measured(retrieve, OTHER, Asked(None))["own_share"] > 0


def test_without_a_speaker_in_the_question_nobodys_words_count(retrieve: Retrieve) -> None:
    names = ("own_share", "other_share", "own_confidence")

    assert [measured(retrieve, OWN, None)[name] for name in names] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("asked", "name"),
    [("rain", None), ("moss", "Lea Born"), ("fern rain", "Ove Karl"), ("snow", "Lea Born")],
)
def test_where_anybody_is_asked_for_who_speaks_of_something_else_beside_it_is_not_named(
    asked: str, name: str | None
) -> None:
    # "Who said something about rain?": the article tells of it, and nobody here says so.
    found = attribution_of(TEXT, SAID, 0, len(TEXT), Asked(None), frozenset(asked.split()))

    assert (found[1] if found else None) == name


def test_who_speaks_on_after_they_were_told_to_speak_of_it_is_named() -> None:
    text = "Lea Born vowed to fell the moss. “It will not be long,” she said of her garden."
    said = [(each, "Lea Born") for each in extract(Article("1", text))]

    found = attribution_of(text, said, 0, len(text), Asked(None), frozenset(("moss",)))

    assert found is not None
    assert found[1] == "Lea Born"


def test_the_one_of_a_speakers_attributions_with_the_asked_words_is_named() -> None:
    rain = record("Rain fell on both of them.", kind=AttributionKind.INDIRECT)
    both: list[tuple[Attribution, str | None]] = [(rain, "Lea Born"), (MOSS, "Lea Born")]
    start, end = min(span("Moss")[0], span("Rain")[0]), max(span("soft,”")[1], span("both of them.")[1])

    assert attribution_of(TEXT, both, start, end, LEA, frozenset({"moss"})) == (MOSS, "Lea Born")
    assert attribution_of(TEXT, both, start, end, LEA, frozenset({"rain"})) == (rain, "Lea Born")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ove Thiel had warned that the lake was poisoned.", True),
        ("Thiel, who rows there, says that the lake is clean.", True),
        ("The pumps aren’t worth what the town paid for them in the spring, or so Thiel says.", True),
        ("Ove Thiel later issued a statement that said the lake was clean.", True),
        ("Ove Thiel was sent a letter that said the lake was clean.", False),
        ("Nobody heard Thiel say that the lake was poisoned.", False),
        ("Thiel was at the opening but gave no speech.", False),
        ("Thiel did not say a word.", False),
        ("Asked about the lake, they said nothing of the boatman.", False),
        ("A boat sank at the Thiel works in West Reading.", False),
        ("Thiel was later charged with theft.", False),
        ("Thiel was charged with theft, and called it a mistake.", True),
        ("Ove Thiel Says Lake Is Clean", True),
        ("Thiel began his work on the lake as a young man.", False),
        ("Thiel was happy and began: “The lake is clean.”", True),
        ("Thiel has shared that he swims there.", True),
    ],
    ids=[
        "warned",
        "says",
        "denied-far-before",
        "in-a-statement",
        "was-sent",
        "nobody",
        "no-speech",
        "not",
        "not-named",
        "a-name",
        "passive",
        "passive-and-called",
        "a-headline",
        "begins-something",
        "begins-to-speak",
        "shared-that",
    ],
)
def test_a_report_of_what_somebody_said_has_a_name_and_a_word_for_saying(text: str, told: bool) -> None:
    assert told_of(text, "Thiel") is told


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The vote came three days before Quill, who has vowed to mend the levee, takes office.", False),
        ("Quill has vowed to mend the levee that the flood of last winter broke.", True),
        ("Quill said it will hold, though the wind blew and the rain fell all night.", True),
    ],
    ids=["told in passing", "what the sentence is about", "plainly said"],
)
def test_words_reported_in_passing_make_a_sentence_nobodys(words: str, named: bool) -> None:
    text = f"Ada Quill won. {words}"
    start = text.index(words)

    said = [(each, each.speaker) for each in extract(Article("a", text))]

    found = attribution_of(text, said, start, len(text), None)
    assert (found is not None and found[1] == "Ada Quill") is named


@pytest.mark.parametrize(
    ("title", "text", "share"),
    [
        ("Rain", "Harbour talks. “It stays,” Lea Born said.", 1.0),
        ("Rain", "Harbour talks.\n\n“It stays,” Lea Born said.", 0.0),
        ("The harbour", "Rain fell.\n\n“It stays,” Lea Born said.", 1.0),
        ("Rain", "A harbour. The harbour. Harbour.\n\n“It stays,” Lea Born said.", 1.0),
    ],
    ids=["in-the-paragraph", "in-another", "in-the-title", "again-and-again"],
)
def test_words_are_beside_the_topic_in_its_paragraph_or_in_an_article_about_it(
    retrieve: Retrieve, title: str, text: str, share: float
) -> None:
    sentences = candidates(retrieve("harbour", [Article("a", text, title=title)])).sentences
    start = text.index("“")

    def found(*, nameless: bool) -> float:
        return beside(
            text,
            start,
            len(text),
            sentences.places[:, 1],
            sentences.places[:, 2],
            sentences.title[0],
            np.asarray([2.0], np.float32),
            np.full(len(sentences.places), nameless),
        )

    assert found(nameless=False) == share
    # What a juror says in the same paragraph does not count, and an article is about what comes again and again.
    assert found(nameless=True) == (0.0 if title == "Rain" and text.startswith("Harbour talks") else share)


def test_what_only_a_neighbour_talks_about_is_not_the_topic_of_somebodys_words() -> None:
    text = "Fern grows. “Fern is not,” said Ove Karl. “Moss is soft,” Lea Born said. He has fern."
    fern, moss = text.index("“Fern"), text.index("“Moss")
    said = [
        (replace(FERN, content=((fern, fern + 14),)), "Ove Karl"),
        (replace(MOSS, content=((moss, moss + 15),)), "Lea Born"),
    ]
    places = np.asarray([0, fern + 1, moss + 1, text.index("fern.")], np.int64)

    assert said_by_others(places, text, said, LEA).tolist() == [False, True, False, False]
    assert said_by_others(places, text, [(said[0][0], None)], LEA).tolist() == [False] * 4


@pytest.mark.parametrize(
    ("who", "another"), [("A warden", True), ("The driver", True), ("The report", False), ("She", False)]
)
def test_what_somebody_without_a_name_talks_about_is_not_hers_either(who: str, another: bool) -> None:
    text = f"{who} said that fern grows."
    record = replace(FERN, content=((text.index("fern"), len(text) - 1),), mention=(0, len(who)))

    place = np.asarray([text.index("fern")])
    assert said_by_others(place, text, [(record, None)], LEA, by_name=False).tolist() == [another]
    assert said_by_others(place, text, [(record, None)], LEA).tolist() == [False]


@pytest.mark.parametrize(
    ("mention", "theirs"),
    [
        ("Senator Vera Holm", True),
        ("Holm", True),
        ("a spokesman for Holm", True),
        ("An aide to Senator Vera Holm", False),
        ("Holm’s lawyer", False),
        ("the Holm campaign", False),
        ("the Norland ambassador to Holm", False),
        ("Norland’s envoys to the Holm", False),
        ("a visitor from Holm", True),
    ],
)
def test_who_speaks_for_a_person_is_not_that_person(mention: str, theirs: bool) -> None:
    text = f"“It stays,” {mention} said."
    at = text.index(mention)
    unresolved = Attribution(
        content=((0, 11),), mention=(at, at + len(mention)), cue=None, speaker=None,
        kind=AttributionKind.DIRECT, rule="by hand", confidence=0.9,
    )  # fmt: skip

    assert Asked(frozenset(), word="Holm").may_own(unresolved, None, text) is theirs
    assert Asked(frozenset(), word="Holm", role=frozenset({"holm"})).owns(unresolved, None, text) is theirs


@given(st.text("aé_ .B'", min_size=1, max_size=4), st.text("aé_ .B'", max_size=14))
@example("a a", "Ba a a")
@example("Quill", "Quill, McQuill and Quills met Quill")
def test_a_word_stands_by_itself_where_no_letter_is_next_to_it(word: str, text: str) -> None:
    plainly = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")

    found = [match.span() for match in whole_word(word).finditer(text)]

    assert found == [match.span() for match in plainly.finditer(text)]


@pytest.mark.parametrize(
    ("mention", "theirs"),
    [
        ("Save The Student's Tom Brandt", False),
        ("Dene Students’ vice president, Tom Brandt", False),
        ("the student Tom Brandt", True),
        ("Save The Student's student Tom Brandt", True),
        ("Dean of Students Tom Brandt", False),
        ("the mother of a student", False),
        ("one of the students", True),
        ("a spokesman for the students", True),
        ("a student of Dean Quill", True),
        ("a student's mother", True),
    ],
)
def test_who_is_of_a_body_that_is_named_after_a_role_does_not_bear_it(mention: str, theirs: bool) -> None:
    text = f"“It is dear,” said {mention}."
    said = replace(
        MOSS, content=((0, 14),), mention=(text.index(mention), text.index(mention) + len(mention))
    )

    asked = Asked(frozenset(), role=frozenset({"student"}), noun="student")

    assert asked.owns(said, "Tom Brandt", text) is theirs
