"""Whom a talk came to last: who did it, who was asked last, whom somebody spoke of, who was shown."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

ON_PHOTO: Before = ("what did brandt say about the photo", "Words.", (BRANDT,))
TOOK_IT: Before = ("who took the photo?", "The photographer Tom Hale took the photo.", ())


def test_he_is_who_did_it_where_a_question_for_that_was_answered_since() -> None:
    understood = followed("what did he say about it", ON_PHOTO, TOOK_IT).understood

    assert (understood.speaker, understood.topic) == ("Tom Hale", "the photo")


@pytest.mark.parametrize(
    "shown",
    ["The photo was taken in May.", "Rosa Hale took the photo.", "The photo is of Tom Hale, by Bill Orsa."],
    ids=["nobody", "a woman", "two"],
)
def test_he_is_who_was_asked_where_no_one_man_is_who_did_it(shown: str) -> None:
    understood = followed("what did he say about it", ON_PHOTO, (TOOK_IT[0], shown, ())).understood

    assert understood.speaker == BRANDT


@pytest.mark.parametrize("question", ["who is he?", "who's he", "and who is he?"])
def test_who_is_he_asks_for_who_was_asked_last(question: str) -> None:
    on_brandt: Before = ("what did quill say about ivo brandt", "Ivo Brandt is wrong.", (QUILL,))
    newest: Before = ("and halvorn blue?", "Words.", ("Halvorn Blue",))

    assert "Halvorn Blue" in followed(question, on_brandt, newest).understood.standalone


def test_who_is_he_asks_for_whom_words_are_on_where_that_was_asked_just_now() -> None:
    on_brandt: Before = ("what did quill say about ivo brandt", "Ivo Brandt is wrong.", (QUILL,))

    assert "Brandt" in followed("who is he?", on_brandt).understood.standalone


def test_she_whom_nobody_named_is_looked_for_in_what_was_shown() -> None:
    found = followed("what did she do?", ("who repaired the quay in dene", "A woman repaired it.", ()))

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert (found.otherwise.near, found.otherwise.doubtful) == (None, True)


def test_a_title_before_a_name_is_no_topic() -> None:
    understood = followed("and archbishop hale?", ON_LEVEE).understood

    assert set(understood.ambiguous) == {"Rosa Hale", "Tom Hale"}
    assert understood.topic == "the levee"


def test_what_stands_before_a_name_and_is_no_title_is_a_topic() -> None:
    alone = (followed(f"{topic} brandt").understood.topic for topic in ("georgia", "mayor election"))

    assert list(alone) == ["georgia", "mayor election"]


def test_a_name_after_words_on_somebody_may_be_of_whom_else_was_spoken() -> None:
    on_brandt: Before = ("what does quill think of ivo brandt", "Ivo Brandt is wrong.", (QUILL,))
    found = followed("and rosa hale?", on_brandt)

    assert (found.understood.speaker, found.understood.topic) == ("Rosa Hale", "Ivo Brandt")
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.topic) == (QUILL, "rosa hale")
    assert found.otherwise.doubtful


def test_a_name_after_words_on_a_thing_is_asked_for_its_words_alone() -> None:
    words = followed("and rosa hale?", ON_LEVEE).otherwise

    assert words is not None
    assert (words.understood.speaker, words.understood.topic, words.otherwise) == ("Rosa Hale", None, None)


def test_who_disagreed_is_looked_for_beside_the_words_first() -> None:
    found = followed("did anyone disagree?", ON_LEVEE)

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert found.otherwise.near is None
    on_tolls: Before = ("what did quill say about tolls", "Words.", (QUILL,))
    assert followed("who else?", on_tolls).near is None
    assert followed("who else?", ON_LEVEE).near == {"quote 0"}  # any other article is on another levee


def test_he_is_still_whom_the_last_question_called_him() -> None:
    who: Before = ("who is Brett Mott?", "Brett Mott is an envoy.", ())
    on_him: Before = ("what did brandt say about him?", "Words.", (BRANDT,))

    assert followed("why did he resign?", who, on_him).understood.standalone == "why did Brett Mott resign?"


def test_he_is_who_was_defended_and_not_who_is_quoted_under_a_count() -> None:
    defended: Before = ("who defended Ivo Brandt?", "Words.", (QUILL, "Tom Hale"))
    count: Before = ("how many pupils were there?", "A hundred came, Hale said.", ("Tom Hale",))

    assert followed("what did he say about pubs?", defended, count).understood.speaker == BRANDT


def test_what_else_he_said_is_asked_of_whose_words_were_shown() -> None:
    author: Before = ("who took the photo?", "The photographer Tom Hale took the photo.", ())

    assert followed("what else did he say?", ON_PHOTO, author).understood.speaker == BRANDT


def test_a_name_after_why_may_ask_for_words_in_the_articles_shown() -> None:
    found = followed("and brandt?", ON_LEVEE, ("why did Ada Quill refuse the levee?", "Words.", ()))

    assert found.understood.standalone == "why did Ivo Brandt refuse the levee?"
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.doubtful) == (BRANDT, True)
