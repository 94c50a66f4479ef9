"""What a talk asks on is looked for in the articles that were shown, before others on another ship."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.conversation.after_turns import RESOLVED
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation
from tests.qa.conversation.talks_of_dene import ON_LEVEE, followed

ARTICLES = {
    "held": (
        "Harwick holds a coaster\n\n“The ship must not dock,” Una Strand said of the coaster in Harwick.\n\n"
        "It had left Dene on Monday and is thought to be on its way to Orsa by the northern strait.\n"
    ),
    "wreck": (
        "The old wreck\n\nThe ship was going from Halvorn to Port Brandt when it sank in 1805.\n\n"
        "“Its bell was found,” Tom Mott said.\n"
    ),
}


COURTS = {
    "arson": (
        "Brandt is acquitted\n\nIvo Brandt was acquitted of arson because nobody had seen him at the mill.\n\n"
        "Brandt was acquitted by all of the jury.\n\nThat Brandt was acquitted had been expected in Orsa.\n\n"
        "The judge thanked the jury and closed the case before noon.\n"
    ),
    "fraud": "A trial in Dene\n\nThe judge was Rosa Hale.\n\nShe hears a fraud in the town hall.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("ships")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


@pytest.fixture(scope="module")
def courts(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("courts")
    for name, text in COURTS.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def talk(answerer: Answerer, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer)
    return answer


def test_who_did_something_to_it_is_looked_for_beside_what_was_shown() -> None:
    found = followed("who criticised it?", ON_LEVEE)

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert found.otherwise.near is None


@pytest.mark.parametrize(
    "question", ["what did the prosecutor say about the role of the baker?", "who else complained?"]
)
def test_a_prosecutor_and_another_critic_are_looked_for_where_the_talk_was(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert found.otherwise.near is None


def test_another_prosecutor_is_no_guess_where_the_question_has_a_topic_of_its_own() -> None:
    elsewhere = followed("what did the prosecutor say about bail?", ON_LEVEE).otherwise

    assert elsewhere is not None
    assert not elsewhere.doubtful


def test_another_ship_does_not_answer_where_this_one_was_going(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Una Strand say about the ship?", "where was it going?")

    assert answer.outcome is not Outcome.NOT_FOUND
    assert "wreck" not in answer.quotes[0].version.article.title
    assert "Orsa" in answer.quotes[0].text


def test_the_judge_is_that_of_the_trial_that_was_talked_of(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    # Three quotes are shown first, so that none of them is of the other trial.
    longer = f"{COURTS['arson']}\nBrandt was acquitted although the mill burned.\n\nThe fire was seen from the sea.\n"
    for name, text in (COURTS | {"arson": longer}).items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")

    answer = talk(answerer_of(tmp_path), "why was ivo brandt acquitted?", "who was the judge?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].version.article.title == "Brandt is acquitted"


def test_a_judge_who_is_asked_for_alone_is_anybodys(courts: Answerer) -> None:
    answer = talk(courts, "who was the judge?")

    assert "Rosa Hale" in answer.quotes[0].text


def test_what_the_shown_article_does_not_name_is_asked_of_the_whole_archive(courts: Answerer) -> None:
    answer = talk(courts, "why was ivo brandt acquitted?", "who hears the fraud?")

    assert answer.quotes[0].version.article.title == "A trial in Dene"


def test_a_question_that_names_its_own_ship_is_asked_of_the_whole_archive(answerer: Answerer) -> None:
    answer = talk(
        answerer, "What did Una Strand say about the ship?", "where was the ship to Port Brandt going?"
    )

    assert "Halvorn" in answer.quotes[0].text


def test_a_thing_on_which_nobody_has_words_is_looked_for_in_what_was_shown(answerer: Answerer) -> None:
    answer = talk(answerer, "What did Una Strand say about the ship?", "what about the northern strait?")

    assert answer.outcome is Outcome.UNSURE
    assert "northern strait" in answer.quotes[0].text


def test_who_was_asked_is_asked_of_another_thing_before_the_articles_are() -> None:
    found = followed("what about bread?", ON_LEVEE)

    assert found.understood.standalone == "What did Ada Quill say about bread?"
    assert found.otherwise is not None
    assert found.otherwise.understood.standalone == "what about bread?"
    assert found.otherwise.near == {"quote 0"}


def test_what_is_told_of_somebody_is_no_word_of_theirs() -> None:
    assert "what about brandt?" not in {
        sense.understood.standalone for sense in senses(followed("what about brandt?", ON_LEVEE))
    }


def senses(found: Followed) -> list[Followed]:
    return [found, *(senses(found.otherwise) if found.otherwise else [])]


def test_the_first_turn_of_a_long_talk_that_is_understood_has_none_before_it(answerer: Answerer) -> None:
    asked = [
        ("Where did the coaster leave?", "It left Dene."),
        *[("Why is it there?", "It rests.")] * RESOLVED,
    ]

    answer = answerer.ask("Where is it going?", conversation=Conversation.of([*chain(*asked)]))

    assert answer.quotes


SCANS = {
    "scanner": (
        "A scanner for Dene\n\n“The scanner finds a broken wing at once,” Ada Quill said of the scanner for swans.\n\n"
        "Each machine, with the hut that it stands in, leaves no change from 900,000 crowns.\n\n"
        "It runs at night, and a swan that is put in it sleeps.\n"
    ),
    "choir": "A choir\n\nThe choir of Orsa has one system of notes and sings it.\n\n“We sing,” Tom Mott said.\n",
}


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("scans")
    for name, text in SCANS.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def test_an_amount_that_is_asked_for_may_stand_in_what_was_shown_in_other_words(scans: Answerer) -> None:
    answer = talk(scans, "What did Ada Quill say about the scanner?", "how much is one system")

    assert answer.outcome is Outcome.UNSURE
    assert "900,000 crowns" in answer.quotes[0].text


def test_what_was_shown_without_such_an_amount_is_no_answer(scans: Answerer) -> None:
    answer = talk(scans, "What did Tom Mott say about the choir?", "how much is one ticket for it")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)


VOICES = {
    "exam": (
        "---\ndate: 2024-03-04\n---\nAn exam in Dene\n\n“The test is too long,” Ada Quill said of the test.\n\n"
        "“Pupils weep over that test,” Ivo Brandt said.\n"
    ),
    "alarm": "---\ndate: 2024-05-04\n---\nAn alarm\n\n“The test was loud and the test went well,” Tom Mott said.\n",
    "drip": (
        "A clinic in Orsa\n\n“The tonic makes the skin clear,” Una Strand said of tonic drips.\n\n"
        "“Nothing of it helps anybody,” said Rosa Hale, who studies infusions.\n"
    ),
}


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("voices")
    for name, text in VOICES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def test_who_else_spoke_of_the_test_spoke_of_the_one_that_was_shown(voices: Answerer) -> None:
    talked = ("What did Ada Quill say about the test?", "who else?")

    assert [quote.speaker for quote in talk(voices, *talked).quotes] == ["Ivo Brandt"]
    assert talk(voices, *talked, "more").quotes[0].speaker == "Tom Mott"


@pytest.mark.parametrize("turn", ["who else?", "anyone disagree with her"])
def test_who_else_speaks_where_it_was_shown_may_speak_of_it_in_other_words(
    voices: Answerer, turn: str
) -> None:
    answer = talk(voices, "What did Una Strand say about tonic drips?", turn)

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Rosa Hale")


def test_who_was_not_found_is_no_thing_that_it_means() -> None:
    unread = ("the quarry guy?", "", ())

    found = followed("how high is it?", ON_LEVEE, unread, outcome=Outcome.NOT_FOUND)

    assert "the levee" in found.understood.standalone


def test_an_amount_of_something_else_is_not_what_was_asked(scans: Answerer) -> None:
    answer = talk(scans, "What did Ada Quill say about the scanner?", "how much did she pay for her farm?")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)
