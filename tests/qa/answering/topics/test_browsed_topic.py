from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.articles_of_a_time import FIRST_WORDS, with_days
from qa.answering.ending.draft import NO_ORDER
from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.topic_page import topic_page
from qa.answers import Nearest, Outcome
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.understanding.line import understood_line

FERRIES = Path(__file__).parents[1] / "ferries"


@pytest.fixture(scope="session")
def ferries(answerer_of: Callable[[Path], Answerer]) -> Answerer:
    return answerer_of(FERRIES)


@pytest.fixture(scope="session")
def undated(answerer_of: Callable[[Path], Answerer], tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("undated")
    (folder / "toll.txt").write_text(
        "Notes from Harwick.\n\nThe toll on the bridge rises in May.\n\nThe latest hat of the mayor is blue.\n",
        encoding="utf-8",
    )
    (folder / "bread.txt").write_text(
        "Bread is dear in Harwick.\n\n“The news about bread is bad,” Ada Quill said.\n", encoding="utf-8"
    )
    return answerer_of(folder)


@pytest.mark.parametrize(
    "question", ["latest on the ferries", "ferries, latest", "any news about the ferries?"]
)
def test_the_latest_on_a_topic_is_the_newest_of_all_that_is_on_it(ferries: Answerer, question: str) -> None:
    answer = ferries.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    days = [quote.version.article.date for quote in answer.quotes]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[0] == "2024-11-02"
    assert "letter" not in {quote.version.article.id for quote in answer.quotes[: len(dated)]}
    assert understood_line(answer.understood).endswith("ferries · newest first")


@pytest.mark.parametrize(
    "question", ["school meals", "everything about school meals", "latest on school meals"]
)
def test_what_is_shown_of_a_topic_is_on_the_topic(ferries: Answerer, question: str) -> None:
    answer = ferries.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.version.article.id for quote in answer.quotes} == {"meals"}


def test_of_a_name_alone_their_own_words_and_those_about_them_are_shown(ferries: Answerer) -> None:
    answer = ferries.ask("everything about Una Strand")

    assert answer.outcome is Outcome.ANSWERED
    assert all("Strand" in quote.text or quote.speaker == "Una Strand" for quote in answer.quotes)
    assert any(quote.speaker == "Una Strand" for quote in answer.quotes)


def test_words_for_the_order_are_no_words_of_the_topic(undated: Answerer) -> None:
    answer = undated.ask("latest news about the toll")

    assert [quote.text for quote in answer.quotes] == ["The toll on the bridge rises in May."]


def test_that_nothing_is_dated_is_said_and_no_order_is_claimed(undated: Answerer) -> None:
    answer = undated.ask("latest on the toll")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.note == NO_ORDER
    assert "newest" not in understood_line(answer.understood)


def test_a_topic_outside_the_dates_is_nearest(ferries: Answerer) -> None:
    answer = ferries.ask("school meals since December 2024")

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.OUTSIDE_DATES)
    assert {quote.version.article.id for quote in answer.quotes} == {"meals"}
    assert answer.note == ""


@pytest.mark.parametrize(
    "question",
    [
        "What happened on 4 March 2024?",
        "what went on in March 2024",
        "what was in the news in March 2024",
        "headlines from March 2024",
    ],
)
def test_what_happened_in_a_time_is_shown_by_the_first_words_of_its_articles(
    ferries: Answerer, question: str
) -> None:
    answer = ferries.ask(question)

    assert (answer.outcome, answer.note) == (Outcome.ANSWERED, FIRST_WORDS)
    assert {(quote.version.article.date or "")[:7] for quote in answer.quotes} == {"2024-03"}
    assert "The Ports Authority will raise ferry fares" in " ".join(quote.text for quote in answer.quotes)
    assert all(quote.version.article.text.startswith(quote.text) for quote in answer.quotes)


def test_what_an_outlet_prints_above_each_article_is_not_what_happened(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    above = "The Inland Post is a paper that its readers own. Sign up for our weekly letter from Dene."
    told = (
        "The ferry to Orsa ran aground on Monday. Nobody was hurt, and tugs freed it when the tide came in at noon.",
        "Two bakers in Harwick shut their shops. Flour, salt and rents have doubled within a year, both of them said.",
        "A bridge over the Strand was painted red. Its old coat of green had kept rust away for thirty long winters.",
    )
    articles = [
        {"id": words, "date": f"2024-03-0{at}", "text": f"{above}\n\n{words}"}
        for at, words in enumerate(told, 1)
    ]
    (tmp_path / "post.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What happened in March 2024?")

    assert {quote.text for quote in answer.quotes} == {each.partition(". ")[0] + "." for each in told}


def test_a_heading_is_not_what_happened_where_a_sentence_follows(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    heading = "MINISTER FOR FERRIES, BRIDGES AND HARBOURS"
    articles = [
        {
            "id": "ferry",
            "date": "2024-03-01",
            "text": f"{heading}\n\nThe ferry to Orsa ran aground on Monday.",
        },
        {
            "id": "post",
            "date": "2024-03-02",
            "text": "Minister for post and parcels at Dene\n\nNo questions today",
        },
    ]
    (tmp_path / "office.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What happened in March 2024?")

    assert {quote.text for quote in answer.quotes} == {
        "The ferry to Orsa ran aground on Monday.",
        "Minister for post and parcels at Dene",
    }


def test_what_happened_in_a_time_of_no_article_is_looked_for_in_all(ferries: Answerer) -> None:
    answer = ferries.ask("What happened on 4 July 1776?")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.UNSURE)
    assert answer.nearest is None
    assert answer.note != FIRST_WORDS


def test_a_time_is_kept_where_an_article_is_of_it_and_else_left_out(
    ferries: Answerer, library_of: Callable[[Path], Library]
) -> None:
    with library_of(FERRIES).snapshot() as view:
        march, past = (
            ferries.understand(f"What happened on 4 {month}?", view) for month in ("March 2024", "July 1776")
        )

        assert with_days(view, march, narrowed(Scope(), march)) == march
        assert with_days(view, past, narrowed(Scope(), past)) == replace(
            past, since=None, until=None, browses=False
        )


@pytest.mark.parametrize(
    "topic", ["ferries", "school meals", "ferry fares", "tolls on the bridge", "whales", "strike"]
)
def test_an_answer_and_a_page_agree_whether_there_is_something(
    ferries: Answerer, library_of: Callable[[Path], Library], topic: str
) -> None:
    with library_of(FERRIES).snapshot() as view:
        page = topic_page(view, topic)

    assert (ferries.ask(topic).outcome is Outcome.ANSWERED) is not page.empty


def test_more_on_a_topic_shows_nothing_again(ferries: Answerer) -> None:
    first = ferries.ask("latest on the ferries")
    second = ferries.ask("more", conversation=Conversation().after(first))

    assert second.understood.topic == "the ferries"
    assert not {quote.id for quote in first.quotes[:3]} & {quote.id for quote in second.quotes}


def test_the_latest_on_somebody_is_of_an_article_that_names_them_in_full_once(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    first = "Ivo Holt was charged in Orsa. Ivo Holt denies it. The trial of Ivo Holt begins in May. Ivo Holt waits."
    later = "Ivo Holt was back in court in Orsa. A judge told Holt to wait. Holt left. The lawyers of Holt left too."
    rows = [
        {"id": "a", "date": "2024-03-01", "title": "Ivo Holt charged", "text": first},
        {"id": "b", "date": "2024-06-01", "title": "Trial is put off again", "text": later},
        {"id": "c", "date": "2024-01-01", "title": "Roads", "text": "Holt Street in Dene is shut."},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    answer = answerer_of(tmp_path).ask("What is the latest on Ivo Holt?")

    assert answer.quotes[0].version.article.date == "2024-06-01"
