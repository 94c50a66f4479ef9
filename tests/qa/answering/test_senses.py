"""Which of two senses of a question is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qa.answering.comparison import named
from qa.answering.senses import better_of, with_own_reasons
from qa.answers import Answer, CorpusSummary, Outcome, QuestionKind, Quote, Understanding
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Article, Version

ON_LEVEE = named("Una Strand", "the levee")
ANYTHING = named("Una Strand", None)
OF_ANOTHER = named("Ivo Brandt", "the levee")


def ended(understood: Understanding, outcome: Outcome) -> Answer:
    return Answer(understood.question, outcome, 0.5, understood, (), CorpusSummary(1, 1, None, None, 1))


@pytest.mark.parametrize(
    ("first", "then", "wider", "expected"),
    [
        pytest.param(Outcome.UNSURE, ANYTHING, True, ON_LEVEE, id="may be on the topic, or sure on anything"),
        pytest.param(Outcome.UNSURE, ANYTHING, False, ANYTHING, id="no wider sense of the same speaker"),
        pytest.param(Outcome.UNSURE, OF_ANOTHER, False, ON_LEVEE, id="somebody else"),
        pytest.param(Outcome.NEAREST, ANYTHING, True, ANYTHING, id="nothing on the topic"),
        pytest.param(Outcome.NOT_FOUND, ANYTHING, True, ANYTHING, id="nothing found on the topic"),
    ],
)
def test_words_on_anything_do_not_hide_what_may_be_on_the_topic(
    first: Outcome, then: Understanding, wider: bool, expected: Understanding
) -> None:
    answer, other = ended(ON_LEVEE, first), ended(then, Outcome.ANSWERED)

    assert better_of(answer, other, Followed(then, wider=wider)).understood == expected


def test_what_may_be_anothers_words_does_not_hide_that_who_is_asked_has_none() -> None:
    answer, other = ended(ON_LEVEE, Outcome.NEAREST), ended(OF_ANOTHER, Outcome.UNSURE)

    assert better_of(answer, other, Followed(OF_ANOTHER, doubtful=True)).understood == ON_LEVEE
    assert better_of(answer, other, Followed(OF_ANOTHER)).understood == OF_ANOTHER


def test_a_doubtful_sense_hides_nothing_that_may_be_on_the_topic() -> None:
    answer, other = ended(ON_LEVEE, Outcome.UNSURE), ended(ANYTHING, Outcome.ANSWERED)

    assert better_of(answer, other, Followed(ANYTHING, doubtful=True)).understood == ON_LEVEE


BRIDGE = "“The bridge would drown the mill,” Ada Quill told the council."
WORDS = Quote(
    Version(1, "a" * 10, "0" * 64, Article("b", BRIDGE, "A bridge")), 0, len(BRIDGE), 0.5, None, "Ada Quill"
)
QUESTION = "Why does Ada Quill oppose the bridge?"
WHY = Understanding(QuestionKind.CONTENT, QUESTION, QUESTION)


@pytest.mark.parametrize(
    ("outcome", "words", "expected"),
    [
        pytest.param(Outcome.NOT_FOUND, Outcome.UNSURE, Outcome.UNSURE, id="her words may answer"),
        pytest.param(Outcome.NOT_FOUND, Outcome.ANSWERED, Outcome.UNSURE, id="nor more than that"),
        pytest.param(Outcome.NOT_FOUND, Outcome.NEAREST, Outcome.NOT_FOUND, id="she says nothing on it"),
        pytest.param(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.ANSWERED, id="articles tell why"),
    ],
)
def test_her_words_on_the_bridge_may_tell_why_she_opposes_it(
    outcome: Outcome, words: Outcome, expected: Outcome
) -> None:
    asked = []

    def ask(question: str) -> Answer:
        asked.append(question)
        return replace(ended(named("Ada Quill", "the bridge"), words), quotes=(WORDS,))

    answer = with_own_reasons(ended(WHY, outcome), ask)

    assert answer.outcome is expected
    assert answer.quotes == ((WORDS,) if expected is Outcome.UNSURE else ())
    assert asked == ([] if outcome is Outcome.ANSWERED else ["What did Ada Quill say about the bridge?"])


TOLD = "Ada Quill opposed the bridge from the start."


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param("The bridge is a mile long.", None, WORDS, id="nothing of her stance"),
        pytest.param("The bridge is a mile long.", "Ada Quill", None, id="her own words"),
        pytest.param(TOLD, None, None, id="told by the article"),
    ],
)
def test_what_tells_nothing_of_a_stance_is_no_sure_reason_for_it(
    text: str, speaker: str | None, expected: Quote | None
) -> None:
    version = Version(1, "a" * 10, "0" * 64, Article("b", text, "A bridge"))
    quote = Quote(version, 0, len(text), 0.5, None, speaker)

    answer = with_own_reasons(
        replace(ended(WHY, Outcome.ANSWERED), quotes=(quote,)),
        lambda question: replace(ended(named("Ada Quill", "the bridge"), Outcome.ANSWERED), quotes=(WORDS,)),
    )

    assert answer.outcome is (Outcome.ANSWERED if expected is None else Outcome.UNSURE)
    assert answer.quotes == (expected or quote,)


@pytest.mark.parametrize(
    ("words", "expected"), [(Outcome.ANSWERED, Outcome.UNSURE), (Outcome.UNSURE, Outcome.NOT_FOUND)]
)
def test_only_words_that_surely_are_on_it_may_tell_why_somebody_does_a_thing(
    words: Outcome, expected: Outcome
) -> None:
    question = "Why won't Ada Quill build the bridge?"
    asked = []

    def ask(other: str) -> Answer:
        asked.append(other)
        return replace(ended(named("Ada Quill", "the bridge"), words), quotes=(WORDS,))

    why = Understanding(QuestionKind.CONTENT, question, question)

    assert with_own_reasons(ended(why, Outcome.NOT_FOUND), ask).outcome is expected
    assert asked == ["What did Ada Quill say about the bridge?"]


@pytest.mark.parametrize(
    "question", ["Why was Ada Quill charged?", "Why has Ada Quill been charged?", "Why is the sea blue?"]
)
def test_what_is_done_to_somebody_is_not_told_by_their_words(question: str) -> None:
    why = Understanding(QuestionKind.CONTENT, question, question)

    def ask(other: str) -> Answer:
        raise AssertionError(other)

    assert with_own_reasons(ended(why, Outcome.NOT_FOUND), ask).outcome is Outcome.NOT_FOUND


def test_words_of_another_do_not_tell_why() -> None:
    anothers = replace(WORDS, speaker="Tom Brandt")

    answer = with_own_reasons(
        ended(WHY, Outcome.NOT_FOUND),
        lambda question: replace(ended(named("Ada Quill", "the bridge"), Outcome.UNSURE), quotes=(anothers,)),
    )

    assert answer.outcome is Outcome.NOT_FOUND


BOATS = (
    "A vote on boats\n\n“The boats are old and nobody mends them,” Ada Quill said in a speech on Monday in Harwick. "
    "“They must go,” Quill said.\n\n“The boats are all we have,” Tom Brandt said.\n"
)


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("Where did Ada Quill speak?", Outcome.UNSURE, "in Harwick"),
        ("Where did Tom Brandt speak?", Outcome.NOT_FOUND, ""),
    ],
)
def test_where_somebody_spoke_is_told_by_what_names_a_place(
    asker_of: Callable[[str], Callable[[str], Answer]],
    question: str,
    outcome: Outcome,
    words: str,
) -> None:
    answer = asker_of(BOATS)(question)

    assert answer.understood.kind is QuestionKind.CONTENT
    assert answer.outcome is outcome
    assert words in answer.quotes[0].text


def _asks_nothing(question: str) -> Answer:
    raise AssertionError(question)


@pytest.mark.parametrize(
    ("texts", "outcome", "first"),
    [
        pytest.param(
            ("The toll is dear.", "I am worried about the toll."), Outcome.ANSWERED, 1, id="one tells it"
        ),
        pytest.param(("The toll is dear.", "The toll begins in May."), Outcome.UNSURE, 0, id="none tells it"),
    ],
)
def test_what_tells_that_somebody_is_worried_comes_first(
    texts: tuple[str, ...], outcome: Outcome, first: int
) -> None:
    asked = replace(named("Ada Quill", "the toll"), standalone="Is Ada Quill worried about the toll?")
    quotes = tuple(
        Quote(
            Version(at, str(at) * 10, "0" * 64, Article(str(at), text)), 0, len(text), 0.5, None, "Ada Quill"
        )
        for at, text in enumerate(texts)
    )

    answer = with_own_reasons(replace(ended(asked, Outcome.ANSWERED), quotes=quotes), _asks_nothing)

    assert (answer.outcome, answer.quotes[0].text) == (outcome, texts[first])
