from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bots.markdown import answer_as_markdown
from bots.terminal.rendering import Look, answer_as_text
from qa.answering.answerer import Answerer
from qa.answers import Outcome

BRANDT, HALE, QUILL = "Tom Brandt", "Ivo Hale", "Ada Quill"
ARTICLES = (
    (
        "2024-03-05",
        "Toll plan splits Harwick council",
        "“The toll is a tax on the poor,” said Ada Quill, a councillor. “I am against it.”\n\nTom Brandt, the mayor,"
        " backed the plan. “I support the toll because nothing else will pay for the bridge,” Brandt said.\n\nIvo Hale,"
        " who runs a bakery, opposed the toll.",
    ),
    (
        "2024-06-11",
        "Brandt defends toll",
        "“Nobody voted for the toll,” Ada Quill said after the vote.\n\n“The pier is next,” said Una Strand.",
    ),
    (None, "Lock", "“The lock is old and leaks,” Mara Holt said.\n\nThe lock was built in 1900."),
)


@pytest.fixture(scope="module")
def harwick(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("sides")
    rows = [
        {"id": f"a{number}", "date": day, "source": "Harwick Post", "title": title, "text": text}
        for number, (day, title, text) in enumerate(ARTICLES)
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


def test_who_is_for_it_and_who_is_against_it_stand_side_by_side(harwick: Answerer) -> None:
    answer = harwick.ask("What speaks for and against the toll?")
    backed, opposed = answer.sides

    assert answer.outcome is Outcome.ANSWERED
    assert [backed.heading, opposed.heading] == ["Who supports the toll?", "Who opposes the toll?"]
    assert {quote.speaker for quote in backed.quotes} == {BRANDT}
    assert {quote.speaker for quote in opposed.quotes} == {HALE, QUILL}


def test_each_side_is_headed_with_its_question(harwick: Answerer) -> None:
    answer = harwick.ask("pros and cons of the toll")
    shown = answer_as_text(answer, 3, look=Look())

    assert shown.index("Who supports the toll?") < shown.index("nothing else") < shown.index("Who opposes")
    assert "## Who opposes the toll?" in answer_as_markdown(answer, 3)


def test_who_of_two_said_more_is_told_by_the_numbers_of_both(harwick: Answerer) -> None:
    answer = harwick.ask("Who said more about the toll, Quill or Brandt?")

    assert [side.heading for side in answer.sides] == [
        "What did Quill say about the toll? 2 quotes in 2 articles, 5 March 2024 to 11 June 2024.",
        "What did Brandt say about the toll? 1 quote that names it, in 1 article, 5 March 2024.",
    ]


def test_a_side_of_which_nothing_is_found_says_so(harwick: Answerer) -> None:
    before, after = harwick.ask("What did Quill say about the toll in 2024 and in 2022?").sides

    assert before.outcome is Outcome.ANSWERED
    assert after.outcome not in (Outcome.ANSWERED, Outcome.UNSURE)
    assert not after.quotes


def test_whoever_speaks_of_two_things_is_found_in_what_each_of_them_says(harwick: Answerer) -> None:
    answer = harwick.ask("Who talked about both the toll and the vote?")

    # The last of her words on the toll are also the only ones on the vote.
    assert answer.voices == ((QUILL, 2),)
    assert {quote.speaker for quote in answer.quotes} == {QUILL}


def test_where_nobody_speaks_of_both_each_is_answered(harwick: Answerer) -> None:
    answer = harwick.ask("Who talked about the pier as well as the lock?")

    assert [side.heading for side in answer.sides] == [
        "Who talked about the pier?",
        "Who talked about the lock?",
    ]


def test_a_word_that_two_things_share_shows_of_neither_that_somebody_speaks_of_it(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "mill.txt").write_text(
        "The Orsa Company closes the mill\n\nThe Orsa Company said the mill in Dene would close in June. “The mill is"
        " finished,” said Nils Holt, its director.\n\nAda Quill, Chairman, Harwick Rail, said trains would stop in"
        " Dene. Tom Brandt said the fares were too high, and the union said fares must fall.",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask("Who talked about both the mill in Dene and the fares in Dene?")

    # Quill names Dene alone.
    assert len(answer.sides) == 2
    assert not answer.note


def test_a_time_at_the_end_of_a_question_is_that_of_both_things(harwick: Answerer) -> None:
    answer = harwick.ask("Who talked about both the vote and the toll in March 2024?")

    assert [side.heading for side in answer.sides] == [
        "Who talked about the vote in March 2024?",
        "Who talked about the toll in March 2024?",
    ]
    assert {each.version.article.date for side in answer.sides for each in side.quotes} == {"2024-03-05"}


def test_before_and_after_an_event_all_words_stand_in_order_and_its_day_is_said_to_be_unknown(
    harwick: Answerer,
) -> None:
    answer = harwick.ask("What did Quill say about the toll before and after the vote?")

    assert [quote.version.article.date for quote in answer.quotes] == ["2024-03-05", "2024-06-11"]
    assert answer.note.endswith(
        "I do not know when that was, “the vote”: these are of any time, by their dates."
    )


@pytest.mark.parametrize(
    "question",
    [
        "How has Mara Holt's view of the lock changed over time?",
        "What did Mara Holt say about the lock before and after the vote?",
    ],
)
def test_what_has_no_date_is_found_and_said_to_have_none(harwick: Answerer, question: str) -> None:
    answer = harwick.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Mara Holt"
    assert "None of these articles has a date" in answer.note
    assert "by their dates" not in answer.note


def test_what_only_may_be_on_a_topic_has_no_first(harwick: Answerer) -> None:
    answer = harwick.ask("How has Una Strand's position on harbour fees changed?")

    assert "First quoted" not in answer.note


def test_who_may_only_have_spoken_of_one_of_two_topics_is_not_said_to_speak_of_both(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "toll.txt").write_text(
        "Toll plan\n\n“The toll is a tax on the poor,” said Ivo Brandt, the director of the Harwick Institute.",
        encoding="utf-8",
    )
    # So far from the name, "he" is only probably Brandt.
    (tmp_path / "lock.txt").write_text(
        "Lock repair is late\n\nIvo Brandt runs the Harwick Institute. The Ports Authority pays for it. The roof"
        " leaks. The Dene Council sent a builder. Rain came in. The floor was wet for days. It has dried by now. He"
        " said that the lock was old.",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask("Who talked about both the toll and the lock?")

    assert answer.voices == ()
    assert len(answer.sides) == 2
