"""Which thing "it" is, who "she" is not, and what a question was about without its polite words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.asking_back import choices_for
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed

COUNCIL: Before = (
    "what did the Harwick Council say about clerks searching the mill for a ledger?",
    "Words.",
    ("Harwick Council",),
)


def asked(question: str, *before: Before) -> str:
    return followed(question, *before).understood.standalone


def test_a_thing_of_which_it_is_asked_which_one_it_was_is_meant_from_then_on() -> None:
    ledger: Before = ("which ledger was it", "It was the ledger of 1880.", ())

    assert asked("who wrote it?", COUNCIL, ledger).startswith("who wrote the ledger")
    assert asked("was it ever found?", COUNCIL, ledger).startswith("was the ledger ever found")
    assert "the year" not in asked("who wrote it?", COUNCIL, ("which year was it?", "It was 2019.", ()))


def test_it_is_what_was_talked_of_though_it_was_asked_who_somebody_is() -> None:
    ferry: Before = ("what has Ivo Brandt said about the Dene ferry?", "Words.", ("Ivo Brandt",))
    pilot: Before = ("who is the pilot", "Tom Holt is the pilot.", ())
    owner: Before = ("who is the director of the Harwick mill?", "Una Holt is.", ())

    assert asked("who built it?", ferry, pilot) == "who built the Dene ferry?"
    assert asked("when was it built?", ferry, owner) == "when was the Harwick mill built?"


def test_who_else_is_besides_who_was_asked_and_no_topic() -> None:
    trial: Before = ("what did Ada Quill say about leaving Dene?", "Words.", (QUILL,))

    mother: Before = ("what did her mother say?", "Words.", ("Rosa Hale",))
    caught: Before = ("when was Ivo Brandt caught?", "Brandt was caught in May.", ())

    assert asked("who else was freed?", trial) == "who else was freed besides Ada Quill?"
    assert asked("who else was freed?", trial, mother, caught) == "who else was freed besides Ivo Brandt?"


def test_she_is_who_is_known_to_be_a_woman_and_no_firm_of_one_word() -> None:
    words: Before = ("what did Ada Quill say about the boots?", "Words.", (QUILL,))
    firm: Before = ("what did Holt say about the boots?", "Words.", ("Holt",))

    assert followed("what else did she say about Orsa?", words, firm).understood.speaker == QUILL


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        ("hi, can you tell me about the ferries in Harwick please?", "the ferries in Harwick"),
        ("where was Ada Quill caught?", "Ada Quill"),
        ("how much will Vantor office staff get?", "Vantor office staff"),
    ],
)
def test_the_talk_goes_on_about_what_a_question_names(before: str, topic: str) -> None:
    found = followed("what did the Harwick Council say about it?", (before, "It was told.", ()))

    assert found.understood.topic == topic


def test_who_reacts_as_well_may_be_any_group() -> None:
    ship: Before = ("how did the Harwick Council react to the ship?", "Words.", ("Harwick Council",))

    assert asked("and civic groups?", ship) == "Did civic groups react to the ship?"
    said: Before = ("what did the Harwick Council say about the ship?", "Words.", ("Harwick Council",))
    assert asked("and schools?", said) == "What did Harwick Council say about schools?"


def test_no_man_is_offered_for_she() -> None:
    unclear = followed("what does she think about bread?").understood

    offered = " ".join(choices_for(unclear, SPEAKERS))
    assert "Ada Quill" in offered
    assert "Ivo Brandt" not in offered
    assert "Tom Hale" not in offered


ON_STRIKE: Before = ("what did quill say about the ferry strike", "Words.", (QUILL,))


@pytest.mark.parametrize(
    "between",
    ["does the city have a plan", "did the airline apologise", "how is the girl", "did anybody die there"],
    ids=["a city", "a firm", "somebody", "nobody"],
)
def test_people_and_bodies_of_a_fact_leave_it_to_what_was_talked_of(between: str) -> None:
    found = followed("when would it start", ON_STRIKE, (between, "So it was.", ()))

    assert found.understood.standalone == "when would the ferry strike start"


@pytest.mark.parametrize(
    ("between", "read"),
    [
        ("is the school shut", "when would the school open"),
        ("who owns the mill", "when would the mill open"),
        ("is the state park shut", "when would the state park open"),
        ("is the police station shut", "when would the police station open"),
    ],
)
def test_a_thing_of_a_fact_is_it_next(between: str, read: str) -> None:
    standalone = followed("when would it open", ON_STRIKE, (between, "So it was.", ())).understood.standalone

    assert standalone.startswith(read)


def test_words_are_taken_from_the_last_question_that_names_a_thing() -> None:
    found = followed("which flight was it", ON_STRIKE, ("did the airline apologise", "It did.", ()))

    assert "airline" not in found.understood.standalone


def test_he_in_a_fact_is_somebody_spoken_of_by_what_they_are() -> None:
    on_diplomat: Before = ("what did brandt say about the young diplomat", "Words.", (BRANDT,))

    assert followed("what did he do", on_diplomat).understood.standalone == "what did the young diplomat do"
    name = followed("whats his name", on_diplomat).understood.standalone
    assert name == "what's the young diplomat's name"


def test_he_who_says_it_is_who_spoke() -> None:
    on_diplomat: Before = ("what did brandt say about the diplomat", "Words.", (BRANDT,))

    assert followed("what did he call it?", ON_STRIKE, on_diplomat).understood.standalone.startswith(
        "what did Ivo Brandt call"
    )


def test_his_thing_stays_whose_it_was_when_others_are_asked() -> None:
    beard: Before = ("what did tom mott say about his beard", "Words.", ("Tom Mott",))
    found = followed("how long can it be", beard, ("and brandt?", "Words.", (BRANDT,)))

    assert found.understood.standalone == "how long can Tom Mott's beard be"


def test_a_night_is_no_topic_that_goes_on() -> None:
    found = followed("when does it start", ON_STRIKE, ("what did he say that night", "Words.", (QUILL,)))

    assert found.understood.standalone == "when does the ferry strike start"


def test_what_is_done_to_it_is_done_to_what_was_talked_of() -> None:
    found = followed("and who is for keeping it", ON_LEVEE)

    assert found.understood.topic == "keeping the levee"


def test_what_only_asks_of_the_quotes_shown_is_no_topic() -> None:
    fares: Before = ("how much will the levee cost", "Nine crowns.", ())
    found = followed("and whats brandt think", fares, ("says who", "Nine crowns.", ()))

    assert found.understood.topic == "the levee"
    assert found.understood.speaker == BRANDT


def test_somebody_of_a_fact_is_one_of_whom_the_articles_shown_tell() -> None:
    found = followed("how is the girl", ON_STRIKE)

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert found.otherwise.doubtful
    assert found.otherwise.otherwise is None or found.otherwise.otherwise.doubtful


def test_what_stops_doing_something_is_what_was_asked_about() -> None:
    stopped: Before = ("when did the school stop being free", "Last fall.", ())

    assert followed("and brandt", stopped).understood.topic == "the school"


def test_who_is_told_by_what_she_did_is_looked_for_in_the_articles_shown_first() -> None:
    found = followed("how old is the girl who survived", ON_STRIKE)

    assert found.near == {"quote 0"}
    assert found.otherwise is not None
    assert not found.otherwise.doubtful


def _read_among(question: str, before: Sequence[Before], *others: Speaker) -> Followed:
    """Follow a question in an archive in which others speak, too."""
    speakers = ListedSpeakers((*SPEAKERS.all, *others))

    def read(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=speakers, sources=())

    conversation = Conversation()
    for at, (asked, words, voices) in enumerate(before):
        understood = follow(asked, conversation, read, speakers).understood
        turn = Turn(asked, words, understood, (f"quote {at}",), Outcome.ANSWERED, voices)
        conversation = Conversation((*conversation.turns, turn))
    return follow(question, conversation, read, speakers)


def test_he_is_no_body_that_the_archive_calls_by_one_word() -> None:
    window: Before = ("what did tom mott say about the window", "Words.", ("Tom Mott",))
    college: Before = ("what did norland say", "Norland said that he left.", ("Norland",))
    found = _read_among("did he get his job back", (window, college), Speaker("Norland", "person", (), 3))

    assert found.understood.standalone == "did Tom Mott get his job back"


def test_the_alliance_is_one_of_the_articles_shown() -> None:
    found = _read_among(
        "what does the alliance say", (ON_STRIKE,), Speaker("Harwick Alliance", "group", (), 3)
    )

    assert found.near == {"quote 0"}


def test_it_may_be_what_was_talked_of_before_a_fact_named_another_thing() -> None:
    found = followed("when did it start", ON_STRIKE, ("is the building safe", "It is.", ()))

    assert found.understood.standalone.startswith("when did the building start")
    assert found.otherwise is not None
    assert found.otherwise.understood.standalone == "when did the ferry strike start"
    assert found.otherwise.doubtful


def test_it_is_not_several_people_whom_a_turn_named() -> None:
    paid: Before = ("how much does she make", "Ten.", ())
    plan: Before = ("does the city have a plan", "Yes.", ())
    found = followed("when would it start", ON_STRIKE, paid, ("and the attendants", "Nine.", ()), plan)

    assert found.understood.standalone.startswith("when would the ferry strike start")


def test_what_is_legal_is_what_a_fact_was_about() -> None:
    boats: Before = ("what did quill say about dirt boats", "Words.", (QUILL,))

    assert followed("and brandt", boats, ("are they legal", "No.", ())).understood.topic == "dirt boats"


def test_it_is_not_several_things_that_a_fact_named() -> None:
    found = followed("when would it start", ON_STRIKE, ("how old are the ferries", "Old.", ()))

    assert found.understood.standalone == "when would the ferry strike start"


@pytest.mark.parametrize("thing", ["crisis", "gas", "virus", "news", "headquarters"])
def test_a_thing_whose_name_ends_as_several_do_is_it(thing: str) -> None:
    asked_last: Before = (f"what did brandt say about the {thing}", "Words.", (BRANDT,))

    assert asked("when did it start", ON_STRIKE, asked_last) == f"when did the {thing} start"
    assert asked("has it happened before", asked_last) == f"has the {thing} happened before"


def test_he_stays_who_spoke_where_he_was_so_in_the_turn_before() -> None:
    on_manager: Before = ("what did brandt say about the manager", "Words.", (BRANDT,))
    where: Before = ("where did he say that", "In Dene.", (BRANDT,))

    assert asked("when does he retire", on_manager, where) == "when does Ivo Brandt retire"
    assert asked("when does he retire", on_manager) == "when does the manager retire"
