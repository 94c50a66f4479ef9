"""Questions of fact after others of fact: what all of them are about is not lost on the way."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.appended_words import read_as
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.pronouns.namesakes import is_of_another_kind
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed

ON_FIRE: Before = ("how many died in the dene fire", "Nine died in the fire.", ())
CHILDREN: Before = ("how many of them were children?", "Two were children.", ())


def test_what_a_question_got_from_the_one_before_goes_on_to_the_next() -> None:
    standalone = followed("was anyone hurt?", ON_FIRE, CHILDREN).understood.standalone

    assert "fire" in standalone


def test_the_turns_before_help_the_search_with_the_words_that_they_got() -> None:
    context = followed("what did the guards do?", ON_FIRE, CHILDREN).context

    assert context is not None
    assert "fire" in context.parts[0].text


def test_a_question_with_a_name_of_its_own_gets_nothing_of_the_chain() -> None:
    standalone = followed("when did it open?", ON_FIRE, CHILDREN, ("where is Harwick Pier?", "In Dene.", ()))

    assert standalone.understood.standalone == "when did Harwick Pier open?"


@pytest.mark.parametrize(
    ("question", "asked"), [("and when?", "When was anyone hurt"), ("why?", "Why was anyone hurt")]
)
def test_when_is_asked_of_a_question_that_got_words(question: str, asked: str) -> None:
    standalone = followed(question, ON_FIRE, ("was anyone hurt?", "Two.", ())).understood.standalone

    assert standalone.startswith(asked)
    assert "fire" in standalone


def test_a_question_that_names_nothing_new_is_asked_of_the_articles_shown_first() -> None:
    assert followed("did ordinary people notice?", ON_FIRE).beside == ("quote 0",)
    assert followed("who wrote the music?", ON_FIRE).beside == ("quote 0",)


def test_who_bears_an_office_is_asked_of_the_articles_shown_first() -> None:
    assert followed("who was the commander?", ON_FIRE).beside == ("quote 0",)


@pytest.mark.parametrize(
    ("question", "standalone"),
    [("and the debt?", "How large was the debt?"), ("for what?", "For what was Ada Quill fined?")],
)
def test_another_thing_is_asked_of_the_articles_shown_first(question: str, standalone: str) -> None:
    large: Before = ("How large was the council's loss?", "It lost nine million.", ())
    fined: Before = ("How much was Ada Quill fined?", "She was fined nine pounds.", ())
    found = followed(question, fined if "fined" in standalone else large)

    assert found.understood.standalone == standalone
    assert found.beside == ("quote 0",)


def test_the_whole_of_a_thing_gives_way_to_another() -> None:
    debt: Before = ("how large is the ferry debt?", "It is large.", ())

    assert followed("and the loss?", debt).understood.standalone == "how large is the loss?"


def test_what_was_spelt_as_in_a_chat_is_read_as_it_was_written() -> None:
    typed = "whats the fuss about the school in dene"

    assert read_as(typed, followed(typed).understood) == "what's the fuss about the school in dene"


def test_a_question_that_names_somebody_new_is_not() -> None:
    assert followed("did Una Strand notice?", ON_FIRE).beside == ()


def test_more_than_last_year_asks_for_no_others() -> None:
    jobs: Before = ("how many jobs did Vantor cut", "Vantor cut nine jobs.", ())
    standalone = followed("is that more than last year?", jobs).understood.standalone

    assert " besides " not in standalone
    assert "Vantor" in standalone


@pytest.mark.parametrize(
    "question",
    [
        "who runs the company now",
        "when did the firm begin?",
        "what does the company make?",
        "is the bank closed?",
    ],
)
def test_the_company_is_that_of_the_articles_shown(question: str) -> None:
    found = followed(question, ("what did quill say about vantor", "Words.", (QUILL,)))

    assert found.near == frozenset({"quote 0"})
    assert found.otherwise is not None
    assert found.otherwise.doubtful


@pytest.mark.parametrize("question", ["who won the party leadership?", "who works at the bank of Orsa?"])
def test_a_body_with_more_beside_it_may_be_any(question: str) -> None:
    assert followed(question, ON_LEVEE).near is None


def test_a_longer_name_of_a_thing_is_what_it_means() -> None:
    takeover: Before = ("who opposes the takeover of the Dene Stock Exchange", "Words.", (QUILL,))
    standalone = followed("why is hale against it", takeover).understood.standalone

    assert standalone == "why is hale against the takeover of the Dene Stock Exchange"


def test_it_is_not_several_that_were_spoken_of() -> None:
    viewers: Before = ("what did quill say about viewers", "Words.", (QUILL,))

    assert "see viewers" not in followed("how many people will see it?", viewers).understood.standalone
    assert "the levee" in followed("how many people will see it?", ON_LEVEE).understood.standalone


def test_it_is_nobody_who_was_he_before() -> None:
    singer: Before = ("where is Moxo playing", "Moxo plays in Dene.", ())
    songs: Before = ("how many songs will he do?", "Two.", ())

    assert followed("when is it?", singer, songs).understood.standalone.startswith("when is it")


def test_her_after_her_agent_is_still_whose_agent_it_is() -> None:
    agent: Before = ("what did her agent say", "Words.", ())
    found = followed("when was her first film", ("how old was Ada Quill", "Ada Quill was 71.", ()), agent)

    assert found.understood.standalone == "when was Ada Quill's first film"


def test_he_is_who_he_was_before_words_of_what_is_no_person() -> None:
    before: tuple[Before, ...] = (
        ("who is Tom Hale", "Tom Hale is a student.", ()),
        ("why was he sent home?", "Tom Hale had no visa.", ()),
        ("what does harwick say", "A spokesman for Harwick said so.", ()),
    )

    assert followed("where does he live?", *before).understood.standalone == "where does Tom Hale live?"


@pytest.mark.parametrize(
    ("name", "noun", "other"),
    [
        ("Union Trust", "union", True),
        ("Orsa Bank", "bank", False),
        ("Bank of Dene", "bank", False),
        ("Council for Ferries", "council", False),
        (None, "bank", False),
    ],
)
def test_a_body_is_of_the_kind_that_its_name_ends_with(name: str | None, noun: str, other: bool) -> None:
    assert is_of_another_kind(name, noun) is other


def test_the_union_is_no_trust_of_another_article() -> None:
    speakers = ListedSpeakers(
        (Speaker(QUILL, "person", ("Quill",), 9), Speaker("Union Trust", "group", ("Union",), 2))
    )

    def read_here(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=speakers, sources=())

    asked = read_here("what did the minister say about the levee")
    turn = Turn(asked.question, "Words.", asked, ("one",), Outcome.ANSWERED, (QUILL,))
    found = follow("and the union?", Conversation((turn,)), read_here, speakers)

    assert found.understood.speaker == "union"


def test_a_body_after_somebodys_words_on_nothing_is_asked_in_what_was_shown() -> None:
    found = followed("and orsa bank?", ("what did quill say?", "Words.", (QUILL,)))

    assert (found.understood.speaker, found.near) == ("Orsa Bank", frozenset({"quote 0"}))
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.topic) == (QUILL, "orsa bank")
