"""How answers end, and whose words they show, on articles made for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.articles_of_a_time import NOTHING_DATED
from qa.answers import Answer, Meta, Nearest, Outcome
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.open_archive import open_answerer

FERRIES = """The ferries of Harwick

“The ferries must sail in winter,” said the mayor of Harwick, Una Strand. “Without them the island starves,” she said.

Ivo Brandt, who owns the bakery, said that the ferries are too dear. Una Strand did not answer him.

“The quay is safe,” said Ned Pryce, a spokesman for the Ports Authority. His lawyer said that the bakery was late.
"""
HALES = """Two of one name

“The school needs a roof before the winter,” said Lena Hale, a teacher.

Karl Hale, the coach, said that the match was lost in the last minute. “We gave the match away,” Karl Hale said.
"""


TOLD = """The price of the ferries

The ferries cost the town of Strand a fortune last year, and the ferries will cost Strand more.
"""

NETS = """Smaller nets on the lake

The council has put a cap on the length of nets, which takes effect in May. The fishermen were told of it by letter.

Anglers’ groups welcomed the limit on how far they may reach into the bay.
"""

LOCK = (
    "Lock stays\n\n“The lock will stay open all winter, whatever it costs,” Tora Holm said after the vote.\n",
    "Winter plans\n\nTora Holm, who leads the town, said: “The lock will stay open all winter, whatever it costs.” "
    "The smith left without a word.\n",
    "Costs\n\n“The lock will stay open all winter, whatever it costs, and the town will pay for every hour of it,” "
    "Tora Holm told the Ledger.\n",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Answerer:
    folder = tmp_path_factory.mktemp("endings")
    (folder / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (folder / "told.txt").write_text(TOLD, encoding="utf-8")
    (folder / "nets.txt").write_text(NETS, encoding="utf-8")
    for number, text in enumerate(LOCK):
        (folder / f"lock-{number}.txt").write_text(text, encoding="utf-8")
    (folder / "hales.txt").write_text(HALES, encoding="utf-8")
    return open_answerer(library_of(folder).path, today=date(2026, 1, 15))


@pytest.fixture(scope="module")
def ask(answerer: Answerer) -> Callable[[str], Answer]:
    return answerer.ask


def test_only_the_asked_speakers_words_answer_and_the_rest_stands_beside(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did Una Strand say about the ferries?")

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes} == {"Una Strand"}
    assert "Ivo Brandt" in {quote.speaker for quote in answer.related}


def test_a_role_is_answered_in_the_words_of_who_bears_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did the mayor of Harwick say about the ferries?")

    assert (answer.outcome, answer.understood.described) == (Outcome.ANSWERED, "mayor of Harwick")
    assert answer.quotes[0].speaker == "Una Strand"


def test_a_body_is_answered_in_the_words_of_who_speaks_for_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did the Ports Authority say about the quay?")

    assert answer.outcome is Outcome.ANSWERED
    record = answer.quotes[0].attribution
    assert record is not None and (record.speaker, record.speaks_for) == ("Ned Pryce", "Ports Authority")


def test_the_words_of_a_group_that_is_named_by_its_kind_are_not_denied(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did anglers' groups say about the cap on nets?")

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert answer.quotes[0].text.startswith("Anglers’ groups welcomed")


@pytest.mark.parametrize("question", ["What did Tora Holm say about the lock?", "Will the lock stay open?"])
def test_one_statement_that_several_articles_print_is_shown_once(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    shown = [quote for quote in answer.quotes if "will stay open" in quote.text]
    others = {path for quote in shown for path in quote.also_in}
    assert len(shown) == 2
    assert sum("pay for every hour" in quote.text for quote in shown) == 1
    assert len(others) == 1
    assert others.isdisjoint({quote.version.article.id for quote in shown})


def test_of_a_role_it_is_never_said_that_who_bears_it_is_quoted_on_something_else(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did the lawyer say about the ferries?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.nearest is None


def test_somebody_quoted_on_something_else_is_said_to_be_only_where_it_is_proved(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did Karl Hale say about the ferries?")

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS)


def test_a_name_that_occurs_nowhere_is_not_found(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Orla Venn say about the ferries?")

    assert (answer.outcome, answer.confidence <= 0.01) == (Outcome.NOT_FOUND, True)
    assert {quote.speaker for quote in answer.quotes} <= {None}


def test_of_two_of_one_name_the_one_whose_words_fit_is_taken_and_it_is_said(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did Hale say about the match?")

    assert (answer.understood.speaker, answer.understood.instead_of) == ("Karl Hale", ("Lena Hale",))
    assert {quote.speaker for quote in answer.quotes} == {"Karl Hale"}


def test_where_nothing_tells_who_is_meant_it_is_asked_back(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Hale say about the winter match?")

    assert answer.understood.speaker in ("Karl Hale", "Hale")
    assert ask("What did Hale say about taxes?").choices


@pytest.mark.parametrize(
    ("text", "meta"),
    [("hello", Meta.GREETING), ("What can you do?", Meta.PROGRAM), ("thanks!", Meta.THANKS)],
    ids=["greeting", "program", "thanks"],
)
def test_what_asks_the_articles_nothing_gets_no_quote(
    ask: Callable[[str], Answer], text: str, meta: Meta
) -> None:
    answer = ask(text)

    assert (answer.outcome, answer.meta, answer.quotes, answer.confidence) == (Outcome.META, meta, (), 0.0)


def test_articles_are_listed_that_hold_the_words(ask: Callable[[str], Answer]) -> None:
    assert "ferries" in ask("Which articles do you have about the ferries?").note.casefold()


def test_a_date_is_not_dropped_in_silence_where_nothing_is_dated(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Una Strand say about the ferries last week?")

    assert (answer.outcome, answer.note) == (Outcome.UNSURE, NOTHING_DATED)
    assert answer.quotes[0].speaker == "Una Strand"


def test_a_topic_alone_is_answered_by_what_is_on_it(ask: Callable[[str], Answer]) -> None:
    answer = ask("school roof")

    assert answer.outcome is Outcome.ANSWERED
    assert "roof" in answer.quotes[0].text


def test_a_misspelt_word_is_taken_for_one_that_the_articles_have(ask: Callable[[str], Answer]) -> None:
    answer = ask("wot did una strand say bout the feries")

    assert ("feries", "ferries") in answer.understood.corrections
    assert answer.quotes[0].speaker == "Una Strand"
    # Who writes with capitals means "ferrets", which is a word.
    assert ask("What did Una Strand say about the ferrets?").understood.corrections == ()


def test_a_question_in_another_language_is_searched_as_words_and_it_is_said(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("¿Cuándo llegan los ferries a la isla?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.note.startswith("I read English. This looks like Spanish, so only its words")


@pytest.mark.parametrize(
    "question", ["¿Qué dijo Una Strand sobre los ferries?", "Was sagte Una Strand über die Fähren?"]
)
def test_somebodys_words_are_shown_that_another_language_asks_for(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.question == question
    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Una Strand"
    assert "seems to ask what Una Strand said" in answer.note


def test_what_is_told_of_somebody_is_not_told_of_their_relative(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Una Strand's wife say about the ferries?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


TOPICS = ("the ferries", "the match", "the quay", "bread", "the school", "winter", "")
NAMES = (
    "Una Strand",
    "Strand",
    "Ivo Brandt",
    "Ned Pryce",
    "Lena Hale",
    "Karl Hale",
    "the Ports Authority",
    "the mayor of Harwick",
)


@pytest.mark.slow
def test_under_any_question_for_somebodys_words_every_quote_that_answers_is_theirs(
    answerer: Answerer,
) -> None:
    answered = 0
    for name in NAMES:
        for topic in TOPICS:
            answer = answerer.ask(f"What did {name} say{' about ' + topic if topic else ''}?", scope=Scope())
            if answer.outcome is not Outcome.ANSWERED:
                continue
            answered += 1
            asked = answer.understood.speaker
            for quote in answer.quotes:
                record = quote.attribution
                assert record is not None
                assert asked in (quote.speaker, record.speaks_for), (name, topic, quote.text)
    assert answered > 0
