"""Questions for somebody's reasons, read as questions for their words."""

from __future__ import annotations

import pytest

from qa.understanding.reasons import asked_as_words, deed_as_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did Ada Quill oppose the bridge?", "What did Ada Quill say about the bridge?"),
        ("why does quill criticise Tom Brandt", "What did quill say about Tom Brandt?"),
        ("Why is the guild attacking the plan?", "What did the guild say about the plan?"),
        ("Why does Tom Brandt fear the winter?", "What did Tom Brandt say about the winter?"),
        ("Where did Ada Quill speak?", "What did Ada Quill say?"),
        ("where has quill been talking", "What did quill say?"),
        ("Is Ada Quill happy with the bridge?", "What did Ada Quill say about the bridge?"),
        ("Why was Quill so angry about tolls?", "What did Quill say about tolls?"),
        ("How confident is Tom Brandt of winning?", "What did Tom Brandt say about winning?"),
        ("Why is the guild against the plan?", "What did the guild say about the plan?"),
        ("What was Quill's complaint about the ferries?", "What did Quill say about the ferries?"),
        ("what are the bakers' main objections to the tax", "What did the bakers say about the tax?"),
        ("What worries Quill most about the bridge?", "What did Quill say about the bridge?"),
        ("What disappointed Tom Brandt in the vote?", "What did Tom Brandt say about the vote?"),
        ("What did Quill want the council to do?", "What did Quill say about the council?"),
        ("How does Quill justify the toll?", "What did Quill say about the toll?"),
        ("How did Quill compare Brandt with Holt?", "What did Quill say about Brandt with Holt?"),
        ("On what grounds did Quill oppose the bridge?", "What did Quill say about the bridge?"),
        ("Please tell me why has Orsa spoken out against tolls?", "What did Orsa say about tolls?"),
    ],
)
def test_why_somebody_takes_a_stand_they_say_themselves(question: str, words: str) -> None:
    asked = asked_as_words(question)

    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize(
    "question",
    [
        "Why did Ada Quill resign?",
        "Why did the ferry sink?",
        "Why was Quill late?",
        "Why oppose the bridge?",
        "Why did Quill object?",
        "Did Ada Quill oppose the bridge?",
        "Is Ada Quill happy?",
        "How long is the bridge of Harwick?",
        "What was Quill's complaint?",
        "What is Quill's address in Dene?",
        "Why was Ada Quill accused of fraud?",
        "Why was Quill attacked by the guild?",
        "Why had Quill been criticised by Tom Brandt?",
    ],
)
def test_other_questions_ask_for_what_happened(question: str) -> None:
    assert asked_as_words(question) is None


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Why did Quill oppose the bridge?", "Her opposition to it is known.", True),
        ("Why did Quill oppose the bridge?", "She rejected it at once.", True),
        ("Why did Quill oppose the bridge?", "The bridge is a mile long.", False),
        ("Is Quill angry about the bridge?", "She was angry.", True),
        ("How angry is Quill about the bridge?", "The bridge is shut.", False),
        ("Why is Quill against the bridge?", "Brandt is against it.", True),
        ("Why is Quill against the bridge?", "She opposes it.", True),
        ("What are Quill's concerns about the bridge?", "She is worried.", True),
        ("What was Quill's reason for leaving?", "She left for her health.", True),
        ("How did Quill justify the bridge?", "Brandt is against it.", False),
        ("What worries Quill about the bridge?", "She is worried.", True),
        ("Why does Quill want to close the bridge?", "It is unsafe.", True),
    ],
)
def test_what_tells_of_a_stance_has_its_word_or_one_for_the_same_act(
    question: str, text: str, told: bool
) -> None:
    asked = asked_as_words(question)

    assert asked is not None
    assert asked.is_told_in(text) is told


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why will Ada Quill miss the talks?", "What did Ada Quill say about the talks?"),
        ("Why did the mayor close the mine?", "What did the mayor say about the mine?"),
        ("Why did Ada Quill's brother leave the party?", None),
        ("Why did Quill get fired from the council?", None),
    ],
)
def test_why_somebody_did_something_they_may_say_but_not_for_others_nor_of_what_was_done_to_them(
    question: str, words: str | None
) -> None:
    asked = deed_as_words(question)

    assert (asked.words if asked else None) == words
