"""Turns that ask anew after one that found nothing: for all there is, for another fact, "I asked who paid"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome, QuestionKind
from qa.conversation.earlier.agreement import is_no_part_of_a_name
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.rewording.sighs import without_sighs
from qa.conversation.rewording.spoken_forms import as_written
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed, read

DIED: Before = ("how many people died in Dene?", "Words.", ())


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("anything at all about it?", "the levee"),
        ("what have you got on it", "the levee"),
        ("what do you have on her then?", QUILL),
        ("ok anything about tolls at all", "tolls"),
        ("what do you have on Brandt?", "Brandt"),
    ],
)
def test_all_that_there_is_is_asked_of_nobody(question: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.CONTENT, None, topic)
    assert found.browses


def test_anything_about_a_topic_is_still_asked_of_who_was_asked() -> None:
    assert followed("anything about tolls?", ON_LEVEE).understood.speaker == QUILL


def test_anything_at_all_from_somebody_asks_for_their_other_words() -> None:
    found = followed("anything at all from her?", ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == (QUILL, None)


@pytest.mark.parametrize(
    "question", ["what do you have on the ferries?", "anything about the ferries at all"]
)
def test_what_there_is_on_a_topic_asks_for_a_page(question: str) -> None:
    understood = read(question)

    assert (understood.browses, understood.topic) == (True, "the ferries")


@pytest.mark.parametrize(
    "question", ["I asked what Brandt thinks about tolls", "no, i asked what brandt thinks about tolls"]
)
def test_what_was_asked_is_asked_again(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "tolls")


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("who died in the bridge thing", "not who, how many", "how many died in the bridge thing"),
        ("when did the bridge collapse?", "not when, why", "why did the bridge collapse?"),
        ("how many people died in Dene?", "I mean injured", "how many people were injured in Dene?"),
        ("who was arrested in Dene?", "sorry, I meant injured", "who was injured in Dene?"),
        ("how many died in Dene?", "no, survived", "how many survived in Dene?"),
    ],
)
def test_another_fact_of_the_same_is_asked(before: str, question: str, standalone: str) -> None:
    assert followed(question, (before, "Words.", ())).understood.standalone == standalone


def test_any_time_takes_back_a_time_that_was_only_added() -> None:
    found = followed("any time", DIED, ("since December", "Words.", ())).understood

    assert found.standalone == "how many people died in Dene?"


def test_a_guy_who_is_something_is_asked_as_that() -> None:
    found = followed("and the doctor guy?", ON_LEVEE).understood

    assert (found.speaker, found.topic) == ("doctor", "the levee")


def test_anyone_talking_of_something_asks_who_does() -> None:
    asked = followed("anyone talking about tolls").understood

    assert (asked.kind, asked.topic) == (QuestionKind.WHO_SAID, "tolls")


def test_whose_words_they_are_can_be_doubted() -> None:
    found = followed("are you sure that's her?", ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["wait when", "lol when"])
def test_a_question_word_after_an_aside_asks_on(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["no sorry, about tolls", "sorry no, tolls", "no wait, tolls"])
def test_a_correction_may_say_sorry_twice(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        (ON_LEVEE, f"{QUILL}'s bill"),
        (("what did Lindsey Strand say about tolls?", "", ()), "Lindsey Strand's bill"),
    ],
)
def test_others_are_asked_about_what_is_hers(before: Before, topic: str) -> None:
    found = followed("who criticises her bill?", before)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, topic)
    assert found.otherwise is not None


def test_anyone_from_a_body_asks_nothing_of_who_was_asked() -> None:
    found = followed("anyone from the government?", ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == ("government", "the levee")
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.topic) == ("government", None)


def test_it_may_be_what_was_claimed_or_what_the_claim_was_about() -> None:
    found = followed(
        "and what did Brandt say about it?", ("who said the gates were unsafe?", "Words.", (QUILL,))
    )

    assert found.understood.topic == "the gates were unsafe"
    assert found.otherwise is not None
    assert found.otherwise.understood.topic == "the gates"


def test_what_is_counted_can_be_corrected_after_a_count_that_names_nothing() -> None:
    found = followed(
        "not dead i mean children", ("did anyone die in Dene?", "", ()), ("how many", "", ())
    ).understood

    assert found.standalone.startswith("how many children (")


def test_a_town_is_no_speaker_who_bears_its_name() -> None:
    assert not is_no_part_of_a_name("brandt")
    assert not is_no_part_of_a_name("the mayor")
    assert is_no_part_of_a_name("berlin")
    assert is_no_part_of_a_name("the money")


def test_whoever_was_shown_can_be_refused_without_a_mark() -> None:
    found = followed("nah not quill the banks", ("who warns about the levee", "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) == ("banks", "the levee")


def test_a_letter_left_out_in_talk_changes_nothing() -> None:
    assert read("did quill say anythin about tolls").topic == "tolls"


def test_the_guy_of_a_body_is_asked_as_that_body() -> None:
    assert read("what did the Vantor Lantern say about tolls").speaker == "Vantor Lantern"
    asked = followed("what did the vantor lantern guy say about tolls", ON_LEVEE).understood

    assert (asked.speaker, asked.topic) == ("Vantor Lantern", "tolls")


def test_two_things_side_by_side_refuse_the_first() -> None:
    found = followed("nah not the police the banks", ON_LEVEE).understood

    assert (found.speaker, found.topic) == ("banks", "the levee")


@pytest.mark.parametrize("turn", ["lol what", "huh what", "oh what?"])
def test_a_startled_what_is_no_question(turn: str) -> None:
    assert without_sighs(turn) == turn


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("tolls lol", QUILL, "tolls"),
        ("brandt i think", BRANDT, "the levee"),
        ("nothing? tolls then", QUILL, "tolls"),
        ("nobody? what did brandt say", BRANDT, "the levee"),
        ("hmm nothing? then brandt", BRANDT, "the levee"),
        ("did brandt weigh in", BRANDT, "the levee"),
        ("sry i meant brandt", BRANDT, "the levee"),
        ("quote her on tolls", QUILL, "tolls"),
        ("need her words on tolls", QUILL, "tolls"),
        ("not the levee but tolls", QUILL, "tolls"),
        ("and the mayor, what does she say", "mayor", "the levee"),
        ("anyone from Norland Mills", "Norland Mills", "the levee"),
        ("so nobody", QUILL, "the levee"),
        ("why isn't there anything?", QUILL, "the levee"),
        ("are you sure she said that?", QUILL, "the levee"),
    ],
)
def test_what_is_said_beside_a_turn_in_talk_changes_nothing(question: str, speaker: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, topic)


def test_the_other_minister_is_nobody_of_whom_the_speaker_spoke() -> None:
    found = followed("and the other minister", ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == ("minister", "the levee")
    assert found.otherwise is None or found.otherwise.understood.speaker != QUILL


@pytest.mark.parametrize("question", ["who tf is brandt", "who on earth is brandt"])
def test_a_strong_word_is_no_part_of_a_question(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone == "who is brandt"


def test_others_are_asked_where_one_of_those_who_spoke_is_refused() -> None:
    before: Before = ("who criticised the levee", "Words.", (QUILL,))

    assert followed("nah not the ceo", before).silent == {QUILL}
    assert not followed("not the levee", before).silent


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        (
            "How much oil did Vantor spill in Montana?",
            "sorry, North Dakota",
            "How much oil did Vantor spill in North Dakota?",
        ),
        (
            "How much oil did Vantor spill in Montana?",
            "not how much, when",
            "when did Vantor spill in Montana?",
        ),
        ("how far did the fox go", "nah not how far how fast", "how fast did the fox go"),
    ],
)
def test_one_part_of_a_fact_is_corrected(before: str, question: str, standalone: str) -> None:
    assert followed(question, (before, "Words.", ())).understood.standalone == standalone


@pytest.mark.parametrize(
    ("asked", "question", "topic"),
    [
        ("what did quill say about Orsa Bank", "Dene Bank, not Orsa Bank", "Dene Bank"),
        ("what did quill say about google", "brandt not google", "brandt"),
    ],
)
def test_a_refused_topic_gives_way_also_to_somebody_who_speaks(asked: str, question: str, topic: str) -> None:
    found = followed(question, (asked, "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) == (QUILL, topic)


def test_a_refused_word_of_a_fact_gives_way() -> None:
    before: Before = ("how many people lost power in Dene?", "Words.", ())

    assert (
        followed("not people, counties", before).understood.standalone
        == "how many counties lost power in Dene?"
    )


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("so brandt agrees?", BRANDT, "the levee"),
        ("really nothing on the money?", QUILL, "the money"),
        ("the mayor, what did she say?", "mayor", "the levee"),
        ("any drivers talking?", "drivers", "the levee"),
        ("nobody against it?", None, "the levee"),
    ],
)
def test_a_question_in_few_words_goes_on(question: str, speaker: str | None, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, topic)


def test_what_was_there_is_a_question_of_fact() -> None:
    assert not read("what was there on the island before the levee?").browses


@pytest.mark.parametrize("question", ["who attacked her over tolls?", "who praised her and her plan?"])
def test_nothing_is_hers_where_she_is_spoken_of(question: str) -> None:
    assert "Ada Quill's" not in (followed(question, ON_LEVEE).understood.topic or "")


def test_any_comments_are_nobody_who_speaks() -> None:
    assert followed("any comments saying anything about it", ON_LEVEE).understood.speaker is None


def test_whose_house_it_is_is_said_where_all_is_asked_on_it() -> None:
    asked = followed("anything about her house at all?", ON_LEVEE).understood.standalone

    assert asked == "anything about Quill's house at all?"


def test_which_of_the_name_asks_who_it_is() -> None:
    before: Before = ("what did Rosa Hale say about tolls", "Words.", ("Rosa Hale",))

    assert followed("which hale", before).understood.standalone == "Who is Rosa Hale?"
    assert followed("which levee", ON_LEVEE).understood.kind is QuestionKind.CONTENT


def test_somebody_who_is_refused_as_a_topic_may_have_been_asked_for_words() -> None:
    levee = Turn(ON_LEVEE[0], "Words.", read(ON_LEVEE[0]), ("quote 0",), Outcome.ANSWERED, (QUILL,))
    fell_back = read("What did Ada Quill say about the spokesman?")  # as "and the spokesman?" was answered
    spokesman = Turn("and the spokesman?", "Words.", fell_back, ("quote 1",), Outcome.UNSURE, (QUILL,))

    found = follow(
        "not the spokesman, the professor", Conversation((levee, spokesman)), read, SPEAKERS
    ).understood

    assert (found.speaker, found.topic) == ("professor", "the levee")
    asked: Before = ("what did quill say about the spokesman", "Words.", (QUILL,))
    assert followed("not the spokesman, the professor", asked).understood.speaker == QUILL


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("Was anyone injured in the crash?", "who was injured in the crash?"),
        ("is there anyone who was arrested in Orsa?", "who was arrested in Orsa?"),
        ("anyone opposed the levee?", "who opposed the levee?"),
        ("is there anyone who criticised the levee?", "who criticised the levee?"),
        ("were anyone's homes lost in Orsa?", "were anyone's homes lost in Orsa?"),
    ],
)
def test_what_befell_anyone_is_not_asked_as_if_they_had_done_it(question: str, standalone: str) -> None:
    assert follow(question, None, read, SPEAKERS).understood.standalone == standalone


@pytest.mark.parametrize(
    "question",
    [
        "Who is Brandt's running mate?",
        "what did Quill say about her mate?",
        "Is that what Quill and i believe?",
        "who in the world of sport said it?",
        "who in the world cup squad was hurt?",
    ],
)
def test_words_that_belong_to_a_question_are_not_left_out_as_talk(question: str) -> None:
    assert as_written(question, SPEAKERS) == question


@pytest.mark.parametrize(
    "question", ["who paid for it, mate?", "who paid for it bro", "who paid for it lol i guess"]
)
def test_whom_a_turn_is_said_to_is_no_part_of_it(question: str) -> None:
    assert as_written(question, SPEAKERS).rstrip("?") == "who paid for it"
