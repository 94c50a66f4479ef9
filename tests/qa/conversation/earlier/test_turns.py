from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Answer, CorpusSummary, Outcome, QuestionKind, Quote, Understanding
from qa.conversation.earlier.turns import (
    LONGEST_CHOICE,
    LONGEST_TEXT,
    MAX_TURNS,
    MOST_SHOWN,
    Conversation,
    Turn,
)
from qa.datatypes import Article as ArticleOf
from qa.datatypes import Version
from qa.errors import InputProblem

CORPUS = CorpusSummary(1, 1, None, None, 1)
UNDERSTOOD = Understanding(
    QuestionKind.SAID,
    "Q?",
    "Q?",
    speaker="Ada Okafor",
    topic="tolls",
    since=date(2024, 1, 2),
    order="newest",
    others=("Bo Lind",),
    corrections=(("Okafr", "Ada Okafor"),),
    carried=("speaker",),
)


def answer_with(count: int) -> Answer:
    version = Version(1, "abcdefghij", "0" * 64, ArticleOf("a", "word " * 50))
    quotes = tuple(Quote(version, at, at + 4, 0.5, speaker="Ada Okafor") for at in range(0, 5 * count, 5))
    return Answer("Q?", Outcome.ANSWERED, 0.5, UNDERSTOOD, quotes, CORPUS)


def test_only_the_quotes_that_were_shown_are_kept() -> None:
    answer = answer_with(5)

    conversation = Conversation().after(answer, shown=2)

    assert conversation.quotes == tuple(quote.id for quote in answer.quotes[:2])
    assert conversation.turns[0].speakers == ("Ada Okafor",)
    assert conversation.turns[0].answer == "word\nword"


def test_small_talk_is_no_turn() -> None:
    thanks = replace(answer_with(0), outcome=Outcome.META)
    printed = {"question": "thanks", "outcome": "meta", "quotes": []}

    assert Conversation().after(thanks) == Conversation()
    assert [turn.question for turn in Conversation.of(["First?", "Yes.", printed]).turns] == ["First?"]


def test_what_was_offered_and_the_days_that_were_shown_are_kept() -> None:
    dated = [replace(quote, version=replace(quote.version, article=ArticleOf("a", "word " * 50, date=day)))
             for quote, day in zip(answer_with(2).quotes, ("2024-05-01", "2024-03-02"), strict=True)]  # fmt: skip
    turn = Conversation().after(replace(answer_with(2), quotes=tuple(dated), choices=("Q1?", "Q2?"))).turns[0]
    printed = {
        "question": "Q?",
        "choices": ["Q1?"],
        "quotes": [{"article": {"date": "2024-05-01"}}, {"article": {}}],
    }
    read = Conversation.of([printed]).turns[0]

    assert (turn.choices, turn.first_day, turn.last_day) == (
        ("Q1?", "Q2?"),
        date(2024, 3, 2),
        date(2024, 5, 1),
    )
    assert (read.choices, read.first_day, read.last_day) == (("Q1?",), date(2024, 5, 1), date(2024, 5, 1))
    assert Conversation.from_json(Conversation((turn,)).to_json()) == Conversation((turn,))


def test_a_conversation_reads_back_what_it_wrote() -> None:
    conversation = Conversation().after(answer_with(3)).after(answer_with(1))

    assert Conversation.from_json(conversation.to_json()) == conversation


def test_all_that_a_question_was_understood_as_is_read_back() -> None:
    understood = Understanding(
        QuestionKind.SAID,
        "quill it",
        "What did Quill say about it?",
        speaker="Quill",
        topic="it",
        unexplained="it",
        of_all="count",
        browses=True,
        guessed=True,
        over_time=True,
    )
    conversation = Conversation((Turn("quill it", understood=understood),))

    assert Conversation.from_json(conversation.to_json()) == conversation


def test_a_conversation_stays_bounded() -> None:
    conversation = Conversation()
    for _ in range(MAX_TURNS + 30):
        conversation = conversation.after(answer_with(10), shown=10)

    assert len(conversation.turns) == MAX_TURNS
    assert sum(len(turn.quotes) for turn in conversation.turns) <= MOST_SHOWN
    assert conversation.turns[-1].quotes


@given(
    st.lists(
        st.builds(
            Turn,
            question=st.text(max_size=30),
            answer=st.text(max_size=30),
            quotes=st.lists(st.text(max_size=5), max_size=3).map(tuple),
            outcome=st.none() | st.sampled_from(Outcome),
        ),
        max_size=5,
    )
)
def test_any_texts_survive_being_written_down(turns: list[Turn]) -> None:
    conversation = Conversation(tuple(turns))

    assert Conversation.from_json(conversation.to_json()) == conversation


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '{"turns": 3}', '{"turns": [{}]}', '{"turns": [{"question": 1}]}', "[" * 5000],
    ids=range(7),
)
def test_what_is_no_conversation_is_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        Conversation.from_json(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["question", "understood", "quotes", "outcome", "answer", "kind", "speaker", "since", "text", "id"]
)


@pytest.mark.slow
@given(
    st.lists(
        st.text(max_size=20) | st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON), max_size=5),
        max_size=6,
    )
)
def test_any_history_makes_a_conversation(history: list[str | dict[str, object]]) -> None:
    Conversation.of(json.loads(json.dumps(history)))


def test_texts_alternate_between_question_and_answer_and_objects_hold_both() -> None:
    printed = {
        "question": "Second?",
        "outcome": "answered",
        "quotes": [{"id": "x", "text": "Yes.", "speaker": "Bo"}],
    }

    conversation = Conversation.of(["First?", "A" * 9000, printed, "Third?"])

    assert [turn.question for turn in conversation.turns] == ["First?", "Second?", "Third?"]
    assert [len(turn.answer) for turn in conversation.turns] == [LONGEST_TEXT, 4, 0]
    assert conversation.turns[1].quotes == ("x",)
    assert conversation.turns[1].speakers == ("Bo",)


def test_offered_questions_are_kept_up_to_a_length() -> None:
    long = "Q" * 100_000
    turn = Conversation().after(replace(answer_with(1), choices=(long,))).turns[0]
    read = Conversation.of([{"question": "Q?", "choices": [long]}]).turns[0]
    written = Conversation.from_json(json.dumps({"turns": [{"question": "Q?", "choices": [long]}]})).turns[0]

    assert turn.choices == read.choices == written.choices == ("Q" * LONGEST_CHOICE,)
