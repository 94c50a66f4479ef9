"""Real questions to the seeds, with the answers that a reader expects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(SEEDS).ask


@pytest.mark.parametrize(
    ("question", "speaker", "words"),
    [
        pytest.param("What did Rubio say about China?", "Marco Rubio", "biggest threat", id="rubio-china"),
        pytest.param(
            "What did Trump say about TikTok?",
            "Donald Trump",
            "We discussed balancing trade, fentanyl, TikTok, and many other subjects.",
            id="trump-tiktok",
        ),
        pytest.param(
            'Who called China the "most consequential geopolitical challenge"?',
            "Biden administration",
            "most consequential geopolitical challenge",
            id="who-called-china",
        ),
        pytest.param(
            "How large were Chinese exports to the U.S.?", None, "about $401 billion", id="exports-in-dollars"
        ),
    ],
)
def test_a_question_that_the_seeds_answer_is_answered_in_its_speakers_own_words(
    ask: Callable[[str], Answer], question: str, speaker: str | None, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == speaker
    assert words in answer.quotes[0].text


def test_the_ministry_is_quoted_through_its_spokesperson(ask: Callable[[str], Answer]) -> None:
    answer = ask("What does China's Foreign Ministry say about relations with the U.S.?")

    first = answer.quotes[0]
    assert answer.outcome is Outcome.ANSWERED
    assert "mutual respect, peaceful coexistence and cooperation" in first.text
    assert "spokesperson" in first.text
    assert first.speaker is None or "Foreign Ministry" in first.speaker


@pytest.mark.parametrize(
    "question",
    ["What did Biden say about TikTok?", "What did Rubio say about Taiwan?"],
    ids=["biden-tiktok", "rubio-taiwan"],
)
def test_a_speaker_and_a_topic_that_never_meet_give_only_the_nearest(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.NEAREST
    assert answer.quotes


@pytest.mark.parametrize(
    "question",
    [
        "What did Macron say about China?",
        "What did Angela Merkel say about tariffs?",
        "Who won the football match in Lisbon?",
    ],
    ids=["macron-china", "merkel-tariffs", "football"],
)
def test_a_question_that_the_seeds_do_not_answer_is_not_found(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "What did Rubio say about China?",
        "What did Trump say about TikTok?",
        "What did Biden say about China?",
        "What did Trump say about Xi Jinping?",
        "What did Marco Rubio say?",
    ],
    ids=str,
)
def test_quotes_given_to_a_speaker_are_never_somebody_elses_quotations(
    ask: Callable[[str], Answer], question: str
) -> None:
    spoken = {
        "biggest threat": {"Marco Rubio"},
        "solve many problems": {"Donald Trump"},
        "balancing trade": {"Donald Trump"},
        "most consequential": {"Biden administration", "Joe Biden"},
    }

    for quote in ask(question).quotes:
        if quote.attribution is None or quote.speaker is None:
            continue
        said = "".join(quote.version.article.text[start:end] for start, end in quote.attribution.content)
        for words, speakers in spoken.items():
            if words in said:
                assert quote.speaker in speakers
