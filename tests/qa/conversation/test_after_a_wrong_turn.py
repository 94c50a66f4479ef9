"""Turns after one that went wrong or came up empty: "no, the mayor, about tolls", "anything at all?", "that's it?"."""

from __future__ import annotations

import time

import pytest

from qa.answers import Outcome, QuestionKind
from qa.conversation.fragments.corrections import meant_instead, refuses
from qa.conversation.fragments.doubted_endings import doubts_an_ending
from qa.conversation.fragments.tried_instead import tried_instead
from qa.understanding.chat_spelling import as_written
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

IN_DENE: Before = ("how many died in Dene", "Ten died.", ())
OF_TOM_HALE: Before = ("what did tom hale say about the levee", "Words.", ("Tom Hale",))
OF_A_WIDOW: Before = ("what did the widow say about the fire", "Words.", ())


@pytest.mark.parametrize("question", ["no in norland", "nah in norland", "no, in norland"])
def test_a_place_after_no_needs_no_mark(question: str) -> None:
    assert followed(question, IN_DENE).understood.standalone.rstrip("?") == "how many died in norland"


@pytest.mark.parametrize("question", ["no about the dog", "nah about the dog"])
def test_a_topic_after_no_needs_no_mark(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the dog")


def test_not_at_all_corrects_nothing() -> None:
    assert "all" in followed("no at all", ON_LEVEE).understood.standalone


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("no, the mayor, about the dog", "mayor", "the dog"),
        ("I meant the mayor on tolls", "mayor", "tolls"),
        ("nah brandt about tolls", BRANDT, "tolls"),
        ("no, the report on tolls", QUILL, "the report on tolls"),
    ],
)
def test_a_correction_may_name_both_who_speaks_and_on_what(question: str, speaker: str, topic: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, speaker, topic)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [("wrong hale, the mayor", "mayor"), ("that's the wrong Hale, Rosa", "Rosa Hale")],
)
def test_what_is_wrong_may_be_named_before_what_is_meant(question: str, speaker: str) -> None:
    found = followed(question, OF_TOM_HALE).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize("question", ["that's it?", "thats it?", "is that everything", "hm is that it"])
def test_whether_that_is_all_asks_for_more(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


@pytest.mark.parametrize("question", ["any quotes?", "got any quotes", "are there any quotes"])
def test_any_quotes_asks_the_question_again(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["anything at all?", "is there anything at all", "anything?"])
def test_anything_at_all_asks_for_any_words_of_who_was_asked(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=Outcome.NEAREST).understood

    assert (found.speaker, found.topic) == (QUILL, None)


def test_anything_at_all_asks_for_all_on_the_topic_after_somebody_who_has_no_words() -> None:
    found = followed("anything at all?", OF_A_WIDOW, outcome=Outcome.NOT_FOUND).understood

    assert (found.speaker, found.topic) == (None, "the fire")


@pytest.mark.parametrize("question", ["anything about her husband?", "and about her husband?"])
def test_about_somebodys_husband_asks_nothing_of_him(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert found.speaker != "her husband"
    assert "Quill's husband" in found.standalone


@pytest.mark.parametrize(("typed", "speaker"), [("n the mayor", "mayor"), ("k what about brandt", BRANDT)])
def test_a_turn_may_begin_with_a_word_of_one_letter(typed: str, speaker: str) -> None:
    found = followed(typed, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize("question", ["u sure?", "r u sure"])
def test_you_of_one_letter_may_doubt_what_was_shown(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "the levee")


def test_he_may_be_called_after_a_place() -> None:
    of_jordan: Before = ("What did Jordan Hollis say about the levee?", "Words.", ())

    found = followed("what did he say about tolls?", of_jordan).understood

    assert (found.speaker, found.topic) == ("Jordan Hollis", "tolls")


@pytest.mark.parametrize(
    ("asked", "question", "meant"),
    [
        ("When was Orsa Bank founded?", "I meant Dene Bank", "When was Dene Bank founded?"),
        ("Who runs the Bank of Dene?", "no, Harwick Council", "Who runs the Harwick Council?"),
        ("When was the Harwick bridge built?", "no, the Orsa Bridge", "When was the Orsa Bridge built?"),
        ("Did Quill resign?", "I meant Brandt", "Did Ivo Brandt resign?"),
    ],
)
def test_another_body_takes_the_place_of_its_like_in_a_question_of_fact(
    asked: str, question: str, meant: str
) -> None:
    found = followed(question, (asked, "Words.", ())).understood

    assert (found.kind, found.standalone) == (QuestionKind.CONTENT, meant)


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("in the Post only", "the Post"),
        ("only in the Dene Herald", "the Dene Herald"),
        ("only in Dene", None),
    ],
)
def test_a_newspaper_that_the_archive_lacks_is_no_topic(question: str, source: str | None) -> None:
    found = followed(question, ON_LEVEE).understood

    assert found.source == source
    assert source is None or (found.speaker, found.topic) == (QUILL, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "brandt instead", "same but brandt", "again but with brandt", "check brandt", "use Brandt",
        "forget quill, what about brandt", "scrap that, brandt", "instead of quill, brandt", "brandt instead of quill",
        "i asked for brandt", "never mind, brandt", "no, it's Brandt", "I didn't mean quill, brandt",
    ],
)  # fmt: skip
def test_another_name_takes_the_place_of_who_was_asked_whatever_is_said_around_it(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize(
    "question",
    [
        "tolls instead",
        "use tolls",
        "search for tolls",
        "look for tolls",
        "how about tolls instead",
        "same but tolls",
    ],
)
def test_another_topic_takes_the_place_of_the_last_whatever_is_said_around_it(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (QUILL, "tolls")


@pytest.mark.parametrize("question", ["look for words on tolls", "check the article", "who said it instead"])
def test_what_asks_for_more_than_a_name_or_a_thing_is_tried_as_no_topic(question: str) -> None:
    assert tried_instead(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "not what i asked", "thats not what i asked lol", "doesn't answer my question", "that doesn't help",
        "you didn't answer my question", "that's not it", "that's about the mill", "no thats brandt",
        "no, that's about tolls", "i didn't ask about the levee",
    ],
)  # fmt: skip
def test_what_was_shown_can_be_refused_in_any_words(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


@pytest.mark.parametrize("question", ["isn't that right?", "not sure", "no that's fine", "that's not true"])
def test_what_only_answers_what_was_shown_refuses_nothing(question: str) -> None:
    assert not refuses(question)


@pytest.mark.parametrize("question", ["u sure?", "you sure?", "r u sure"])
def test_a_doubt_of_what_was_shown_is_no_nod(question: str) -> None:
    assert doubts_an_ending(question)


def test_a_thing_gets_no_capitals_for_a_name_that_is_like_it() -> None:
    on_it: Before = ("what did brandt say about the blue", "Words.", (BRANDT,))

    assert followed("and quill?", on_it).understood.topic == "the blue"


@pytest.mark.parametrize("question", ["wait its brandt", "*brandt", "brandt*"])
def test_a_name_as_it_should_have_been_typed_takes_the_place_of_who_was_asked(question: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["no it's fine", "no its not"])
def test_what_only_says_how_it_is_names_nobody_else(question: str) -> None:
    assert meant_instead(question) is None


@pytest.mark.parametrize(
    "question", ["another quote from her?", "one more from her", "another one from quill"]
)
def test_another_quote_from_somebody_is_any_other_words_of_theirs(question: str) -> None:
    found = followed(question, ("is Quill a professor", "Quill is a professor.", (QUILL,))).understood

    assert (found.kind, found.speaker, found.topic) == (QuestionKind.SAID, QUILL, None)


@pytest.mark.parametrize("question", ["are there newer ones?", "any newer ones?"])
def test_newer_ones_may_be_asked_for_without_any(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic, found.more) == (QUILL, "the levee", True)


def test_where_an_officer_is_from_says_which_of_them_is_meant() -> None:
    found = followed("no, from Dene", ("What did the police chief say about the fire?", "Words.", ()))

    assert (found.understood.speaker, found.understood.topic) == ("police chief from Dene", "the fire")


def test_it_is_what_somebody_of_an_office_was_asked_to_have_done() -> None:
    asked: Before = ("Did the Norland sheriff apologise to Brandt?", "Words.", ())

    found = followed("what did Quill say about it?", asked, outcome=Outcome.NOT_FOUND).understood

    assert found.topic == "the Norland sheriff apologising to Brandt"


@pytest.mark.parametrize(
    ("question", "speaker"), [("the council people", "Harwick Council"), ("the old man", QUILL)]
)
def test_a_man_or_people_may_be_called_by_their_body(question: str, speaker: str) -> None:
    found = followed(question, ON_LEVEE)

    # "The council" is looked for among what was shown, before the only one of the archive.
    assert speaker in {sense.understood.speaker for sense in (found, found.otherwise) if sense}


@pytest.mark.parametrize(
    "question",
    ["can u link it", "got a source for that", "where's this from", "sauce?", "link to that?", "wdym"],
)
def test_the_article_of_what_was_shown_may_be_asked_for_in_any_words(question: str) -> None:
    assert followed(question, ON_LEVEE).article == "quote 0"


@pytest.mark.parametrize("question", ["which site", "date?", "what date"])
def test_the_outlet_and_the_date_of_what_was_shown_may_be_asked_for_in_a_word(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert found.printed
    assert (found.understood.speaker, found.understood.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["anyone", "literally anyone", "anyone at all?"])
def test_anyone_asks_who_else_spoke(question: str) -> None:
    found = followed(question, ON_LEVEE, outcome=Outcome.NOT_FOUND).understood

    assert (found.kind, found.topic) == (QuestionKind.WHO_SAID, "the levee")


def test_whether_nobody_talks_of_it_asks_who_does() -> None:
    found = followed("so nobody talks about it?", ON_LEVEE, outcome=Outcome.NOT_FOUND).understood

    assert (found.kind, found.topic) == (QuestionKind.WHO_SAID, "the levee")


@pytest.mark.parametrize(
    ("question", "speaker"), [("any experts", "experts"), ("any politician?", "politician")]
)
def test_any_experts_are_asked_for_the_same(question: str, speaker: str) -> None:
    found = followed(question, ON_LEVEE).understood

    assert (found.speaker, found.topic) == (speaker, "the levee")


@pytest.mark.parametrize(
    "question", ["whats her name", "full name?", "who dat", "who is she even", "who's that again"]
)
def test_who_was_shown_may_be_asked_for_by_name(question: str) -> None:
    assert followed(question, ON_LEVEE).understood.standalone.lower().rstrip("?") == "who is ada quill"


def test_who_somebody_was_again_goes_back_to_no_question() -> None:
    assert (
        followed("who's brandt again?", ON_LEVEE, ("and brandt?", "Words.", (BRANDT,))).understood.topic
        is None
    )


@pytest.mark.parametrize(
    "unread", ["that's the old article, give me a newer article", "not far from the levee", "for real now"]
)
def test_the_talk_goes_on_from_before_a_turn_of_which_nothing_was_made(unread: str) -> None:
    found = followed("and Brandt?", ON_LEVEE, (unread, "Words.", ()), outcome=Outcome.NOT_FOUND).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


def test_a_thing_of_which_nothing_was_found_is_talked_of_all_the_same() -> None:
    asked: Before = ("the Norland tunnel", "Words.", ())

    found = followed("who built it?", ON_LEVEE, asked, outcome=Outcome.NOT_FOUND).understood

    assert found.standalone == "who built the Norland tunnel?"


def test_of_where_an_officer_is_needs_no_more_words() -> None:
    found = followed("of Dene", ("What did the police chief say about the fire?", "Words.", ())).understood

    assert (found.speaker, found.topic) == ("police chief of Dene", "the fire")


def test_stuff_beside_a_date_is_no_topic() -> None:
    found = followed("only stuff since may", ON_LEVEE).understood

    assert (found.topic, found.since is not None) == ("the levee", True)


@pytest.mark.parametrize(
    "question",
    [
        "Why did Brandt choose tolls rather than taxes?",
        "Did Quill resign rather than pay?",
        "Instead of the ferry, what did Brandt propose?",
        "What did Brandt say instead of sorry?",
        "I don't want tolls, what are the alternatives?",
    ],
)
def test_a_choice_within_a_whole_question_corrects_nothing(question: str) -> None:
    assert meant_instead(question) is None
    assert followed(question, ON_LEVEE).understood.standalone == question


@pytest.mark.parametrize("question", ["forget the levee, {}", "not the levee, {}"])
def test_a_whole_question_after_what_is_refused_is_asked_as_it_stands(question: str) -> None:
    found = followed(question.format("what did Brandt say about tolls?"), ON_LEVEE).understood

    assert (found.speaker, found.topic) == (BRANDT, "tolls")


@pytest.mark.parametrize(
    "question", ["What doesn't help?", "What isn't correct?", "what does it not do?", "what can't it do?"]
)
def test_a_question_what_does_not_help_refuses_nothing(question: str) -> None:
    assert not refuses(question)


@pytest.mark.parametrize(
    ("question", "refused"), [("but that's a lie", False), ("no, that's about a mill", True)]
)
def test_what_is_said_of_the_words_that_were_shown_refuses_nothing(question: str, refused: bool) -> None:
    assert refuses(question) == refused


@pytest.mark.parametrize("question", ["Google fine?", "search warrants?", "google toll case"])
def test_no_word_of_a_thing_is_lost_that_begins_as_a_search_does(question: str) -> None:
    assert (
        followed(question, ON_LEVEE)
        .understood.standalone.lower()
        .count(question.split(maxsplit=1)[0].lower())
        == 1
    )


@pytest.mark.parametrize("question", ["When did the mill break even?", "how will the Reds get even?"])
def test_to_break_even_is_more_than_to_break(question: str) -> None:
    assert "even" in followed(question, ON_LEVEE).understood.standalone


@pytest.mark.parametrize(
    "question",
    ["Who was elected again?", "When was the bridge closed again?", "Who said the levee would break again?"],
)
def test_what_happened_again_is_not_only_told_again(question: str) -> None:
    assert "again" in followed(question, ON_LEVEE).understood.standalone


@pytest.mark.parametrize(
    "question",
    ["who's brandt again?", "who is Rosa Hale again", "where's Dene again", "when was the vote again?"],
)
def test_what_is_asked_to_be_told_again_goes_back_to_nothing(question: str) -> None:
    assert "again" not in followed(question, ON_LEVEE).understood.standalone


def test_the_date_of_what_a_fact_was_asked_about_is_not_that_of_the_article() -> None:
    found = followed("which date is it on", ("Who won the Norland election?", "Words.", ()))

    assert not found.printed
    assert found.understood.topic == "the Norland election"


@pytest.mark.parametrize(("typed", "topic"), [("n korea?", "n korea"), ("n ireland", "n ireland")])
def test_one_letter_before_a_place_is_where_it_lies(typed: str, topic: str) -> None:
    assert followed(typed, ON_LEVEE).understood.topic == topic


def test_one_letter_with_a_full_stop_begins_a_name() -> None:
    assert as_written("k. quill on tolls") == "k. quill on tolls"


@pytest.mark.parametrize("word", ["that's ", "* ", "not "])
def test_ten_thousand_characters_of_one_word_are_read_in_time(word: str) -> None:
    long = (word * 5_000)[:9_980] + "?"
    followed("what?", ON_LEVEE)  # compiles
    started = time.process_time()

    followed(long, ON_LEVEE)

    assert time.process_time() - started < 2
