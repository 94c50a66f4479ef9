"""What the records prove: that somebody said so, or that they have words on a topic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.proof import BESIDE_TOPIC
from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

LEVEE = """The levee vote

Ada Quill said the boats were late. “Nobody sweeps the quay,” she said.

The levee will hold for a hundred years, Ada Quill predicted on Tuesday.

Ivo Brandt denied that he had sold the quay. “I have never owned it,” Brandt said.

Una Strand met the skippers in the rain. She said that the harbour was hers."""


FILM = """A film on the quay

Una Strand, the miller, is shown at work: “The quay must open. Nobody asked the skippers about the tax.”

The Pilots' Guild and the Bakers say they will watch the ferries when the tolls come.

“The pilots are not to blame,” Ivo Brandt said at the hearing, according to the Norvik Star.

Ned Pryce was in the hall when Ada Quill said: “The tax is a gift.”
A film on Ned Pryce bears the name “The Long Tax of Norvik”."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Una Strand say about the tax?", "Nobody asked the skippers"),
        ("what did una strand say about the tax", "Nobody asked the skippers"),
        ("What did the Norvik Star say about the pilots?", "not to blame"),
    ],
)
def test_words_beside_a_name_without_records_are_not_denied(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(FILM)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text
    assert answer.quotes[0].speaker in (None, "Ivo Brandt")


@pytest.mark.parametrize(
    "question", ["What did Ned Pryce say about the tax?", "What did Una Strand say about the pilots?"]
)
def test_a_quotation_of_another_or_on_something_else_or_a_title_is_no_word_of_theirs(
    asker_of: Asker, question: str
) -> None:
    answer = asker_of(FILM)(question)

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


HEARD = """A week in the town

The Norvik Star said Ada Quill had told the council that the levee was unsafe.

“The ferries will be on time by May,” Ada Quill said.

Officials said the miller, Ivo Hale, told police that he had been asleep.

Brandt said Ned Pryce told nobody about the toll.

Ned Pryce said that after Hale told the skippers about the quay, the crane fell. He said Una Hale warned of a flood.

Brandt said Una Hale likes the crew so much that the crew told the newspapers."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ada Quill say about the levee?", "the levee was unsafe"),
        ("what did ada quill say about the levee", "the levee was unsafe"),
        ("What did Ivo Hale tell police?", "he had been asleep"),
        ("What did Una Hale say about a flood?", "warned of a flood"),
    ],
)
def test_what_others_say_that_somebody_said_is_not_denied(asker_of: Asker, question: str, words: str) -> None:
    answer = asker_of(HEARD)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text
    assert answer.quotes[0].speaker not in ("Ada Quill", "Ivo Hale", "Una Hale")


@pytest.mark.parametrize(
    "question",
    [
        "What did Ivo Hale say about the quay?",
        "What did Ned Pryce say about the toll?",
        "What did Ivo Hale say about a flood?",
        "What did Una Hale say about the newspapers?",
    ],
)
def test_what_is_told_of_another_or_only_in_passing_is_not_what_somebody_said(
    asker_of: Asker, question: str
) -> None:
    assert asker_of(HEARD)(question).outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ada Quill predict?", "a hundred years"),
        ("What did Brandt deny?", "sold the quay"),
    ],
)
def test_a_verb_without_a_topic_is_answered_by_a_record_with_that_verb(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(LEVEE)(question)

    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.quotes[0].text


def test_another_verb_is_not_answered_by_what_somebody_only_said(asker_of: Asker) -> None:
    answer = asker_of(LEVEE)("What did Una Strand promise?")

    assert answer.outcome is not Outcome.ANSWERED


def test_what_somebody_did_not_do_is_not_what_they_did(asker_of: Asker) -> None:
    asked = asker_of(
        "The levee vote\n\nAda Quill has never promised that the levee would hold. Ivo Brandt left."
    )

    assert asked("What did Ada Quill promise?").outcome is not Outcome.ANSWERED


ARREST = """Boats seized

Chief Una Strand met the press on Monday. “This man lied to everybody. He will not sail again.”, she said.

Police named him as Ivo Brandt, 61, of the Dene Road.

The hearing is in May. It may last a week. Nobody knows who will pay. “The rain was heavy,” Strand said later."""


def test_words_that_do_not_name_whom_the_next_paragraph_names_may_be_on_them(asker_of: Asker) -> None:
    answer = asker_of(ARREST)("What did Una Strand say about Ivo Brandt?")

    assert answer.outcome is Outcome.UNSURE
    assert "This man lied to everybody" in answer.quotes[0].text
    assert answer.note == BESIDE_TOPIC


def test_a_common_word_of_the_next_paragraph_is_not_what_words_are_on(asker_of: Asker) -> None:
    answer = asker_of(ARREST)("What did Una Strand say about the road?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def test_what_others_say_of_a_mother_is_nothing_on_her_mother(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    (tmp_path / "prize.txt").write_text("A prize\n\nThe baker Una Strand won it.", encoding="utf-8")
    (tmp_path / "pilot.txt").write_text(
        "A rescue\n\n“The mother of the pilot was brave,” Ivo Brandt said.", encoding="utf-8"
    )

    answer = answerer_of(tmp_path).ask("What did Una Strand say about her mother?")

    assert answer.nearest is None
    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


TRAM = """Tram derails in Dene

Seven people were hurt in an accident on the hill line on Monday.

It was the third in a year. The line was closed for two days. Buses ran instead of it.

Ada Quill issued a statement that said she was on her way.

Ivo Brandt said he had seen the lights go out. Ned Pryce was at home."""


@pytest.mark.parametrize(
    ("question", "words", "note"),
    [
        # A title's words count for all that is said under it.
        ("What did Ada Quill say about the tram?", "on her way", ""),
        ("What did Ada Quill say about the accident?", "on her way", BESIDE_TOPIC),
        ("What did Ivo Brandt say about the accident?", "lights go out", BESIDE_TOPIC),
    ],
)
def test_words_in_an_article_that_opens_with_the_topic_are_not_denied(
    asker_of: Asker, question: str, words: str, note: str
) -> None:
    answer = asker_of(TRAM)(question)

    assert (answer.outcome, answer.note) == (Outcome.UNSURE, note)
    assert words in answer.quotes[0].text


@pytest.mark.parametrize(
    "question", ["What did Ned Pryce say about the accident?", "What did Ada Quill say about the year?"]
)
def test_who_says_nothing_there_or_nothing_on_what_comes_later_is_denied(
    asker_of: Asker, question: str
) -> None:
    assert asker_of(TRAM)(question).outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


SCHOOL = """A fire at the school

Ines Orsa, a bell-ringer at the school, said she heard a bang in the tower.

The botany lecturer has lost all her notes. “The laboratory will stay closed,” she said.

One plumber, Lea Moss, was glad. “The pipes held,” she said.

A window cleaner was hurt, Ada Quill said. “He fell from the roof,” she said."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the bell-ringer say?", "heard a bang"),
        ("what did the bell-ringer say about the tower", "heard a bang"),
        ("What did the botany lecturer say about the laboratory?", "will stay closed"),
        ("What did the plumber say?", "pipes held"),
    ],
)
def test_whoever_an_article_calls_so_without_a_description_is_not_denied(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(SCHOOL)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


@pytest.mark.parametrize(
    "question", ["What did the window cleaner say?", "What did the window cleaner say about the roof?"]
)
def test_whoever_is_only_spoken_of_is_denied(asker_of: Asker, question: str) -> None:
    assert asker_of(SCHOOL)(question).outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


LAWYER = """A harbour lawyer speaks

“I saw the rocks before anybody,” Ivo Brandt said. Brandt said that the captain slept."""


def test_who_alone_speaks_may_be_whom_the_title_calls_so(asker_of: Asker) -> None:
    answer = asker_of(LAWYER)("What did the harbour lawyer say about the captain?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Ivo Brandt")


def test_where_two_speak_neither_is_whom_the_title_calls_so(asker_of: Asker) -> None:
    answer = asker_of(f"{LAWYER} Ned Pryce denied it. “He was awake,” Pryce said. “All night,” Pryce said.")(
        "What did the harbour lawyer say about the captain?"
    )

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize(
    "title",
    [
        "Brandt attacks harbour lawyer",
        "Harbour lawyer wins prize",
    ],
)
def test_nobody_is_whom_a_title_has_not_speak(asker_of: Asker, title: str) -> None:
    answer = asker_of(LAWYER.replace("A harbour lawyer speaks", title))(
        "What did the harbour lawyer say about the captain?"
    )

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def test_who_is_told_something_in_a_title_is_not_who_tells_it(asker_of: Asker) -> None:
    answer = asker_of(LAWYER.replace("A harbour lawyer speaks", "Harbour lawyer tells Brandt: it sank"))(
        "What did the harbour lawyer say about the captain?"
    )

    assert answer.outcome is Outcome.UNSURE
    assert [quote.text for quote in answer.quotes] == ["Harbour lawyer tells Brandt: it sank"]
    assert answer.quotes[0].speaker is None


def test_who_is_quoted_without_a_name_is_not_whoever_is_quoted_by_name(asker_of: Asker) -> None:
    text = LAWYER.replace(
        "Brandt said that the captain slept.", "“He slept,” the lawyer said of the captain."
    )

    answer = asker_of(text)("What did the harbour lawyer say about the rocks?")

    assert all(quote.speaker != "Ivo Brandt" for quote in answer.quotes)
