"""A place where something was, or a thing with a name, is nobody whom "she" means."""

from __future__ import annotations

from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed


def test_a_place_with_a_womans_name_is_not_she() -> None:
    where: Before = ("how many soldiers were in Victoria?", "Nine were in Victoria, Quill said.", (QUILL,))

    assert followed("what did she say about her sister?", where).understood.speaker == QUILL
    assert followed("what did she say about her sister?", ON_LEVEE, where).understood.speaker == QUILL


def test_a_thing_with_a_name_is_not_she() -> None:
    thing: Before = ("how much did the Harwell Upgrade cost?", "The Harwell Upgrade cost nine million.", ())

    found = followed("what did she say?", thing)

    assert found.unresolved
    assert found.understood.speaker != "Harwell Upgrade"


def test_whom_a_question_names_before_what_they_said_is_asked_first() -> None:
    understood = followed("who's the mayor and what did she say?", ON_LEVEE).understood

    assert understood.standalone.startswith("who's the mayor")
    assert understood.also


def test_what_was_it_is_not_he() -> None:
    said: Before = ("What did Ada Quill say about Harmony Day?", "Words.", (QUILL,))
    when: Before = ("when is it?", "Harmony Day is in May, Quill said.", (QUILL,))

    assert followed("who did she thank?", said, when).understood.standalone == "who did Ada Quill thank?"
    assert "Harmony Day thank" not in followed("who did he thank?", said, when).understood.standalone
