"""Which event a question is about."""

from __future__ import annotations

import pytest

from qa.language.lexicon.event_words import event_of
from qa.understanding.asked_event import asked_event


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Why did Ada Quill resign?", "resign"),
        ("Who was acquitted of arson?", "acquit"),
        ("How many divers drowned?", "drown"),
        ("which clubs signed the pact", "sign"),
        ("Did Brandt sell the bakery?", "sell"),
        ("Why did the yard call off the strike?", "cancel"),
        ("When did Brandt drop out of the race?", "withdraw"),
        ("Who shut down the bakery?", "close"),
        ("Why was Brandt let off?", "acquit"),
        ("When was Brandt let out of jail?", "release"),
        ("When did Ada Quill pass away?", "die"),
        ("Why did the bakery go bust?", "collapse"),
        ("Who was thrown out of the council?", "expel"),
        ("Why did Quill agree to pay for the gate?", "pay"),
        ("How many shells did the Reds fire at Dene?", "shoot"),
        ("Why did Quill fire Brandt?", "fire"),
        ("What is the name of the man who stole the painting?", "steal"),
        ("Why was the Dene free bus scheme started?", "start"),
        ("When was Quill Foods founded?", "founded"),
        ("Where was Ada Quill born?", "born"),
        ("Why was the shop shut?", "shut"),
        ("Who saw the biggest eel?", "see"),
        ("When did Norland resume its payments?", "resume"),
    ],
    ids=lambda value: value,
)
def test_the_verb_of_a_question_is_its_event(question: str, verb: str) -> None:
    asked = asked_event(question)

    assert asked is not None and asked.event == event_of(verb)


@pytest.mark.parametrize(
    "question",
    [
        "What was the vote about?",
        "What is Quill's offer?",
        "What sank when the levee broke?" * 4,
        "Can you sell me the bakery?",
        "Who is the chief executive of Northmill?",
        "bakery sold",
        "Why did Quill drop the plan?",
        "Why did Brandt fail to pay?",
        "Where does the river begin and end?",
        "When did Quill take charge of the yard?",
        "How do gulls gain the strength to swim?",
        "What is Orsa's new flu shot called?",
        "Which ward saw the biggest drop in fares?",
        "How many new cases does Norland see each year?",
        "When were bus charges lifted?",
        "Why did Quill and Brandt fall out?",
        "Who was left out of the squad?",
        "Did the levy pay off?",
        "",
    ],
    ids=lambda value: value[:40],
)
def test_where_no_verb_tells_of_an_event_there_is_none(question: str) -> None:
    assert asked_event(question) is None


def test_a_denial_and_what_may_be_are_told_apart() -> None:
    denied, open_ = asked_event("Which clubs didn't sign?"), asked_event("Will the clubs sign?")

    assert denied is not None and (denied.denied, denied.settled) == (True, True)
    assert open_ is not None and (open_.denied, open_.settled, open_.yes_no) == (False, False, True)
