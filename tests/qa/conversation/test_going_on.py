"""How people go on in a chat: back to who was asked before, two names at once, only one outlet, in full, really?"""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Meta, Outcome, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.topics.subjects import subject
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.meta import meta_of
from qa.understanding.understand import understand

QUILL, BRANDT, STRAND = "Ada Quill", "Ivo Brandt", "Una Strand"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker(STRAND, "person", ("Strand",), 3),
        Speaker("Tom Mott", "person", ("Mott",), 2),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Norland", "group", (), 1),
    )
)
OUTLETS = ("The Harwick Evening Post", "Skerry News", "Dene Courier")
ON_LEVEE = "what did quill say about the levee"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=OUTLETS)


def followed(*questions: str, outcome: Outcome = Outcome.ANSWERED) -> Followed:
    """Follow questions that were each answered by two quotes of who was asked."""
    conversation = Conversation()
    for question in questions:
        found = follow(question, conversation, read, SPEAKERS)
        asked = found.understood.speaker
        turn = Turn(
            question, "Words.", found.understood, ("one", "two"), outcome, speakers=(asked,) if asked else ()
        )
        conversation = Conversation((*conversation.turns, turn))
    return found


@pytest.mark.parametrize(
    "question",
    [
        "back to the first",
        "ok, back to my first question",
        "back to quill",
        "going back to what quill said",
        "back to the levee",
        "the levee again",
        "go back",
    ],
)
def test_a_turn_goes_back_to_an_earlier_question(question: str) -> None:
    asked = followed(ON_LEVEE, "what did brandt say about tolls", question).understood

    assert (asked.speaker, asked.topic, asked.question) == (QUILL, "the levee", question)


@pytest.mark.parametrize("question", ["back to school plans", "will she run again?", "back to norland"])
def test_what_was_never_asked_is_not_gone_back_to(question: str) -> None:
    asked = followed(ON_LEVEE, "what did brandt say about tolls", question).understood

    assert (asked.speaker, asked.topic) != (QUILL, "the levee")


@pytest.mark.parametrize(
    "question", ["what did brandt say? and strand?", "and brandt and strand?", "what about brandt or strand"]
)
def test_two_are_asked_at_once(question: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.speaker, asked.others, asked.topic) == (BRANDT, (STRAND,), "the levee")


def test_a_second_question_that_names_nobody_is_no_second_speaker() -> None:
    assert followed("what did quill say about the levee? and why?").understood.others == ()


@pytest.mark.parametrize(
    "question", ["did they agree?", "do they disagree", "what's the difference?", "who is right"]
)
def test_two_who_were_asked_are_set_side_by_side(question: str) -> None:
    asked = followed(ON_LEVEE, "and brandt?", question).understood

    assert {asked.speaker, *asked.others} == {QUILL, BRANDT}


def test_a_body_alone_is_whom_they_means() -> None:
    asked = followed("what did the harwick council say about the levee", "do they agree?").understood

    assert (asked.speaker, asked.others) == ("Harwick Council", ())


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("only from skerry news", "Skerry News"),
        ("just skerry", "Skerry News"),
        ("skerry only", "Skerry News"),
        ("from the dene courier only", "Dene Courier"),
        ("only the hep", "The Harwick Evening Post"),
    ],
)
def test_only_one_outlet_is_asked(question: str, outlet: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.speaker, asked.topic, asked.source) == (QUILL, "the levee", outlet)


def test_only_somebody_is_no_outlet() -> None:
    asked = followed(ON_LEVEE, "only brandt").understood

    assert (asked.speaker, asked.topic, asked.source) == (BRANDT, "the levee", None)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("in full", "one"),
        ("the second one in full please", "two"),
        ("what did she mean by that?", "one"),
        ("what does that mean", "one"),
        ("more context", "one"),
        ("explain", "one"),
        ("to whom?", "one"),
        ("who was she talking to", "one"),
        ("how do you know", "one"),
    ],
)
def test_what_only_the_text_around_a_quote_tells_shows_it(question: str, quote: str) -> None:
    assert followed(ON_LEVEE, question).article == quote


def test_what_somebody_else_means_is_a_question_to_the_articles() -> None:
    assert followed(ON_LEVEE, "what does the verdict mean for farmers?").article is None


@pytest.mark.parametrize("question", ["are you sure?", "you sure about that", "seriously?"])
def test_a_doubt_shows_the_same_quotes_and_judges_none(question: str) -> None:
    found = followed(ON_LEVEE, question)

    assert (found.doubted, found.printed) == (True, ("one", "two"))


def test_a_doubt_of_nothing_asks_the_same_again() -> None:
    found = followed(ON_LEVEE, "are you sure?", outcome=Outcome.NOT_FOUND)

    assert (found.doubted, found.understood.topic) == (False, "the levee")


@pytest.mark.parametrize("question", ["shorter", "make it shorter please", "too long", "simpler?"])
def test_shorter_asks_for_a_summary(question: str) -> None:
    assert meta_of(question) is Meta.SUMMARY


@pytest.mark.parametrize("question", ["is the shorter route open?", "was it too long?"])
def test_what_else_is_short_asks_for_none(question: str) -> None:
    assert meta_of(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "wait who is brandt",
        "lol who is brandt?",
        "hi, who is brandt",
        "nvm, who is brandt",
        "ok wait, who is brandt",
    ],
)
def test_what_is_said_before_a_question_changes_nothing(question: str) -> None:
    assert followed(ON_LEVEE, question).understood.standalone.startswith("who is brandt")


@pytest.mark.parametrize(
    "question", ["whta abuot brandt", "waht did brandt say", "wat did brandt say abotu it"]
)
def test_letters_in_the_wrong_order_are_read(question: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.speaker, asked.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("anyone against it?", "Who opposed the levee?"),
        ("is anyone for it", "Who supported the levee?"),
        ("did anybody praise it", "Who praised the levee?"),
        ("who voted against it?", "Who voted against the levee?"),
        ("does anyone disagree with her?", "Who else said something about the levee?"),
    ],
)
def test_whoever_does_something_with_words_is_asked_for(question: str, standalone: str) -> None:
    assert followed(ON_LEVEE, question).understood.standalone == standalone


@pytest.mark.parametrize("question", ["did anyone die?", "was anyone hurt?", "more of that"])
def test_other_questions_for_anyone_stay(question: str) -> None:
    assert not followed(ON_LEVEE, question).understood.standalone.startswith(("Who", "who"))


@pytest.mark.parametrize("question", ["anything else from her?", "more from quill"])
def test_other_words_of_somebody_are_asked_for(question: str) -> None:
    found = followed(ON_LEVEE, question)

    assert (found.understood.speaker, found.understood.topic) == (QUILL, None)
    assert found.exclude


@pytest.mark.parametrize("question", ["more from brandt on this", "anything else by Ivo Brandt about it?"])
def test_other_words_of_somebody_may_be_asked_for_on_the_same(question: str) -> None:
    found = followed(ON_LEVEE, question).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    ("before", "question", "speaker", "topic"),
    [
        (("what did brandt say to quill in the debate?",), "how did she respond?", QUILL, BRANDT),
        ((ON_LEVEE, "what did brandt tell her"), "how did she answer him?", QUILL, BRANDT),
        (("who criticized quill",), "how did she react?", QUILL, None),
        (("what did quill say",), "what did brandt say about that", BRANDT, QUILL),
        (("what did quill say", "what did brandt say about that"), "and strand?", STRAND, QUILL),
        (("what did quill say about brandt",), "does he agree with her?", BRANDT, QUILL),
        ((ON_LEVEE,), "no, ada", QUILL, "the levee"),
    ],
)
def test_who_spoke_and_who_was_spoken_to_are_meant(
    before: tuple[str, ...], question: str, speaker: str, topic: str | None
) -> None:
    asked = followed(*before, question).understood

    assert (asked.speaker, asked.topic) == (speaker, topic)


def test_words_are_said_to_whom_her_means() -> None:
    assert followed(ON_LEVEE, "what did brandt tell her").understood.addressee == QUILL


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("why did Ada Quill veto the bill?", "Ada Quill vetoing the bill"),
        ("did Brandt serve in Norland?", "Brandt serving in Norland"),
        ("why is Harwick so cold?", "Harwick so cold"),
        ("how many members voted for the loan", "the loan"),
    ],
)
def test_what_somebody_did_is_a_thing_to_speak_about(question: str, about: str) -> None:
    assert subject(read(question)) == about


@pytest.mark.parametrize("question", ["supporters of the tolls", "and supporters of the tolls?"])
def test_supporters_of_something_are_no_topic_of_who_was_asked(question: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.kind, asked.cue, asked.topic) == (QuestionKind.WHO_SAID, "support", "the tolls")


def test_a_vote_is_against_what_was_vetoed() -> None:
    asked = followed("why did Ada Quill veto the bill?", "who voted against it").understood

    assert asked.topic == "the bill"


def test_short_words_of_somebody_else_come_from_what_was_shown_before_any() -> None:
    found = followed(ON_LEVEE, "what did brandt say?")

    assert found.understood.topic == "the levee"
    assert found.otherwise is not None and found.otherwise.near == {"one", "two"}
    assert not found.otherwise.wider
    assert found.otherwise.otherwise is not None and found.otherwise.otherwise.near is None
    assert found.otherwise.otherwise.wider


@pytest.mark.parametrize("question", ["why did she say that?", "when did she say that?"])
def test_her_words_are_asked_about_after_his_too(question: str) -> None:
    asked = followed(ON_LEVEE, "and tom mott?", question).understood

    assert (asked.speaker, asked.topic) == (QUILL, "the levee")


def test_no_talk_goes_on_about_anybody() -> None:
    asked = followed("did Brandt threaten a reporter?", "what did quill say about this").understood

    assert (asked.speaker, asked.topic) == (QUILL, BRANDT)


@pytest.mark.parametrize(
    "question", ["what did she say back?", "and what did quill say back to him", "how did she answer him"]
)
def test_what_is_said_back_is_a_response(question: str) -> None:
    asked = followed("what did brandt say about quill", question).understood

    assert (asked.speaker, asked.topic, asked.cue) == (QUILL, BRANDT, "respond")


def test_his_wife_is_looked_for_only_in_what_was_shown() -> None:
    found = followed(ON_LEVEE, "what did brandt say", "and his wife?")

    assert found.near == {"one", "two"}
    assert found.otherwise is not None and found.otherwise.near == {"one", "two"}


def test_she_is_nobody_whose_full_name_is_a_mans() -> None:
    asked = followed(ON_LEVEE, "what did mott say", "did the council fire her?").understood

    assert asked.standalone.startswith("did the council fire Quill")
