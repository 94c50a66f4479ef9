"""Follow-ups that mean the quotes themselves: when they were printed, what they are about, "which one?" and "more"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Nearest, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = {
    "levee": (
        "---\ndate: 2024-03-04\nsource: Harwick Post\n---\nThe levee at Harwick broke on Monday.\n\n"
        "“The levee was never repaired,” Ada Quill said. “We asked for money every spring.”\n"
    ),
    "tolls": (
        "---\ndate: 2024-05-06\nsource: Dene Leaflet\n---\n“The tolls are too high for farmers,” Una Strand said.\n\n"
        "“The bridge was built in 1931 and is forty metres long,” Ivo Brandt said of the tolls.\n"
    ),
    "bakers": "---\ndate: 2024-06-07\n---\n“Bread will cost more by spring,” Tom Mott said.\n\nHe left early.\n",
    "brewers": "---\ndate: 2024-06-08\n---\n“Beer will cost more by spring,” Rosa Mott said.\n\nShe stayed.\n",
    "undated": "Nobody sold a boat.\n\n“The regatta is off,” Sam Kettle said.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("shown")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def talk(answerer: Answerer, *questions: str) -> Answer:
    """Ask questions one after the other, and return the last answer."""
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer)
    return answer


@pytest.mark.parametrize(
    "question",
    [
        "when did she say that?",
        "when was that?",
        "when?",
        "when did Quill say this?",
        "when was it published",
        "where did she say that?",
        "which paper was that from?",
        "how old is this?",
        "what's the date of that?",
        "and how old is it?",
    ],
)
def test_the_day_and_the_outlet_of_what_was_shown_are_said(answerer: Answerer, question: str) -> None:
    answer = talk(answerer, "What did Quill say about the levee?", question)

    assert answer.outcome is Outcome.ANSWERED
    assert "levee was never repaired" in answer.quotes[0].text
    assert answer.quotes[0].speaker == "Ada Quill"
    assert "rinted on 4 March 2024 in Harwick Post" in answer.note


def test_when_the_words_of_several_were_printed_is_said(answerer: Answerer) -> None:
    shown = talk(answerer, "Who said something about the tolls?")
    answer = talk(answerer, "Who said something about the tolls?", "when was that?")

    assert len(shown.quotes) > 1
    assert [quote.id for quote in answer.quotes] == [quote.id for quote in shown.quotes]
    assert "rinted on 6 May 2024 in Dene Leaflet" in answer.note


def test_whose_quotes_are_meant_is_said_by_a_name_or_a_pronoun(answerer: Answerer) -> None:
    before = ("What did Quill say about the levee?", "What did Strand say about the tolls?")

    assert "6 May 2024" in talk(answerer, *before, "when did she say that?").note
    assert "4 March 2024" in talk(answerer, *before, "when did Quill say that?").note
    assert talk(answerer, *before, "when did Brandt say that?").note == ""


def test_a_day_that_nobody_knows_is_not_said(answerer: Answerer) -> None:
    assert talk(answerer, "What did Sam Kettle say?", "when did he say that?").note == ""


@pytest.mark.parametrize(
    "question", ["what is this about?", "where does it say that?", "where does this come from?"]
)
def test_what_it_is_about_stands_around_it(answerer: Answerer, question: str) -> None:
    answer = talk(answerer, "What did Quill say about the levee?", question)

    assert answer.article
    assert "levee at Harwick broke" in answer.quotes[0].text


@pytest.mark.parametrize("question", ["what is this about?", "how old is it?"])
def test_where_nothing_was_shown_the_archive_is_meant(answerer: Answerer, question: str) -> None:
    assert talk(answerer, question).outcome is Outcome.META
    assert talk(answerer, "What did Nobody Atall say?", question).outcome is Outcome.META


@pytest.mark.parametrize("question", ["more", "neither"])
def test_nobody_is_chosen_by_asking_on(answerer: Answerer, question: str) -> None:
    answer = talk(answerer, "What did Mott say about spring?", question)

    assert set(answer.understood.ambiguous) == {"Tom Mott", "Rosa Mott"}
    assert answer.choices == ("What did Rosa Mott say about spring?", "What did Tom Mott say about spring?")


@pytest.mark.parametrize(
    "question", ["who said that?", "says who", "and who says so?", "whose words are these?"]
)
def test_who_said_that_is_who_said_what_was_shown(answerer: Answerer, question: str) -> None:
    shown = talk(answerer, "How much will bread cost by spring?", question)

    assert [quote.speaker for quote in shown.quotes] == ["Tom Mott", "Rosa Mott"]
    assert (shown.outcome, shown.note) == (
        Outcome.ANSWERED,
        "The quotes that were shown, each with whose words it gives.",
    )


def test_who_said_that_is_searched_for_where_the_first_quote_is_nobodys(answerer: Answerer) -> None:
    answer = talk(answerer, "When did the levee break?", "who said that?")

    assert "gives" not in answer.note


def test_nothing_was_all_shown_where_nothing_answered(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Ned Hale say about the ferries?", "anything newer?")

    assert answer.nearest is not Nearest.ALL_SHOWN


def test_whether_it_is_true_is_not_judged(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Quill say about the levee?", "Is that true?")

    assert answer.quotes[0].speaker == "Ada Quill"
    assert "not judged" in answer.note


@pytest.mark.parametrize(
    "asked",
    [
        "what was the exact quote?",
        "whats the exact quote",
        "The full quote, please?",
        "can i see the full quote",
    ],
)
def test_the_exact_words_are_those_that_were_shown(answerer: Answerer, asked: str) -> None:
    answer = talk(answerer, "What did Quill say about the levee?", asked)

    assert "levee was never repaired" in answer.quotes[0].text
    assert "with whose words it gives" in answer.note


def test_a_link_is_asked_for_of_what_was_shown_last(answerer: Answerer) -> None:
    answer = talk(
        answerer,
        "What did Strand say about the tolls?",
        "What did Quill say about the levee?",
        "thanks",
        "link?",
    )

    assert "levee" in answer.quotes[0].text


def test_a_shown_article_is_called_by_its_title(answerer: Answerer) -> None:
    assert (
        talk(answerer, "what did Quill say?", "show me the article").note
        == "The article “The levee at Harwick broke on Monday”."
    )


def test_in_that_article_is_no_topic_and_bounds_the_answer(answerer: Answerer) -> None:
    quoted = talk(
        answerer, "What did Una Strand say about the tolls?", "is ivo brandt quoted in the same piece"
    )
    elsewhere = talk(
        answerer, "What did Una Strand say about the tolls?", "is ada quill quoted in that article"
    )

    assert (quoted.outcome, quoted.quotes[0].speaker, quoted.understood.topic) == (
        Outcome.ANSWERED,
        "Ivo Brandt",
        None,
    )
    assert elsewhere.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def test_who_else_speaks_in_that_article_is_nobody_of_another(answerer: Answerer) -> None:
    others = talk(answerer, "What did Tom Mott say about spring?", "who else is quoted in that article?")

    assert "Rosa Mott" not in [quote.speaker for quote in others.quotes]


@pytest.mark.parametrize("turn", ["who is quoted?", "who else is quoted there", "who was quoted besides her"])
def test_who_is_quoted_is_asked_of_what_was_shown(answerer: Answerer, turn: str) -> None:
    quoted = talk(answerer, "What did Una Strand say about the tolls?", turn)

    assert [quote.speaker for quote in quoted.quotes] == ["Ivo Brandt"]
