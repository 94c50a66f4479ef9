"""That somebody said nothing on a topic is not claimed where they may have said it in words of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.in_other_words import IN_OTHER_WORDS
from qa.answers import Answer, Nearest, Outcome
from qa.conversation.earlier.turns import Conversation

Asker = Callable[[str], Callable[[str], Answer]]

CLINIC = """The harbour clinic

The ward above the quay was painted when the crane was new. Nobody remembers it.

Ada Quill met the council at the harbour clinic. “They threw me out after nine years,” she said in the rain.

Ivo Brandt said the waiting list had doubled since May. “Nobody at the harbour is seen within a week,” he said."""


@pytest.fixture(scope="module")
def ask(asker_of: Asker) -> Callable[[str], Answer]:
    return asker_of(CLINIC)


@pytest.mark.parametrize(
    "question",
    [
        "What did Ada Quill say about her dismissal?",
        "What did Ada Quill say about her pension?",
        # No article has the word "queues": all say "waiting list".
        "What did Ivo Brandt say about ward queues?",
    ],
)
def test_no_silence_is_claimed_on_their_own_affairs_or_by_a_word_that_nobody_uses(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.nearest is None
    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    "question", ["What did Ada Quill say about penguins?", "What did Ada Quill say about Zorn's ferry?"]
)
def test_silence_is_claimed_on_what_no_article_has_and_on_another_name(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).nearest is Nearest.SPEAKER_NOT_ON_THIS


@pytest.mark.parametrize(
    "question", ["How did Ada Quill react to the penguins?", "What was Ada Quill's response to the penguins?"]
)
def test_a_reaction_may_name_nothing_of_what_it_is_to(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, None)


def test_who_only_discussed_something_beside_another_is_not_said_to_be_quoted(asker_of: Asker) -> None:
    ask = asker_of(
        """A call about the harbour

Tom Brandt and Ada Quill discussed the harbour, the trams and the ferries by telephone on Friday.

Tom Brandt said on Sunday that he hoped for peace. “We expect to solve many problems,” he said."""
    )

    answer = ask("What did Quill say about football?")

    assert not answer.understood.speaker_known
    assert answer.nearest is None


DOUBTER = """Two buyers for the mill

Ada Quill opened the fair in Harwick. “The fair is late,” Ada Quill said.

{before} “Two buyers are not a market,” {who} said."""


@pytest.mark.parametrize(
    ("before", "who", "outcome"),
    [
        ("Ada Quill of Dene Capital was not convinced.", "the analyst", Outcome.UNSURE),
        ("Ada Quill of Dene Capital was not convinced.", "the report", Outcome.NEAREST),
        ("Dene Capital, where Quill once was, is not convinced.", "the analyst", Outcome.NEAREST),
    ],
)
def test_the_analyst_may_be_whom_the_sentence_before_begins_with(
    asker_of: Asker, before: str, who: str, outcome: Outcome
) -> None:
    answer = asker_of(DOUBTER.format(before=before, who=who))("What did Ada Quill say about markets?")

    assert answer.outcome is outcome
    assert ("not a market" in answer.quotes[0].text) is (outcome is Outcome.UNSURE)


SEVERAL = (
    """The hearing at Harwick

“It frightens me that schoolchildren are taking drugs,” Tom Brandt said at the hearing.""",
    """A fire on the quay

Ines Orsa, the mayor of Dene, said: “I thank the fire brigade for its courage.”""",
    """Crews train in Halvorn

Firefighters trained in Halvorn on Monday. Hale, who leads the firefighters, said that they had done well.""",
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # No article has the words of the first question; another article has that of the second.
        ("What did Tom Brandt say about pupils using narcotics?", "schoolchildren are taking drugs"),
        ("What did Ines Orsa say about the firefighters?", "thank the fire brigade"),
    ],
)
def test_words_that_are_like_a_topic_in_meaning_may_be_on_it(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, words: str
) -> None:
    for number, text in enumerate(SEVERAL):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert (answer.outcome, answer.nearest, answer.note) == (Outcome.UNSURE, None, IN_OTHER_WORDS)
    assert words in answer.quotes[0].text


def test_a_topic_that_is_taken_from_the_talk_may_not_be_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for number, text in enumerate(SEVERAL):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    answerer = answerer_of(tmp_path)
    before = answerer.ask("What did Hale say about the firefighters?")

    answer = answerer.ask("did Ines Orsa comment?", conversation=Conversation().after(before))

    assert answer.note != IN_OTHER_WORDS


def test_words_of_somebody_else_are_no_reason_to_doubt_a_silence(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    beside = f"{SEVERAL[1]} Tom Hale said that the pier is old."
    for number, text in enumerate((beside, SEVERAL[2].replace("Hale", "Strand"))):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did Tom Hale say about the firefighters?")

    assert answer.outcome is Outcome.NEAREST
    assert answer.note != IN_OTHER_WORDS


def test_an_article_that_has_the_word_has_it_where_it_is_spoken_of(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    between = (
        "The market opened at nine.\n\nIts stalls sell bread and soap.\n\nA bus goes there from the station."
    )
    text = f"{SEVERAL[1]}\n\n{between}\n\nThe firefighters of Norvik hold a dance in June."
    (tmp_path / "fire.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did Ines Orsa say about the firefighters?")

    assert answer.outcome is Outcome.NEAREST
    assert answer.note != IN_OTHER_WORDS
