"""Turns that say something of the talk or of what was shown: "that's Brandt, not Quill", "that can't be all"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome, QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

BRIDGE: Before = ("When was the Harwick bridge built?", "It was built in 1931.", ())
CRITICS: Before = ("who criticised the levee", "Words.", (QUILL,))


@pytest.mark.parametrize(
    "question",
    [
        "that is not about the levee",
        "that's not really about the levee at all",
        "that's Brandt, not Quill",
        "thats brandt not quill",
        "that's Brandt's side, not Quill's",
        "the wrong answer again",
        "wrong state lol",
        "you didn't answer",
        "thats not a quote",
        "bruh thats not what i asked",
    ],
)
def test_what_was_shown_and_is_not_what_was_asked_gives_way_to_more(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)
    assert found.exclude


def test_what_was_not_asked_is_not_denied() -> None:
    assert not followed("it's not far from Dene", ON_LEVEE).more


def test_what_says_something_of_what_was_asked_refuses_nothing() -> None:
    assert not followed("it's not safe", ("Is the levee safe?", "Yes.", ())).more


@pytest.mark.parametrize(
    "question",
    [
        "is that all she said on it?",
        "that can't be all",
        "I don't believe that is the only one",
        "is that everything you have",
        "surely that's not all",
        "surely she said more than that",
        "no more than that?",
    ],
)
def test_a_doubt_whether_that_is_all_asks_for_more(question: str) -> None:
    assert followed(question, ON_LEVEE).more


@pytest.mark.parametrize(
    "question", ["so she said nothing?", "she never said anything?", "she hasn't commented?"]
)
def test_a_doubt_that_somebody_has_no_words_asks_for_them_again(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=Outcome.NEAREST).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, QUILL, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "I was really asking about tolls",
        "I'm more interested in tolls",
        "we were actually talking about tolls",
        "that's the mayor, I was asking about tolls",
    ],
)
def test_what_somebody_says_they_ask_is_asked_whatever_verb_says_so(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.topic == "tolls"


@pytest.mark.parametrize(
    "question", ["I'd like some quotes about the ferry", "I need everything on the ferry", "I need help"]
)
def test_a_wish_for_all_words_on_a_thing_is_no_topic_of_who_was_shown(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.speaker is None


def test_a_wish_for_something_else_asks_for_more() -> None:
    assert followed("I asked for something else", ON_LEVEE).more


def test_whoever_is_wanted_instead_of_who_was_shown_is_asked() -> None:
    found = followed("that's the judge, I asked for the mayor", ON_LEVEE).understood

    assert (found.speaker, found.topic) == ("mayor", "the levee")


def test_a_headline_that_begins_with_wrong_is_no_correction() -> None:
    found = followed("wrong turn, says driver", ON_LEVEE).understood

    assert (found.speaker, found.standalone) == (None, "wrong turn, says driver")


@pytest.mark.parametrize(
    ("question", "topic"),
    [("the tolls part", "tolls"), ("the toll road thing", "toll road"), ("that ferry business", "ferry")],
)
def test_a_noun_that_says_nothing_is_no_part_of_a_topic(question: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, topic)


@pytest.mark.parametrize("thing", ["the family business", "the school matter", "the hot topic"])
def test_a_noun_that_says_what_a_thing_is_stays_with_its_topic(thing: str) -> None:
    assert followed(thing, ON_LEVEE).understood.topic == thing


def test_a_first_question_for_the_story_of_a_thing_lacks_nothing() -> None:
    assert not followed("the toll road story").unresolved


@pytest.mark.parametrize(
    ("before", "standalone"),
    [
        (ON_LEVEE, "What did Ada Quill say about the levee after the fire?"),
        (CRITICS, "Who criticized the levee after the fire?"),
    ],
)
def test_a_time_that_an_event_tells_narrows_the_topic(before: Before, standalone: str) -> None:
    assert followed("I meant after the fire", before).understood.standalone == standalone


@pytest.mark.parametrize("question", ["no, after that", "no, since then", "I meant after it", "no, under 18"])
def test_what_tells_no_event_narrows_no_topic(question: str) -> None:
    assert (followed(question, ON_LEVEE).understood.topic or "").count(" ") < 2


@pytest.mark.parametrize(
    ("before", "standalone"),
    [
        (ON_LEVEE, "What did Ada Quill say about the levee in Orsa?"),
        (CRITICS, "Who criticized the levee in Orsa?"),
    ],
)
def test_the_one_elsewhere_is_another_of_what_was_talked_of(before: Before, standalone: str) -> None:
    assert followed("the one in Orsa", before).understood.standalone == standalone


@pytest.mark.parametrize("question", ["anything from her at all?", "then what is she quoted on?"])
def test_any_words_of_somebody_are_asked_without_a_topic(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=Outcome.NEAREST).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, QUILL, None)


@pytest.mark.parametrize("question", ["her take on the report", "I'm asking about her answer to the report"])
def test_a_noun_of_speech_asks_what_somebody_says(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, QUILL, "the report")


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("no way, when", "When did Ada Quill say that about the levee?"),
        ("ok whatever, who else?", "Who else said something about the levee?"),
        ("the wrong answer again; who owns the levee?", "who owns the levee?"),
        ("that doesn't help. who owns the levee?", "who owns the levee?"),
        ("that was a joke, what did Brandt say about tolls?", "what did Brandt say about tolls?"),
        ("leave the mayor, what did Brandt say about tolls?", "what did Brandt say about tolls?"),
        ("smh thats not what i asked, what did Brandt say about tolls?", "what did Brandt say about tolls?"),
        ("nah fr what did Brandt say about tolls", "what did Brandt say about tolls"),
    ],
)
def test_a_question_after_a_reaction_is_read_without_it(question: str, standalone: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == standalone


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("That bridge in Harwick, when was it built?", "bridge in Harwick"),
        ("I heard Brandt resigned, what did he say?", "Brandt"),
        ("let's talk about the ferry. who runs it?", "the ferry"),
        ("try tolls, who opposes them?", "tolls"),
        ("It's about the ferry: what did Brandt say?", "the ferry"),
        ("I live in Orsa, what is planned there?", "Orsa"),
        ("I'd like quotes from May 2023. What did Brandt say about tolls?", "May 2023"),
        ("The Right. Who leads it?", "The Right"),
    ],
)
def test_a_clause_that_names_what_is_asked_stays(question: str, named: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert named in f"{found.standalone} {found.topic}"


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("you already said it all, who else spoke?", "Who else said something about the levee?"),
        ("that was Quill. what did Brandt say?", "what did Brandt say about the levee?"),
        ("that's odd, what did she say about tolls?", "what did Ada Quill say about tolls?"),
    ],
)
def test_a_clause_that_brings_nothing_up_is_passed_over(question: str, standalone: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == standalone


def test_a_correction_may_go_back() -> None:
    found = followed(
        "wrong person, the first one again", ON_LEVEE, ("and brandt?", "Words.", (BRANDT,))
    ).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_says_who_after_what_only_an_article_tells_asks_where_it_was_printed() -> None:
    assert followed("says who", BRIDGE).printed == ("quote 0",)


def test_of_course_corrects_the_place_that_was_asked() -> None:
    assert followed("Dene, of course", ("how many died in Harwick", "Ten.", ())).understood.standalone == (
        "how many died in Dene"
    )


@pytest.mark.parametrize("question", ["in the Dene Post", "no, in the Dene Post"])
def test_an_outlet_after_in_need_not_be_of_the_archive(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic, found.source) == (QUILL, "the levee", "the Dene Post")


def test_a_given_name_means_who_was_shown_by_it() -> None:
    split: Before = ("did rosa part from tom", "Rosa Hale has left her husband Tom Strand.", ())

    assert followed("what does he say", split).understood.speaker == "Tom Strand"


def test_a_condition_before_a_question_is_a_part_of_it() -> None:
    assert (
        followed("if it opens, who pays?", ON_LEVEE).understood.standalone == "if the levee opens, who pays?"
    )


@pytest.mark.parametrize(
    "question",
    [
        "I'd like tolls only",
        "I'd rather read about tolls",
        "the toll claims, not the levee",
        "anything on tolls instead",
    ],
)
def test_a_wish_names_another_topic(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert found.speaker == QUILL
    assert "toll" in (found.topic or "")


def test_whoever_was_shown_is_refused_as_well_as_who_was_asked() -> None:
    assert followed("not brandt the mayor", ON_LEVEE).understood.speaker == "mayor"


def test_a_given_name_gives_way_with_the_surname() -> None:
    asked: Before = ("Was Ada Quill asked by anyone?", "Yes.", ())

    assert (
        followed("I don't want Quill, I want Strand", asked).understood.standalone
        == "Was Strand asked by anyone?"
    )


def test_who_else_speaks_of_him_asks_of_whom_was_spoken() -> None:
    spoken: Before = ("what did quill say about brandt", "Words.", (QUILL,))

    assert followed("who else mentions him?", spoken).understood.topic == BRANDT


def test_quotes_of_somebody_are_asked_after_a_question_of_fact() -> None:
    assert followed("any quotes from the divers", BRIDGE).understood.speaker == "divers"


def test_a_role_that_is_refused_is_whoever_was_asked() -> None:
    hale: Before = ("what did rosa hale say about the levee", "Words.", ("Rosa Hale",))

    assert followed("nah not the senator", hale).understood.speaker != "Rosa Hale"
    assert followed("nah not the senator", hale).understood.topic == "the levee"


@pytest.mark.parametrize("question", ["her statement of 3 May", "her words to the court"])
def test_a_day_and_a_hearer_are_no_topic_of_words(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.kind is QuestionKind.CONTENT


def test_a_condition_before_who_said_that_is_no_claim() -> None:
    found = followed("as it was late, who said that?", ON_LEVEE).understood

    assert found.kind is QuestionKind.CONTENT


def test_a_claim_before_who_said_that_is_what_was_said() -> None:
    found = followed("the lanes were too short, who said that?", ON_LEVEE).understood

    assert (found.kind, found.topic) == (QuestionKind.WHO_SAID, "the lanes were too short")


def test_a_doubt_that_somebody_replied_asks_for_the_reply() -> None:
    found = followed("is there no reply from the mayor?", ON_LEVEE, outcome=Outcome.NEAREST).understood

    assert (found.speaker, found.topic) == ("mayor", "the levee")
