"""Who is asked in a talk that names nobody: who is against "the law", "experts", "the police"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from qa.conversation.earlier.followed import Followed
from qa.conversation.questions.unnamed_speakers import is_any_holder
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed, read

ON_LAW: Before = ("who blocked the harbour patents law", "Orsa blocked the law.", ())


def senses(found: Followed) -> Iterator[Followed]:
    sense: Followed | None = found
    while sense is not None:
        yield sense
        sense = sense.otherwise


@pytest.mark.parametrize(
    "question", ["who is against the law?", "who criticised the law", "what do residents say about the law?"]
)
def test_the_law_is_first_the_one_of_the_articles_shown(question: str) -> None:
    first, *_, last = senses(followed(question, ON_LAW))

    assert first.near == {"quote 0"}
    assert (last.near, last.doubtful) == (None, True)


@pytest.mark.parametrize(
    "question",
    ["who is against the tolls?", "what did quill say about the law?", "who criticised Orsa?"],
)
def test_what_was_not_talked_of_is_looked_for_anywhere(question: str) -> None:
    assert all(sense.near is None for sense in senses(followed(question, ON_LAW)))


def test_experts_of_other_articles_are_a_guess() -> None:
    *_, last = senses(followed("what do experts say?", ON_LEVEE))

    assert (last.understood.topic, last.near, last.doubtful) == (None, None, True)


def test_the_police_are_no_bank_that_was_talked_of() -> None:
    on_bank = ("what did the Bank of Dene say about the levee", "Words.", ("Bank of Dene",))

    found = list(senses(followed("what did the police say?", on_bank)))

    assert "Bank of Dene" not in {sense.understood.speaker for sense in found}


def test_who_complained_is_looked_for_in_the_articles_shown_first() -> None:
    apology: Before = ("what did quill tell the reporter?", "Words.", ("Ada Quill",))

    first, last = senses(followed("who complained?", apology))

    assert first.near == {"quote 0"}
    assert (last.near, last.doubtful) == (None, True)


def test_what_a_party_says_of_anything_else_is_unsure() -> None:
    *_, last = senses(followed("what did the Greens say?", ON_LEVEE))

    assert (last.understood.topic, last.near, last.doubtful) == (None, None, True)


def test_who_answers_nobody_is_asked_for_any_words_where_others_responded() -> None:
    reaction: Before = ("how did the council respond?", "Words.", ("Harwick Council",))

    first, last = senses(followed("and brandt?", ON_LEVEE, reaction))

    assert (first.understood.cue, last.understood.cue) == ("respond", None)
    assert (last.understood.speaker, last.near) == ("Ivo Brandt", {"quote 0", "quote 1"})


def test_another_governor_than_the_one_of_the_articles_shown_is_a_guess() -> None:
    here, _, anywhere, *_ = senses(followed("and the governor?", ON_LEVEE))

    assert (here.near, anywhere.near, anywhere.doubtful) == ({"quote 0"}, None, True)


def test_the_governor_on_the_law_is_first_the_one_of_the_articles_shown() -> None:
    here, anywhere = senses(followed("what did the governor say about the law?", ON_LAW))

    assert (here.near, anywhere.near, anywhere.doubtful) == ({"quote 0"}, None, True)


def test_who_is_named_next_may_say_anything_where_others_responded_to_somebody() -> None:
    on_hale: Before = ("how did the Harwick Council respond to Rosa Hale?", "Words.", ("Harwick Council",))

    response, words = senses(followed("and brandt?", ON_LEVEE, on_hale))

    assert (response.understood.topic, words.understood.topic) == ("Rosa Hale", None)


@pytest.mark.parametrize("question", ["and the Harwick Council?", "and rosa hale?"])
def test_who_has_no_words_on_it_is_looked_for_in_the_articles_shown(question: str) -> None:
    shown = [each for each in senses(followed(question, ON_LEVEE)) if each.understood.topic is None]

    assert [(each.near, each.doubtful) for each in shown] == [({"quote 0"}, True)]


def test_the_spokesman_of_a_party_may_be_any_of_several() -> None:
    question = "what did the Tory spokesman say?"
    asked = replace(read(question), speaker=QUILL, speaker_known=True, described="Tory spokesman")

    assert is_any_holder(question, asked)
    assert not is_any_holder(question, replace(asked, described="Tory leader"))
