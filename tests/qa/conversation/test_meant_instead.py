"""Turns that say who or what was meant, after somebody else was asked: "not him, the coach", "a different Quill"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qa.answers import QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.conversation.fragments.corrections import names_another, refused_in, refuses
from qa.conversation.fragments.refused_speakers import offered_by_part
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed, read


def meanings(found: Followed | None) -> Iterator[Followed]:
    """Yield what a turn may mean, the likeliest first."""
    while found is not None:
        yield found
        found = found.otherwise


ON_PRISONS: Before = ("what did the minister say about prisons?", "Words.", ())


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("I meant the prime minister", "prime minister"),
        ("no, the mayor", "mayor"),
        ("not the minister, Brandt", BRANDT),
        ("Brandt, not the minister", BRANDT),
        ("ok, not him, the coach", "coach"),
        ("not him, the union's president", "union's president"),
        ("I don't mean the minister, the widow", "widow"),
        ("wrong guy, the mayor", "mayor"),
        ("I'm asking about Brandt", BRANDT),
        ("oh wait, Brandt", BRANDT),
        ("I want the mayor", "mayor"),
        ("not the minister, I want the mayor", "mayor"),
    ],
)
def test_who_is_meant_takes_the_place_of_who_was_asked_and_the_topic_stays(
    question: str, speaker: str
) -> None:
    found = followed(question, ON_PRISONS)

    assert (found.understood.speaker, found.understood.topic) == (speaker, "prisons")
    assert all(asked.understood.speaker != "minister" for asked in meanings(found))


def test_who_was_spoken_of_may_be_corrected_as_well() -> None:
    found = followed("I meant the minister", ("what did quill say about the mayor?", "Words.", (QUILL,)))

    asked = [(each.understood.speaker, each.understood.topic) for each in meanings(found)]
    assert asked[0] == ("minister", "the mayor")
    assert (QUILL, "the minister") in asked


def test_a_refused_speaker_leaves_the_last_topic() -> None:
    found = followed("not her, Brandt", ON_LEVEE, ("and the black flags?", "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) == (BRANDT, "the black flags")


@pytest.mark.parametrize(("question", "speaker"), [("no, him", BRANDT), ("not her, him", BRANDT)])
def test_a_pronoun_can_be_meant(question: str, speaker: str) -> None:
    brandt: Before = ("what did brandt say about the levee?", "Words.", (BRANDT,))
    found = followed(question, brandt, ("and Ada Quill?", "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize(
    "question", ["that's a different Hale", "the wrong Hale", "no, another Hale", "not that Hale"]
)
def test_a_different_one_of_the_name_is_asked_on_the_same(question: str) -> None:
    found = followed(
        question, ("what did Rosa Hale say about the levee?", "Words.", ("Rosa Hale",))
    ).understood

    assert (found.speaker, found.topic) == ("Tom Hale", "the levee")


def test_several_others_of_the_name_are_asked_back() -> None:
    found = followed(
        "that's a different Mott", ("what did Rosa Mott say about the levee?", "Words.", ("Rosa Mott",))
    )

    assert found.understood.ambiguous == ("Tom Mott", "Una Mott")


def test_a_thing_that_was_asked_on_stays_where_another_speaker_is_meant() -> None:
    brandt: Before = ("what did brandt say about the levee?", "Words.", (BRANDT,))
    before: tuple[Before, ...] = (
        brandt,
        ("and Ada Quill?", "Words.", (QUILL,)),
        ("what about the black flags?", "Words.", (QUILL,)),
    )

    assert followed("no, him", *before).understood.topic == "the black flags"


def test_a_part_of_the_name_picks_one_of_the_bodies_that_were_offered() -> None:
    banks = read("what did the bank say about the levee?")

    assert set(banks.bearers) >= {"Orsa Bank", "Dene Bank"}
    assert offered_by_part("the Orsa one", banks) == "Orsa Bank"
    assert offered_by_part("bank", banks) is None


@pytest.mark.parametrize("question", ["Brandt", "no, Brandt", "I meant Brandt", "brandt sorry"])
def test_a_word_of_the_topic_that_is_typed_again_is_respelt(question: str) -> None:
    found = followed(question, ("what did quill say about Brant?", "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) in {(QUILL, "Brandt"), (QUILL, "brandt")}


def test_one_more_of_a_like_name_is_no_respelling() -> None:
    found = followed("and Brandt?", ("what did quill say about Brant?", "Words.", (QUILL,))).understood

    assert found.speaker == BRANDT


@pytest.mark.parametrize(
    ("question", "refused"),
    [("not Quill, Brandt", "Quill"), ("Brandt, not Quill.", "Quill"), ("no, Brandt", None), ("Brandt", None)],
)
def test_a_correction_says_whom_it_refuses(question: str, refused: str | None) -> None:
    assert refused_in(question) == refused


@pytest.mark.parametrize(
    "question", ["what about another Quill bill?", "another", "a different question", "no other"]
)
def test_no_namesake_is_named(question: str) -> None:
    assert names_another(question) in {None, "question"}


@pytest.mark.parametrize(
    "question",
    ["not the Norland one", "that's not my question", "that doesn't answer my question", "the wrong person"],
)
def test_what_was_shown_can_be_refused(question: str) -> None:
    assert refuses(question)


def test_whoever_was_spoken_of_is_asked_where_the_speaker_is_refused() -> None:
    deputy: Before = ("what did quill say about her deputy?", "Words.", (QUILL,))

    found = followed("not Quill, the deputy", deputy).understood

    assert (found.speaker, found.topic) == (f"{QUILL}'s deputy", None)


@pytest.mark.parametrize("question", ["no, I meant the mayor", "wrong guy, the mayor", "I want the mayor"])
def test_whoever_is_meant_is_asked_for_all_words_after_a_question_without_a_topic(question: str) -> None:
    found = followed(question, ("What did Quill say?", "Words.", (QUILL,))).understood

    assert (found.speaker, found.topic) == ("mayor", None)


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("brandt not quill", BRANDT, "the levee"),
        ("not quill brandt", BRANDT, "the levee"),
        ("not her the mayor", "mayor", "the levee"),
        ("tolls not the levee", QUILL, "tolls"),
        ("nah not the levee the tolls", QUILL, "the tolls"),
        ("nah brandt", BRANDT, "the levee"),
        ("sorry, the mayor of Harwick", "mayor of Harwick", "the levee"),
        ("i said brandt", BRANDT, "the levee"),
        ("no AI", QUILL, "AI"),
        ("nah not quill, the families", "families", "the levee"),
    ],
)
def test_a_correction_needs_no_mark(question: str, speaker: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, topic)


@pytest.mark.parametrize("question", ["is it closed or not", "not far from the levee", "why not brandt"])
def test_a_question_with_not_in_it_refuses_nothing(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.kind is QuestionKind.CONTENT


@pytest.mark.parametrize(
    ("asked", "question", "standalone"),
    [
        (
            "what did the mayor of Dene say about tolls?",
            "not dene, harwick",
            "what did the mayor of harwick say about tolls?",
        ),
        (
            "what did the judge say about ferries in Dene",
            "Norland not Dene",
            "what did the judge say about ferries in Norland",
        ),
        ("how many people died in Dene?", "not in dene, in norland", "how many people died in norland?"),
    ],
)
def test_another_place_takes_that_of_the_place_that_is_refused(
    asked: str, question: str, standalone: str
) -> None:
    assert followed(question, (asked, "Words.", ())).understood.standalone == standalone


@pytest.mark.parametrize(
    "question",
    ["no, it's Harwick not Dene", "sorry it's Harwick not Dene", "wait, it's Harwick, not Dene"],
    ids=["no", "sorry", "wait"],
)
def test_what_it_is_takes_the_place_of_what_it_is_not(question: str) -> None:
    before: Before = ("what did quill say about the mill in Dene", "Words.", (QUILL,))

    found = followed(question, before).understood

    assert (found.speaker, found.topic) == (QUILL, "the mill in Harwick")


def test_a_thing_with_its_place_takes_the_place_of_the_whole_topic() -> None:
    before: Before = ("what did quill say about the ferries in Dene", "Words.", (QUILL,))

    assert followed("the trams in Norland, not Dene", before).understood.topic == "the trams in Norland"


@pytest.mark.parametrize("question", ["not him", "nah not quill", "wrong guy", "that's not her"])
def test_others_are_asked_where_only_the_speaker_is_refused(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "the levee")
    assert QUILL in found.silent


def test_the_other_who_was_asked_is_meant_where_the_speaker_is_refused() -> None:
    brandt: Before = ("what did brandt say about the levee?", "Words.", (BRANDT,))

    assert followed("not her", brandt, ("and Ada Quill?", "Words.", (QUILL,))).understood.speaker == BRANDT


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("sorry, not quill", "not quill"),
        ("sorry, not the levee", "not the levee"),
        ("sorry, her exact words", "her exact words"),
        ("sorry, full quote please", "full quote please"),
        ("sorry, nobody?", "nobody?"),
        ("sorry, nothing on the levee?", "nothing on the levee?"),
        ("sorry, no", "no"),
    ],
)
def test_what_names_nobody_and_nothing_corrects_nothing_with_sorry_before_it(
    question: str, plain: str
) -> None:
    found, alone = followed(question, ON_LEVEE), followed(plain, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == (
        alone.understood.speaker,
        alone.understood.topic,
    )
    assert (found.understood.kind, found.more) == (alone.understood.kind, alone.more)


@pytest.mark.parametrize(
    "question",
    [
        "not his fault",
        "not her fault",
        "not their leader",
        "not his brother the coach",
        "not quill too",
        "not quill again",
    ],
)
def test_what_is_somebodys_is_not_who_is_meant_instead(question: str) -> None:
    speakers = {each.understood.speaker for each in meanings(followed(question, ON_LEVEE))}

    assert speakers <= {QUILL, None}


def test_who_is_meant_where_it_was_asked_how_many() -> None:
    before: Before = ("how many people died in Dene?", "Words.", ())

    assert followed("not how many, who", before).understood.standalone == "who died in Dene?"


def test_a_whole_question_with_not_in_it_is_no_place_of_the_last_one() -> None:
    before: Before = ("how many people died in Dene?", "Words.", ())

    asked = followed("What shop sells the cream, not the skim?", before).understood.standalone

    assert "died" not in asked
