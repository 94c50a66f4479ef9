"""Words typed in quotation marks are looked for as typed: the answer says who said them, or that nobody did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots.endings import ending
from qa.answers import Answer, Nearest, Outcome

HARBOUR = """Mayor Anna Lindqvist spoke for an hour. “The old harbour must stay open for the small boats,” she said.

“We were promised a study of the harbour,” said councillor Peter Okafor. “The harbour must make way for homes.”
"""


@pytest.fixture(scope="module")
def ask(asker_of: Callable[[str], Callable[[str], Answer]]) -> Callable[[str], Answer]:
    return asker_of(HARBOUR)


@pytest.mark.parametrize(
    "question",
    [
        "Who said “must stay open for the small boats”?",
        'Who said "must stay open for the small boats"?',
        '"the old harbour must stay open for the small boats"',
        'Did Anna Lindqvist say "The old harbour must stay open"?',
    ],
)
def test_typed_words_are_found_with_their_speaker(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Anna Lindqvist"
    assert "stay open" in answer.quotes[0].text
    assert answer.confidence > 0.9


def test_words_that_nobody_said_are_not_answered_with_others_on_the_topic(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("Who said “the harbour must be filled with sand”?")

    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Did Anna Lindqvist say “the harbour must stay open for small boats”?",
        "Did Anna Lindqvist say “the old harbour must stay open for the small boat”?",
    ],
    ids=["words left out", "another ending"],
)
def test_similar_words_are_not_shown_as_the_typed_ones(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.OTHER_WORDS)
    assert ending(answer) == "Not found in these words. Nearest:"


def test_words_of_somebody_else_are_told_apart(ask: Callable[[str], Answer]) -> None:
    answer = ask("Did Anna Lindqvist say “the harbour must make way for homes”?")

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.OTHERS_ON_THIS)
    assert answer.related[0].speaker == "Peter Okafor"
    assert answer.confidence < 0.9
    assert "with these words" in ending(answer)


def test_a_title_in_quotation_marks_need_not_be_said(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Anna Lindqvist say about the “harbour”?")

    assert answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize("question", ['Who said "... ... ... ..."?', '"? ? ? ?"', 'Who said "" "“”"?'])
def test_quotation_marks_around_no_words_are_no_quotation(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).nearest is not Nearest.OTHER_WORDS


def test_words_that_the_article_itself_says_are_nobodys(ask: Callable[[str], Answer]) -> None:
    answer = ask("Who said “Mayor Anna Lindqvist spoke for an hour”?")

    assert answer.outcome is not Outcome.ANSWERED


def test_who_disagrees_is_not_answered_with_the_words_disagreed_with(ask: Callable[[str], Answer]) -> None:
    answer = ask("Who disagreed with “the old harbour must stay open for the small boats”?")

    assert answer.confidence < 0.9


def test_a_topic_in_quotation_marks_is_no_quotation(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Anna Lindqvist say about “the old harbour and the small boats”?")

    assert answer.outcome is Outcome.ANSWERED


ORDINARY = """“We all pay the same fee, and fair is fair,” Mayor Una Strand said. “Nobody is let off.”

“It is not fair, and it never was,” said Ivo Brandt. “Fairness is what we ask for.”

Ada Quill, the harbour master, spoke last. “There is more to come,” she said. “The ferries are late again.”

The sea was calm. So it goes, wrote the clerk, and closed the book.
"""


@pytest.fixture(scope="module")
def ask_ordinary(asker_of: Callable[[str], Callable[[str], Answer]]) -> Callable[[str], Answer]:
    return asker_of(ORDINARY)


@pytest.mark.parametrize(
    ("question", "words", "speaker"),
    [
        ('"fair is fair"', "fair is fair", "Una Strand"),
        ("“Fair is  fair”", "fair is fair", "Una Strand"),
        ('Who said "fair is fair"?', "fair is fair", "Una Strand"),
        ('Who said "more to come"?', "more to come", "Ada Quill"),
        ('Did Una Strand say "fair is fair"?', "fair is fair", "Una Strand"),
        ("Did Ada Quill say “there is more”?", "There is more", "Ada Quill"),
        ("Who said “it never was”?", "it never was", "Ivo Brandt"),
        ('"so it goes"', "So it goes", None),
    ],
)
def test_a_few_ordinary_words_are_found_as_typed(
    ask_ordinary: Callable[[str], Answer], question: str, words: str, speaker: str | None
) -> None:
    answer = ask_ordinary(question)

    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.quotes[0].text
    assert answer.quotes[0].speaker == speaker
    assert answer.confidence > 0.9


@pytest.mark.parametrize(
    "question",
    [
        '"is fair fair"',
        'Who said "fair was fair"?',
        'Who said "more is to come"?',
        'Did Una Strand say "nobody was let off"?',
        'Did Ada Quill say "the ferry is late"?',
    ],
)
def test_a_few_words_that_nobody_said_are_not_found(
    ask_ordinary: Callable[[str], Answer], question: str
) -> None:
    answer = ask_ordinary(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert ending(answer) == "Not found in these words. Nearest:"


def test_words_like_nothing_in_the_archive_are_not_found(ask_ordinary: Callable[[str], Answer]) -> None:
    assert ask_ordinary('"a boat to come"').outcome is Outcome.NOT_FOUND


def test_a_few_words_of_somebody_else_are_told_apart(ask_ordinary: Callable[[str], Answer]) -> None:
    answer = ask_ordinary('Did Una Strand say "more to come"?')

    assert answer.nearest is Nearest.OTHERS_ON_THIS
    assert (
        ending(answer) == "Not found: Ada Quill is quoted with these words, but Una Strand is not. Nearest:"
    )
    assert answer.related[0].speaker == "Ada Quill"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ('Did Ivo Brandt say "the party isn\'t over, nor is it late"?', "the Harwick Council"),
        ("Did Ivo Brandt say “party”?", "the Harwick Council"),
        ("Did Ivo Brandt say “art”?", "Una Hale"),
    ],
    ids=["an apostrophe", "one word", "a part of another word"],
)
def test_who_is_named_for_typed_words_has_said_exactly_these(
    asker_of: Callable[[str], Callable[[str], Answer]], question: str, name: str
) -> None:
    ask = asker_of(
        "The hall\n\n“The party isn’t over, nor is it late,” the Harwick Council said.\n\n"
        "“The art is old,” said Una Hale.\n\nIvo Brandt said that he liked the lamps."
    )

    assert ending(ask(question)).startswith(
        f"Not found: {name} is quoted with these words, but Ivo Brandt is"
    )


@pytest.mark.parametrize(
    "question",
    [
        'What did Una Strand say about the "fees"?',
        'What did Ada Quill say about "late ferries"?',
        'Who spoke about the "ferry"?',
        '"What did Ada Quill say about the ferries?"',
    ],
)
def test_a_topic_or_a_question_in_marks_is_no_quotation(
    ask_ordinary: Callable[[str], Answer], question: str
) -> None:
    assert ask_ordinary(question).nearest is not Nearest.OTHER_WORDS


def test_words_are_found_over_whatever_border_of_passages(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    boats = "Alba Brisa Corva Dorn Elwy Fara Gull Heron Iris Juno Kestrel Linnet Maud Norna".split()
    told = [
        f"The {boat} was an hour late on its way to the islands, and nobody told us why." for boat in boats
    ]
    # One quotation that is too long for a passage is cut between its sentences.
    ask = asker_of(f"“{' '.join(told)[:-1]},” Una Strand said. “We counted.”")

    for boat in boats[1:]:
        answer = ask(f'Did Una Strand say "nobody told us why. The {boat} was an hour late"?')

        assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.ANSWERED, "Una Strand"), boat


PAINTED = """Many in Harwick hold that a promise is a promise.

“We will look at the numbers again,” Ada Quill said.

“Toll the bell and be done,” stood on a wall.
"""


@pytest.fixture(scope="module")
def ask_painted(asker_of: Callable[[str], Callable[[str], Answer]]) -> Callable[[str], Answer]:
    return asker_of(PAINTED)


@pytest.mark.parametrize(
    "question", ["Who said “a promise is a promise”?", "Did Ada Quill say “a promise is a promise”?"]
)
def test_words_that_only_the_article_has_are_shown_as_nobodys(
    ask_painted: Callable[[str], Answer], question: str
) -> None:
    answer = ask_painted(question)

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.NOBODYS_WORDS)
    assert [quote.text for quote in answer.quotes] == ["Many in Harwick hold that a promise is a promise."]
    assert answer.related == () or "promise" not in answer.related[0].text


def test_words_in_quotation_marks_are_somebodys_though_no_speaker_is_found(
    ask_painted: Callable[[str], Answer],
) -> None:
    assert ask_painted("Who said “toll the bell and be done”?").nearest is not Nearest.NOBODYS_WORDS


def test_words_in_marks_that_no_record_has_may_be_what_was_asked_for(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Ada Quill said that the ferries are late.\n\n"
        "On Tuesday the four clerks sat down before the harbour office, holding that their removal amounted to "
        "“theft in daylight”. They were joined by the bakers."
    )

    answer = ask('who said "theft in daylight"')

    assert answer.outcome is Outcome.UNSURE
    assert "theft in daylight" in answer.quotes[0].text
    assert answer.quotes[0].speaker is None
