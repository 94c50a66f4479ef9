"""Short turns as strangers type them: "and the bank?", "who did then?", "what about the other one?", "when is it?"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome, QuestionKind
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed


def test_the_bank_is_the_one_that_was_talked_of() -> None:
    asked: Before = ("what did the bank of dene lose", "The Bank of Dene lost ten files.", ())
    found = followed("and the bank?", asked, ("what did quill say about that", "Words.", (QUILL,)))

    assert (found.understood.speaker, found.understood.topic) == ("Bank of Dene", None)
    assert not found.understood.ambiguous


@pytest.mark.parametrize("question", ["what about the other one?", "and the other one?"])
def test_the_other_one_is_no_topic(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


def test_somebody_himself_is_asked_for_his_own_words() -> None:
    on_brandt: Before = ("what did quill say about brandt", "Words.", (QUILL,))

    assert followed("and brandt himself?", on_brandt).understood.speaker == BRANDT


@pytest.mark.parametrize("question", ["what about the tolls then?", "and the tolls though?"])
def test_then_at_the_end_is_no_part_of_a_topic(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.topic == "the tolls"


def test_who_did_then_asks_who_spoke_after_a_denial() -> None:
    found = followed("who did then?", ON_LEVEE, outcome=Outcome.NOT_FOUND)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "the levee")


def test_who_did_after_a_fact_asks_who_did_that() -> None:
    sold: Before = ("was the mill sold?", "The mill was sold.", ())

    assert followed("who did?", sold).understood.kind is QuestionKind.CONTENT


def test_the_other_side_is_not_more_of_the_same() -> None:
    assert not followed("what about the other side?", ON_LEVEE).more


@pytest.mark.parametrize("question", ["when is it?", "where is it?"])
def test_when_something_is_asks_for_no_day_of_words(question: str) -> None:
    found = followed(question, ("what did quill say about the regatta", "Words.", (QUILL,)))

    assert not found.printed
    assert found.understood.standalone.rstrip("?") == f"{question.split(maxsplit=1)[0]} is the regatta"


def test_the_same_is_what_the_one_before_was_asked_on() -> None:
    found = followed("did brandt say the same?", ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["and strand? what does she say?", "what about strand? did she resign?"])
def test_a_name_and_a_question_after_it_are_one(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert "strand" in found.standalone.casefold().replace("strand?", "")
    assert found.also is None


def test_the_namesake_who_was_shown_is_meant() -> None:
    shown: Before = ("who opposes the levee", "Tom Hale, who runs the mill, said no.", ())

    assert followed("what did hale say", shown).understood.speaker == "Tom Hale"


def test_who_has_no_words_here_has_none_on_the_next_thing() -> None:
    silent: Before = ("what did Vantor say about the levee?", "Words.", ())
    found = followed("ok. what about the tram stops", silent, outcome=Outcome.NOT_FOUND)

    assert found.understood.speaker == "Vantor"
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.doubtful) == (None, True)


@pytest.mark.parametrize(
    ("before", "question", "speaker"),
    [
        ("what did the council say about the levee", "and the un?", "un"),
        ("what do women say about the levee", "what about men?", "men"),
    ],
)
def test_one_of_a_kind_is_asked_as_the_last_was(before: str, question: str, speaker: str) -> None:
    found = followed(question, (before, "Words.", ())).understood

    assert ((found.speaker or "").casefold(), found.topic) == (speaker, "the levee")


def test_a_place_keeps_what_a_short_question_was_about() -> None:
    found = followed(
        "and in dene?",
        ON_LEVEE,
        ("by how many?", "Ten.", ()),
        ("when?", "In May.", ()),
        outcome=Outcome.NOT_FOUND,
    )

    assert "levee" in found.understood.standalone
    assert "in dene" in found.understood.standalone


def test_any_other_companys_words_are_no_answer_for_the_company() -> None:
    found = followed("and the company?", ON_LEVEE)

    assert (found.understood.speaker, found.near) == ("company", frozenset({"quote 0"}))


def test_who_complained_asks_of_what_was_talked_of() -> None:
    assert followed("who complained?", ON_LEVEE).understood.topic == "the levee"


def test_nobody_complained_of_a_person_who_only_was_named() -> None:
    fact: Before = ("how old is brandt?", "Brandt is 61.", ())

    assert followed("who complained?", fact).understood.topic is None


def test_who_says_that_asks_the_articles_that_were_shown_first() -> None:
    fact: Before = ("how much did the flood cost?", "It cost ten million.", ())
    found = followed("who says that?", fact)

    assert (found.understood.topic, found.near) == ("the flood", frozenset({"quote 0"}))


def test_who_is_doing_it_lacks_what_was_talked_of() -> None:
    found = followed("who's directing?", ("when does the pageant begin?", "The pageant begins in May.", ()))

    assert "(pageant)" in found.understood.standalone


@pytest.mark.parametrize("question", ["what did *he* say?", "what did **he** say?", "what did _he_ say?"])
def test_a_word_in_slanted_letters_is_the_word(question: str) -> None:
    assert followed(question, ("who is brandt?", "Ivo Brandt is a baker.", ())).understood.speaker == BRANDT


def test_the_police_of_other_articles_are_not_meant_after_a_fact_either() -> None:
    fact: Before = ("will there be a new ferry?", "There will be a new ferry.", ())

    assert followed("and the police?", ON_LEVEE, fact).near == frozenset({"quote 0", "quote 1"})


def test_their_spokesman_is_one_of_what_was_shown() -> None:
    fact: Before = ("why was the regatta moved?", "It rained.", ())
    found = followed("what did their spokesman say?", fact)

    assert (found.understood.speaker, found.near) == ("spokesman", frozenset({"quote 0"}))


def test_a_country_in_small_letters_is_no_plural() -> None:
    found = followed(
        "what about cyprus", ("how long will it take Norland to join the union?", "Ten years.", ())
    )

    assert found.understood.standalone == "what about cyprus"


@pytest.mark.parametrize(
    "question", ["what did he\u202e say about ships?", "\u200bwhat did \u2060he say about ships?"]
)
def test_a_pronoun_is_one_beside_what_nobody_sees(question: str) -> None:
    understood = followed(question, ("what did brandt say about the levee", "Words.", (BRANDT,))).understood

    assert (understood.speaker, understood.topic, understood.question) == (BRANDT, "ships", question)


@pytest.mark.parametrize(
    ("question", "who"),
    [("the mayor said what now?", "mayor"), ("and Brandt is saying what?", BRANDT)],
    ids=["an office", "a name"],
)
def test_what_stands_last_asks_for_words_as_it_does_first(question: str, who: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, who, "the levee")


def test_a_verb_before_its_subject_asks_for_words_on_whom_a_pronoun_means() -> None:
    found = followed("what says brandt about her", ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, BRANDT, QUILL)


def test_a_clause_that_asks_is_no_part_of_a_topic() -> None:
    assert followed("ok and refunds, who's on that?", ON_LEVEE).understood.kind is QuestionKind.CONTENT


@pytest.mark.parametrize("question", ["and the mott?", "what about the mott", "no i meant about the mott"])
def test_the_and_a_noun_is_nobody_of_that_surname(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (QUILL, "the mott")
    assert not understood.ambiguous


@pytest.mark.parametrize(
    "question", ["and the Vantor Lantern itself?", "what about vantor lantern themselves"]
)
def test_a_body_itself_is_asked_for_its_own_words(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("Vantor Lantern", "the levee")


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("and the girl who runs the pier", "the girl who runs the pier"),
        ("what about the doctor that found it?", "the doctor that found the levee"),
    ],
)
def test_who_is_told_by_a_clause_is_asked_where_it_was_shown_before_they_are_a_topic(
    question: str, who: str
) -> None:
    found = followed(question, ON_LEVEE)

    assert found.understood.standalone.rstrip("?") == f"What did {who} say"
    assert (found.near, found.doubtful) == ({"quote 0"}, True)
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.kind) == (QUILL, QuestionKind.SAID)


def test_who_is_told_by_a_clause_takes_the_place_of_another_told_so() -> None:
    found = followed(
        "and the man who wrote the report?", ON_LEVEE, ("and the girl who runs the pier?", "Words.", ())
    )

    assert found.understood.standalone.rstrip("?") == "What did the man who wrote the report say"


def test_who_is_told_by_a_clause_is_no_topic_of_somebody_who_has_no_words() -> None:
    silent: Before = ("what did Vantor say about the levee?", "Words.", ())
    found = followed("and the man who sold the boat?", silent, outcome=Outcome.NOT_FOUND)

    assert (found.understood.kind, found.understood.speaker) == (QuestionKind.CONTENT, None)


def test_a_thing_that_a_clause_tells_of_is_a_topic() -> None:
    assert followed("and the levee that broke?", ON_LEVEE).understood.topic == "the levee that broke"
