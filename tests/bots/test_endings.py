"""The sentence on the screen and what the answer says of itself are the same, for every way in which one can end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bots.beside_answer import related_heading
from bots.endings import (
    UNSURE,
    ending,
    nearest_only,
    offered,
    side_ending,
    taken_for,
    timeline_ending,
)
from qa.answering.comparison import Timeline
from qa.answers import Answer, CorpusSummary, Meta, Nearest, Outcome, QuestionKind, Quote, Understanding
from qa.datatypes import Article, Attribution, AttributionKind, Target, Version

CORPUS = CorpusSummary(7, 40, "2025-01-17", "2025-01-20", 1)
SIZE = "(7 articles, 17 January 2025 to 20 January 2025)"


def quote_of(
    text: str = "The ferry sails.", *, about: tuple[str, ...] = (), speaker: str | None = "Ivo Brandt"
) -> Quote:
    record = Attribution(
        ((0, len(text)),), None, None, speaker, AttributionKind.DIRECT, "test", 0.9,
        targets=tuple(Target(name, "paragraph") for name in about),
    )  # fmt: skip
    return Quote(Version(1, "a" * 10, "b" * 64, Article("a", text)), 0, len(text), 0.5, record, speaker)


def spokesperson_for(body: str) -> Quote:
    quote = quote_of("Quill is late.", speaker=None)
    assert quote.attribution is not None
    return replace(quote, attribution=replace(quote.attribution, speaks_for=body))


def answer_of(
    outcome: Outcome,
    *,
    nearest: Nearest | None = None,
    meta: Meta | None = None,
    quotes: int = 1,
    choices: tuple[str, ...] = (),
    related: tuple[Quote, ...] = (),
    **understood: Any,
) -> Answer:
    kind = QuestionKind.SAID if understood.get("speaker") else QuestionKind.CONTENT
    asked = Understanding(understood.pop("kind", kind), "?", "?", **understood)
    return Answer(
        "?", outcome, 0.5, asked, (quote_of(),) * quotes, CORPUS,
        related=related, nearest=nearest, meta=meta, choices=choices,
    )  # fmt: skip


QUILL = {"speaker": "Ada Quill", "topic": "the ferry"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(answer_of(Outcome.ANSWERED, **QUILL), "", id="answered"),
        pytest.param(answer_of(Outcome.UNSURE, **QUILL), "This may answer it:", id="unsure"),
        pytest.param(answer_of(Outcome.UNSURE), "This may answer it:", id="unsure-anybody"),
        pytest.param(
            answer_of(Outcome.NOT_FOUND, **QUILL),
            f"Not found: I found no words of Ada Quill’s on the ferry {SIZE}.",
            id="not-found-somebody",
        ),
        pytest.param(
            answer_of(Outcome.NOT_FOUND, speaker="Ada Quill"),
            f"Not found: I found no words of Ada Quill’s {SIZE}.",
            id="not-found-no-topic",
        ),
        pytest.param(
            answer_of(Outcome.NOT_FOUND, speaker="critics", topic="the ferry", speaker_is_role=True),
            f"Not found: I found no words of the critics’ on the ferry {SIZE}.",
            id="not-found-a-role",
        ),
        pytest.param(
            answer_of(Outcome.NOT_FOUND), f"Not found: I found nothing here that answers that {SIZE}.", id="not-found"
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, **QUILL),
            "Not found: I found no words of Ada Quill’s on the ferry. Nearest:",
            id="nearest-no-reason",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, quotes=0, **QUILL),
            "Not found: I found no words of Ada Quill’s on the ferry.",
            id="nearest-without-quotes",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST),
            "Not found: I found nothing here that answers that. Nearest:",
            id="nearest-anybody",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.SPEAKER_NOT_ON_THIS, **QUILL),
            "Not found: Ada Quill is quoted in these articles, though not on the ferry. Nearest:",
            id="not-on-this",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.SPEAKER_NOT_ON_THIS, speaker="Ports Authority"),
            "Not found: the Ports Authority is quoted in these articles, though not on this. Nearest:",
            id="a-body-not-on-this",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OTHERS_ON_THIS, **QUILL),
            "Not found: others are quoted on the ferry, but Ada Quill is not. Nearest:",
            id="others-on-this",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OTHER_WORDS, **QUILL),
            "Not found in these words. Nearest:",
            id="other-words",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.NOBODYS_WORDS, **QUILL),
            "These words stand in 1 article, though I find nobody who says them there:",
            id="nobodys-words",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OUTSIDE_DATES, **QUILL),
            "Not found: Ada Quill is quoted on the ferry, though only outside the dates asked for. Nearest:",
            id="outside-dates",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OUTSIDE_SOURCES, **QUILL),
            "Not found: Ada Quill is quoted on the ferry, though only outside the outlets asked for. Nearest:",
            id="outside-sources",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OUTSIDE_BOTH, **QUILL),
            "Not found: Ada Quill is quoted on the ferry, though only outside the dates and outlets asked for. "
            "Nearest:",
            id="outside-both",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, nearest=Nearest.OUTSIDE_DATES),
            "Not found: what answers that is outside the dates asked for. Nearest:",
            id="content-outside-dates",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, speaker="Hale", ambiguous=("Ana Hale", "Bo Hale")),
            "Which one: Ana Hale or Bo Hale? Ask again with the full name. Nearest:",
            id="ambiguous",
        ),
        pytest.param(
            answer_of(
                Outcome.NEAREST, speaker="Hale", ambiguous=("Ana Hale", "Bo Hale"),
                choices=("What did Ana Hale say?", "What did Bo Hale say?"),
            ),
            "Which one: Ana Hale or Bo Hale? Ask again with the full name. “What did Ana Hale say?” · "
            "“What did Bo Hale say?” Nearest:",
            id="ambiguous-with-questions",
        ),
        pytest.param(
            answer_of(Outcome.NOT_FOUND, quotes=0, choices=("What did Ada Quill say?",)),
            "This question lacks something. Did you mean: “What did Ada Quill say?”",
            id="a-fragment",
        ),
        pytest.param(
            answer_of(Outcome.NEAREST, unexplained="it", choices=("What did Ada Quill say about the ferry?",)),
            "Nothing before this question says what “it” is. Did you mean: “What did Ada Quill say about the ferry?” "
            "Nearest:",
            id="a-pronoun",
        ),
        pytest.param(
            answer_of(Outcome.META, meta=Meta.ARCHIVE, quotes=0), f"In here: {SIZE[1:-1]}.", id="what-is-in-here"
        ),
        pytest.param(answer_of(Outcome.META, meta=Meta.THANKS, quotes=0), "You are welcome.", id="thanks"),
        pytest.param(answer_of(Outcome.META, meta=Meta.ARTICLES, quotes=0), "", id="which-articles-is-in-the-note"),
    ],
)  # fmt: skip
def test_it_is_said_how_a_question_ended(answer: Answer, said: str) -> None:
    assert ending(answer) == said


@pytest.mark.parametrize("meta", [Meta.GREETING, Meta.PROGRAM, Meta.ARCHIVE], ids=lambda each: each.value)
def test_the_size_of_the_archive_is_said_to_whoever_greets_or_asks_what_it_is(meta: Meta) -> None:
    assert SIZE[1:-1] in ending(answer_of(Outcome.META, meta=meta, quotes=0))


TELLING = {
    Nearest.SPEAKER_NOT_ON_THIS: "though not on",
    Nearest.OTHERS_ON_THIS: "others are quoted",
    Nearest.OUTSIDE_DATES: "outside the dates asked",
    Nearest.OUTSIDE_SOURCES: "outside the outlets asked",
    Nearest.OUTSIDE_BOTH: "outside the dates and outlets asked",
    Nearest.OTHER_WORDS: "in these words",
    Nearest.NOBODYS_WORDS: "nobody who says them there:",
    Nearest.ALL_SHOWN: "that is all",
    None: "I found no",
}


@pytest.mark.parametrize("nearest", [*Nearest, None], ids=str)
@pytest.mark.parametrize(
    "understood",
    [QUILL, {"speaker": "Ada Quill"}, {"speaker": "critics", "topic": "fish", "speaker_is_role": True}, {}],
    ids=["topic", "no-topic", "role", "anybody"],
)
def test_the_sentence_says_what_nearest_says_and_nothing_else(
    nearest: Nearest | None, understood: dict[str, Any]
) -> None:
    said = ending(answer_of(Outcome.NEAREST, nearest=nearest, **understood))

    assert said.startswith("Not found") is (nearest is not Nearest.NOBODYS_WORDS)
    assert TELLING[nearest] in said
    assert not [other for reason, other in TELLING.items() if reason is not nearest and other in said]


@pytest.mark.parametrize("outcome", list(Outcome), ids=str)
def test_only_what_was_not_found_is_called_so(outcome: Outcome) -> None:
    meta = Meta.ARCHIVE if outcome is Outcome.META else None
    denies = "Not found" in ending(answer_of(outcome, meta=meta, **QUILL))

    assert denies == (outcome in (Outcome.NEAREST, Outcome.NOT_FOUND))


@pytest.mark.parametrize("outcome", list(Outcome), ids=str)
def test_a_quote_under_not_found_is_marked_as_no_answer_and_no_other_is(outcome: Outcome) -> None:
    assert bool(nearest_only(answer_of(outcome), 1)) == (outcome is Outcome.NOT_FOUND)


def test_the_mark_of_what_does_not_answer_says_how_many_quotes_there_are() -> None:
    said, content = answer_of(Outcome.NOT_FOUND, **QUILL), answer_of(Outcome.NOT_FOUND)

    assert nearest_only(said, 1) == "The nearest quote, which does not answer the question:"
    assert nearest_only(said, 3) == "The nearest quotes, none of which answers the question:"
    assert nearest_only(said, 0) == ""
    assert nearest_only(content, 1) == "The nearest quote, which does not seem to answer the question:"
    assert nearest_only(content, 3) == "The nearest quotes, none of which seems to answer the question:"


def test_a_namesake_that_was_taken_is_said_and_the_others_are_offered_as_questions() -> None:
    answer = answer_of(
        Outcome.ANSWERED, speaker="Liam Hale", topic="the ferry", since=date(2025, 1, 1),
        instead_of=("Ana Hale", "Bo Hale"),
    )  # fmt: skip

    questions = tuple(
        f"What did {name} say about the ferry since 1 January 2025?" for name in ("Ana Hale", "Bo Hale")
    )
    assert offered(answer) == questions
    assert taken_for(answer) == (
        f"Taken for Liam Hale; others of that name: “{questions[0]}” · “{questions[1]}”"
    )
    # A page has the questions as links, and said each twice.
    assert taken_for(answer, offers_below=True) == "Taken for Liam Hale; others of that name below."
    assert ending(answer) == ""


def test_several_whom_a_role_fits_are_named_and_offered_as_questions() -> None:
    answer = answer_of(
        Outcome.ANSWERED, speaker="the mayor of Harwick", topic="fish", described="the mayor of Harwick",
        bearers=("Una Strand", "Ivo Brandt"),
    )  # fmt: skip

    assert taken_for(answer) == (
        "“the mayor of Harwick” is said of Una Strand and Ivo Brandt: “What did Una Strand say about fish?” · "
        "“What did Ivo Brandt say about fish?”"
    )
    assert taken_for(answer, offers_below=True) == (
        "“the mayor of Harwick” is said of Una Strand and Ivo Brandt."
    )


def test_three_whom_a_role_fits_are_joined_by_commas() -> None:
    answer = answer_of(
        Outcome.ANSWERED, speaker="the mayor", described="the mayor", bearers=("Una Strand", "Ivo Brandt", "Bo Hale")
    )  # fmt: skip

    assert "is said of Una Strand, Ivo Brandt and Bo Hale: " in taken_for(answer)


@pytest.mark.parametrize(
    "answer",
    [
        answer_of(Outcome.ANSWERED, **QUILL),
        answer_of(Outcome.ANSWERED, speaker="Una Strand", described="the mayor of Harwick"),
        answer_of(
            Outcome.NEAREST, speaker="Hale", ambiguous=("Ana Hale",), choices=("What did Ana Hale say?",)
        ),
        answer_of(Outcome.META, meta=Meta.THANKS),
    ],
    ids=["plain", "described", "asked-back", "meta"],
)
def test_nobody_else_is_offered_where_nobody_else_may_be_meant(answer: Answer) -> None:
    assert taken_for(answer) == ""


def test_a_side_says_how_it_ended_without_promising_quotes() -> None:
    answered = answer_of(Outcome.ANSWERED, **QUILL)
    silent = answer_of(
        Outcome.NEAREST, nearest=Nearest.SPEAKER_NOT_ON_THIS, speaker="Ivo Brandt", topic="the ferry"
    )
    unsure = answer_of(Outcome.UNSURE, speaker="Una Strand", topic="the ferry")
    joined = replace(answered, sides=(answered, silent, unsure))

    assert ending(joined) == ""
    assert [side_ending(side) for side in joined.sides] == [
        "",
        "Not found: Ivo Brandt is quoted in these articles, though not on the ferry.",
        UNSURE,
    ]


@pytest.mark.parametrize(
    ("related", "understood", "heading"),
    [
        pytest.param(
            ["Quill will resign.", "The board met Ada Quill."], QUILL, "About Ada Quill, not by Ada Quill:", id="about"
        ),
        pytest.param(
            ["Quill will resign.", "The ferry sails."], QUILL, "Also on this, not by Ada Quill:", id="not-all-about"
        ),
        pytest.param(["Quillon will resign."], QUILL, "Also on this, not by Ada Quill:", id="another-name"),
        pytest.param(
            ["The Authority sleeps."], {"speaker": "Ports Authority"},
            "About the Ports Authority, not by the Ports Authority:", id="a-body",
        ),
        pytest.param(
            ["Hale met."], {"speaker": "Hale", "ambiguous": ("Ana Hale", "Bo Hale")}, "Also on this:", id="two-people"
        ),
        pytest.param(["Critics met."], {"speaker": "critics", "speaker_is_role": True}, "Also on this:", id="a-role"),
        pytest.param(["Quill met."], {"speaker": "Quill", "speaker_known": False}, "Also on this:", id="unknown"),
        pytest.param(["The ferry sails."], {}, "Also on this:", id="nobody-asked"),
    ],
)  # fmt: skip
def test_what_stands_beside_an_answer_is_headed_by_what_it_is(
    related: list[str], understood: dict[str, Any], heading: str
) -> None:
    quotes = tuple(quote_of(text) for text in related)

    assert related_heading(answer_of(Outcome.ANSWERED, related=quotes, **understood)) == heading


@pytest.mark.parametrize(
    ("beside", "heading"),
    [
        pytest.param(quote_of("Quill will go, the chair said.", speaker=None), "Also about Ada Quill:", id="nameless"),
        pytest.param(quote_of("The ferry sails, she said.", speaker=None), "Also on this:", id="nameless-on-the-topic"),
        pytest.param(
            spokesperson_for("Ports Authority"), "About Ada Quill, not by Ada Quill:", id="a-nameless-spokesperson"
        ),
        pytest.param(spokesperson_for("Ada Quill"), "Also about Ada Quill:", id="a-nameless-spokesperson-of-theirs"),
        pytest.param(
            replace(quote_of("Quill spoke of “a hole”."), attribution=None, speaker=None), "Also about Ada Quill:",
            id="words-without-a-record",
        ),
        pytest.param(
            replace(quote_of("Quill will resign."), attribution=None, speaker=None),
            "About Ada Quill, not by Ada Quill:", id="the-articles-own",
        ),
    ],
)  # fmt: skip
def test_it_is_said_that_words_are_not_somebodys_only_where_that_is_known(
    beside: Quote, heading: str
) -> None:
    related = (quote_of("Quill met them."), beside)

    assert related_heading(answer_of(Outcome.ANSWERED, related=related, **QUILL)) == heading


def test_a_quote_is_about_somebody_whom_its_record_says_it_is_about() -> None:
    quotes = (quote_of("She will resign.", about=("Ada Quill",)),)

    heading = related_heading(answer_of(Outcome.ANSWERED, related=quotes, **QUILL))

    assert heading == "About Ada Quill, not by Ada Quill:"


@pytest.mark.parametrize(
    ("outcome", "nearest", "undated", "said"),
    [
        (Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS, 0, "Not found: {} is quoted in these articles, though not{}."),
        (Outcome.NEAREST, Nearest.OUTSIDE_DATES, 0, "Not found: {} is quoted{}, though only outside the dates asked "
         "for."),
        (Outcome.NOT_FOUND, None, 0, "Not found: I found no words of {}’s{} (SIZE)."),
        (Outcome.NEAREST, None, 0, "Not found: I found no words of {}’s{} (SIZE)."),
        (Outcome.NEAREST, None, 1, "No article that quotes {}{} has a date, so there is no order to show."),
    ],
    ids=["not-on-this", "outside-dates", "not-found", "no-reason", "undated"],
)  # fmt: skip
def test_an_empty_timeline_says_why(
    outcome: Outcome, nearest: Nearest | None, undated: int, said: str
) -> None:
    understood = Understanding(QuestionKind.SAID, "?", "?", over_time=True, **QUILL)
    timeline = Timeline(understood, (), (quote_of(),) * undated, outcome, CORPUS, nearest)

    assert timeline_ending(timeline) == said.format("Ada Quill", " on the ferry").replace("(SIZE)", SIZE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who criticised the plan?", "I found nobody here who criticised the plan"),
        ("who else is against it", "I found nobody else here who is against it"),
        ("And who, then?", "I found nobody here who said that"),
    ],
    ids=["in the words of the question", "else", "in other words"],
)
def test_where_nobody_did_it_the_ending_says_so(question: str, said: str) -> None:
    understood = Understanding(QuestionKind.WHO_SAID, question, question, topic="the plan")
    answer = replace(answer_of(Outcome.NOT_FOUND), understood=understood)

    assert ending(answer) == f"Not found: {said} {SIZE}."


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("mayor of Harwick", "the mayor of Harwick"),
        ("CEO of Dene Tools", "the CEO of Dene Tools"),
        ("Dutch rowing champion", "the Dutch rowing champion’s"),
        ("doctor at Hale Hospital", "the doctor at Hale Hospital"),
        ("Quill's sister", "Quill's sister"),
        ("Holt Brothers", "Holt Brothers’"),
    ],
)
def test_who_has_no_words_is_called_in_plain_english(speaker: str, said: str) -> None:
    the = "" if speaker.startswith(("Quill", "Holt")) else "the "
    question = f"What did {the}{speaker} say about the ferry?"
    understood = Understanding(QuestionKind.SAID, question, question, speaker=speaker, topic="the ferry")
    answer = replace(answer_of(Outcome.NOT_FOUND), understood=understood)

    assert ending(answer) == f"Not found: I found no words of {said} on the ferry {SIZE}."
