"""Follow-ups over an invented archive: what each is read as, after turns that were answered or not."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import pytest

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.topics.subjects import subject
from qa.datatypes import Bearer, DescriptionKind, Scope, Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT, STRAND, MARSH = "Ada Quill", "Ivo Brandt", "Una Strand", "Rosa Marsh"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker(STRAND, "person", ("Strand",), 3),
        Speaker(MARSH, "person", ("Marsh",), 2),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Norland", "group", (), 1),
        Speaker("Norway", "group", (), 1),
        Speaker("Vantor", "group", (), 1),
    )
)
BEARERS = (
    Bearer(DescriptionKind.ROLE, "mayor", "Harwick", False, STRAND, STRAND, 2, None, None),
    Bearer(DescriptionKind.ROLE, "mayor", "Dene", False, MARSH, MARSH, 2, None, None),
    Bearer(DescriptionKind.RELATION, "lawyer", BRANDT, False, MARSH, MARSH, 1, None, None),
    Bearer(DescriptionKind.ROLE, "fisheries minister", "Norway", False, STRAND, STRAND, 1, None, None),
    Bearer(DescriptionKind.ROLE, "fisheries minister", "Sweden", False, MARSH, MARSH, 1, None, None),
)


def bearers(heads: Collection[str], _: Scope) -> Sequence[Bearer]:
    return [each for each in BEARERS if each.what.split()[-1] in heads]


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=(), bearers=bearers)


def followed(*questions: str, outcome: Outcome = Outcome.ANSWERED, shown: Turn | None = None) -> Followed:
    """Follow questions that all ended in one way, the last of those before the last one as `shown` has it."""
    conversation = Conversation()
    for question in questions[:-1]:
        understood = follow(question, conversation, read, SPEAKERS).understood
        turn = Turn(question, "Words.", understood, outcome=outcome)
        conversation = Conversation((*conversation.turns, turn))
    if shown is not None:
        last = conversation.turns[-1]
        shown = Turn(
            last.question, shown.answer, last.understood, shown.quotes, outcome, shown.speakers, shown.choices,
            shown.first_day, shown.last_day,
        )  # fmt: skip
        conversation = Conversation((*conversation.turns[:-1], shown))
    return follow(questions[-1], conversation, read, SPEAKERS)


ON_LEVEE = "What did Brandt say about the levee?"


@pytest.mark.parametrize(
    ("question", "speaker", "standalone"),
    [
        ("and the mayor of Harwick?", STRAND, "What did Una Strand say about the levee?"),
        ("and Dene's mayor?", MARSH, "What did Rosa Marsh say about the levee?"),
        (
            "and the Bakers Association?",
            "Bakers Association",
            "What did the Bakers Association say about the levee?",
        ),
        ("what about the farmers?", "farmers", "What did the farmers say about the levee?"),
        ("and the prosecution?", "prosecution", "What did the prosecution say about the levee?"),
        ("and Una Strand?", STRAND, "What did Una Strand say about the levee?"),
    ],
)
def test_who_speaks_by_their_kind_takes_the_speakers_place(
    question: str, speaker: str, standalone: str
) -> None:
    found = followed(ON_LEVEE, question)

    assert (found.understood.speaker, found.understood.topic) == (speaker, "the levee")
    assert found.understood.standalone == standalone


def test_a_body_may_be_the_topic_all_the_same() -> None:
    otherwise = followed(ON_LEVEE, "and the Bakers Association?").otherwise

    assert otherwise is not None
    assert (otherwise.understood.speaker, otherwise.understood.topic) == (BRANDT, "the Bakers Association")


@pytest.mark.parametrize("question", ["and the treaty?", "and Norland?", "what about the ferries?"])
def test_a_thing_or_a_country_stays_a_topic(question: str) -> None:
    found = followed(ON_LEVEE, question)

    assert found.understood.speaker == BRANDT
    assert found.otherwise is None


def test_a_possessive_alone_is_of_the_same_office() -> None:
    found = followed(ON_LEVEE, "and Harwick's mayor?", "and Dene's?")

    assert (found.understood.speaker, found.understood.topic) == (MARSH, "the levee")


def test_a_nation_before_an_office_gives_way_to_another_owner() -> None:
    found = followed("What did the Norwegian fisheries minister say about the levee?", "and Sweden's?")

    assert (found.understood.speaker, found.understood.topic) == (MARSH, "the levee")


def test_its_chairman_is_the_chairman_of_who_was_asked() -> None:
    found = followed("What did Vantor say about fares?", "who is its chairman?")

    assert found.understood.standalone == "who is Vantor’s chairman?"


@pytest.mark.parametrize("named", ["the Board of Pilots", "the Tories"])
def test_a_body_after_a_question_of_fact_is_asked_on_what_that_is_about(named: str) -> None:
    found = followed("How many pilots are planned?", f"and {named}?").understood

    assert (found.speaker, found.topic) == (named.removeprefix("the "), "pilots")


def test_her_is_the_woman_who_was_talked_of_and_no_topic() -> None:
    found = followed("What did Ada Quill say about the treaty?", "What did Ivo Brandt say about her?")

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, QUILL)


def test_the_other_ministers_are_told_apart_by_a_word() -> None:
    found = followed("What did the minister say about the levee?", "No, I meant the Swedish one.").understood

    assert (found.speaker, found.topic) == (MARSH, "the levee")


def test_a_question_that_goes_on_gives_its_topic_on() -> None:
    found = followed(ON_LEVEE, "Why did he refuse to pay?", "did Quill comment?")

    assert found.understood.topic == "the levee"


def test_it_is_who_did_something_and_not_what_was_done() -> None:
    found = followed("Why is Vantor thinking of suing?", "How much did it lose?")

    assert found.understood.standalone.startswith("How much did Vantor lose")


def test_it_is_what_was_talked_of_before_somebodys_words_on_anything() -> None:
    found = followed(ON_LEVEE, "What did Ada Quill say?", "how much does it cost?")

    assert found.understood.standalone == "how much does the levee cost?"


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        (("What did Quill say about her plan?",), "Ada Quill's plan"),
        (("What did Brandt say about her plan?",), "her plan"),
        (("Who won the battle for the port?", "how much did they pay?"), "the battle for the port"),
    ],
    ids=["her plan", "not his plan", "what they pay"],
)
def test_a_topic_is_a_thing_with_its_owner(before: Sequence[str], topic: str) -> None:
    assert followed(*before, "did Brandt comment?").understood.topic == topic


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("did Quill comment?", "did Quill comment on the levee?"),
        ("did the mayor of Dene react?", "did the mayor of Dene react to the levee?"),
        ("what does the company say?", "what does the company say about the levee?"),
        ("What did Quill say?", "What did Quill say about the levee?"),
        ("what does Ada Quill think?", "what does Ada Quill think about the levee?"),
    ],
)
def test_whoever_is_asked_for_after_a_topic_is_asked_on_it(question: str, standalone: str) -> None:
    found = followed(ON_LEVEE, question)

    assert (found.understood.topic, found.understood.standalone) == ("the levee", standalone)
    assert found.otherwise is not None
    assert found.otherwise.understood == read(question)


@pytest.mark.parametrize(
    "question", ["What did Ada Quill say?", "What did Brandt say?", "What did Quill say in 2023?"]
)
def test_a_question_that_says_all_it_asks_is_for_any_words(question: str) -> None:
    assert followed(ON_LEVEE, question).understood == read(question)


def test_what_was_said_after_did_they_comment_is_on_the_same() -> None:
    found = followed(ON_LEVEE, "did Quill comment?", "what did she say?")

    assert (found.understood.speaker, found.understood.topic) == (QUILL, "the levee")


def test_his_lawyer_is_the_lawyer_of_who_was_talked_of() -> None:
    found = followed("What did Quill say about Ivo Brandt?", "what did his lawyer say?")

    assert (found.understood.speaker, found.understood.standalone) == (
        MARSH,
        "what did Ivo Brandt's lawyer say?",
    )


def test_a_relative_whom_no_article_names_is_still_somebodys() -> None:
    found = followed(ON_LEVEE, "what did his brother say?").understood

    assert (found.speaker, found.standalone) == ("Ivo Brandt's brother", "what did Ivo Brandt's brother say?")


def test_he_is_the_hearer_whose_full_name_the_archive_knows() -> None:
    found = followed("What did Ada Quill tell Brandt?", "and what did he say?")

    assert found.understood.speaker == BRANDT


def test_who_is_asked_for_a_response_responds_to_who_spoke_of_them() -> None:
    found = followed("What did Quill say about Brandt?", "how did Brandt respond?")

    assert (found.understood.speaker, found.understood.topic) == (BRANDT, QUILL)


def test_a_relative_is_first_looked_for_in_what_was_shown() -> None:
    shown = Turn("", "Words.", quotes=("one",), speakers=(BRANDT,))
    found = followed(ON_LEVEE, "what did his brother say?", shown=shown)

    assert (found.understood.speaker, found.near) == ("his brother", frozenset({"one"}))
    assert found.otherwise is not None
    assert found.otherwise.understood.speaker == "Ivo Brandt's brother"


def test_a_relative_of_who_was_talked_of_last_is_no_strangers() -> None:
    found = followed("What did Quill say about Ivo Brandt?", "who is Karl Vane?", "what did his lawyer say?")

    assert found.understood.standalone == "what did Karl Vane's lawyer say?"


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("What did Ivo Brandt say about Quill's plan?", "did he resign?", "did Ivo Brandt resign?"),
        ("What did Ada Quill say about Brandt's plan?", "how old is she?", "how old is Ada Quill?"),
    ],
)
def test_he_in_a_question_of_fact_is_the_speaker_where_nobody_else_fits(
    before: str, question: str, standalone: str
) -> None:
    assert followed(before, question).understood.standalone == standalone


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("where was it built?", "where was the levee built?"),
        ("how long is it?", "how long is the levee?"),
        ("what is its height?", "what is the levee’s height?"),
        ("how many were rescued?", "how many were rescued (the levee)?"),
        ("which villages?", "which villages (the levee)?"),
    ],
)
def test_it_is_what_somebody_was_asked_about_and_not_who_was_asked(question: str, standalone: str) -> None:
    found = followed(ON_LEVEE, question)

    assert found.understood.standalone == standalone
    assert found.context is not None
    assert not any("Brandt" in part.text for part in found.context.parts)


def test_a_question_that_reads_alone_is_searched_for_by_its_own_words_too() -> None:
    found = followed(ON_LEVEE, "how long is it?")

    assert found.context is not None
    assert found.otherwise is not None
    assert (found.otherwise.context, found.otherwise.understood) == (None, found.understood)
    assert followed(ON_LEVEE, "which villages?").otherwise is None


def test_it_stays_the_same_thing_over_several_turns() -> None:
    found = followed(ON_LEVEE, "where was it built?", "how long is it?", "was anybody hurt?")

    assert found.understood.standalone == "was anybody hurt (the levee)?"


def test_quotes_do_not_find_themselves_again() -> None:
    found = followed(ON_LEVEE, "how long is it?", shown=Turn("", "Granite blocks, Brandt said."))

    assert found.context is not None
    assert not any("Granite" in part.text for part in found.context.parts)


@pytest.mark.parametrize(
    "question",
    [
        "how do vaccines work?",
        "how many ferries sank in Harwick?",
        "What did Quill say about tolls?",
        "Who is Una Strand?",
    ],
)
def test_a_question_that_stands_alone_is_not_bent(question: str) -> None:
    assert followed(ON_LEVEE, "how long is it?", question).understood == read(question)


def test_a_bare_name_is_completed_from_an_earlier_question() -> None:
    found = followed("What did Brandt say about Tom Pell?", "how old is Pell?")

    assert found.understood.standalone == "how old is Tom Pell?"


def test_a_pronoun_looks_further_back_for_its_gender() -> None:
    before = ("When was Una Strand elected?", "Why was Ivo Brandt arrested?")

    assert followed(*before, "where was she born?").understood.standalone.startswith(
        "where was Una Strand born"
    )
    assert followed(*before, "where was he born?").understood.standalone.startswith(
        "where was Ivo Brandt born"
    )


def test_a_bare_surname_may_be_he() -> None:
    found = followed(ON_LEVEE, "how old is Pellow?", "what is he planning?")

    assert found.understood.standalone == "what is Pellow planning?"


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("when was that?", "When was Una Strand elected?"),
        ("where?", "Where was Una Strand elected?"),
        ("and in 1991?", "Why was Una Strand elected in 1991?"),
    ],
)
def test_a_fact_is_asked_again_with_another_word_or_date(question: str, standalone: str) -> None:
    assert followed("Why was Una Strand elected?", question).understood.standalone == standalone


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("How old is the bridge?", "and the tower?", "How old is the tower?"),
        ("How old is the bridge?", "ok, and the schools?", "How old is the schools?"),
        ("Where was the survey published?", "what about the report?", "Where was the report published?"),
        ("How many were hurt in the fire?", "and the flood?", "How many were hurt in the flood?"),
        ("How much do ferries cost?", "and trains?", "How much do trains cost?"),
        ("What is Tidemark?", "and Brightwater?", "What is Brightwater?"),
    ],
)
def test_a_thing_takes_the_place_of_the_one_that_a_fact_was_asked_of(
    before: str, question: str, standalone: str
) -> None:
    assert followed(before, question).understood.standalone == standalone


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("hm ok, who else?", "who else?"),
        ("cool. and about the treaty?", "and about the treaty?"),
        ("Oh, and Quill?", "and Quill?"),
        ("thanks! what did Strand say about tolls?", "what did Strand say about tolls?"),
    ],
)
def test_what_is_only_sighed_before_a_question_is_no_part_of_it(question: str, bare: str) -> None:
    found, plain = followed(ON_LEVEE, question), followed(ON_LEVEE, bare)

    assert found.understood == replace(plain.understood, question=question)


def test_the_us_is_no_thing_whose_place_a_plural_takes() -> None:
    found = followed("How much did the US import from Norland?", "and the flights?")

    assert "flights import" not in found.understood.standalone
    assert followed("How much did the US import from Norland?", "and the UK?").understood.standalone == (
        "How much did the UK import from Norland?"
    )


def test_bodies_of_a_kind_are_talked_of_before_they_speak() -> None:
    found = followed(ON_LEVEE, "ok, and the schools?")

    assert found.understood.standalone == "What did Ivo Brandt say about the schools?"
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.doubtful) == ("schools", True)


def test_a_date_takes_the_place_of_the_one_before() -> None:
    found = followed("How many bakers were hurt in 1987?", "and in 1991?")

    assert found.understood.standalone == "How many bakers were hurt in 1991?"


def test_a_date_goes_to_the_last_question_that_says_all_that_it_asks() -> None:
    found = followed("How many bakers were hurt in the Dene fire?", "where was that?", "and in 1991?")

    assert found.understood.standalone == "How many bakers were hurt in the Dene fire in 1991?"


def test_a_page_is_bounded_by_a_date() -> None:
    found = followed("What was written about the levee?", "since March?").understood

    assert (found.topic, found.since, found.browses) == ("the levee", date(2024, 3, 1), True)


DAYS = Turn("", "Words.", first_day=date(2024, 2, 1), last_day=date(2024, 4, 9))


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("anything newer?", date(2024, 4, 10), None),
        ("and after that?", date(2024, 4, 10), None),
        ("before that?", None, date(2024, 1, 31)),
        ("anything older?", None, date(2024, 1, 31)),
    ],
)
@pytest.mark.parametrize("before", [ON_LEVEE, "Where was Una Strand born?"], ids=["words", "fact"])
def test_newer_and_older_are_counted_from_what_was_shown(
    before: str, question: str, since: date | None, until: date | None
) -> None:
    found = followed(before, question, shown=DAYS)

    assert (found.understood.since, found.understood.until) == (since, until)
    assert found.understood.kind is read(before).kind


@pytest.mark.parametrize("question", ["compare them", "compare both", "compare the two"])
def test_the_two_who_were_asked_for_are_compared(question: str) -> None:
    found = followed(ON_LEVEE, "and Quill?", question).understood

    assert (found.speaker, found.others, found.topic) == (BRANDT, (QUILL,), "the levee")


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("no, I meant Strand", STRAND, "the levee"),
        ("no, the mayor of Dene", MARSH, "the levee"),
        ("no, I meant his lawyer", MARSH, "the levee"),
        ("No, I meant Orsa Brandt", "Orsa Brandt", "the levee"),
        ("no, i meant rosa brandt", "Rosa Brandt", "the levee"),
        ("I meant the treaty", BRANDT, "the treaty"),
        ("no, what did Quill say about tolls?", QUILL, "tolls"),
    ],
)
def test_a_correction_changes_what_was_meant(question: str, speaker: str, topic: str) -> None:
    found = followed(ON_LEVEE, question).understood

    assert (found.speaker, found.topic, found.question) == (speaker, topic, question)


@pytest.mark.parametrize("question", ["Did he say why?", "did Brandt say how?"])
def test_a_question_word_alone_is_no_topic(question: str) -> None:
    found = followed(ON_LEVEE, question).understood

    assert (found.speaker, found.topic) == (BRANDT, "the levee")


def test_the_second_of_the_offered_questions_is_asked() -> None:
    offer = Turn("", choices=(ON_LEVEE, "What did Quill say about tolls?"))

    assert followed("What did she say?", "the second one", shown=offer).understood == replace(
        read(offer.choices[1]), question="the second one"
    )


def test_not_that_asks_for_something_else() -> None:
    found = followed(ON_LEVEE, "not that", shown=Turn("", "Words.", quotes=("q",)))

    assert (found.understood.speaker, found.exclude, found.more) == (BRANDT, {"q"}, True)


@pytest.mark.parametrize("outcome", [Outcome.NEAREST, Outcome.NOT_FOUND])
def test_nobody_is_taken_from_quotes_that_do_not_answer(outcome: Outcome) -> None:
    shown = Turn("", "Words.", speakers=(QUILL,))
    asked = "Who said something about tolls?"

    assert followed(asked, "what did she say?", outcome=outcome, shown=shown).understood.speaker is None
    assert followed(asked, "what did she say?", shown=shown).understood.speaker == QUILL


def test_a_place_or_a_time_is_not_about() -> None:
    found = followed("What did Brandt say after the match?", "and Quill?").understood

    assert found.standalone == "What did Ada Quill say after the match?"
    assert found.kind is QuestionKind.SAID


def test_surnames_are_completed_for_people_alone() -> None:
    after_a_house = followed("What is in the White House?", "When did the House vote?")
    after_a_man = followed("When did Daniel Mott resign?", "When did Mott vote?")

    assert after_a_house.understood.standalone == "When did the House vote?"
    assert "Daniel Mott" in after_a_man.understood.standalone


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("anything newer?", "What did Brandt say about the levee before 2024?"),
        ("anything older?", "What did Brandt say about the levee since March 2024?"),
    ],
)
def test_newer_and_older_ask_for_no_impossible_range(question: str, asked: str) -> None:
    day = date(2024, 2, 3)
    understood = followed(asked, question, shown=Turn("", first_day=day, last_day=day)).understood

    assert understood.since or understood.until
    assert not (understood.since and understood.until and understood.since > understood.until)


def test_a_long_question_is_read_in_a_moment() -> None:
    long = "Why " + "was the ferry in " * 550 + "1991 x?"
    started = time.process_time()

    subject(read(long))

    assert time.process_time() - started < 5


ON_TOLLS = "What did Quill say about the tolls?"


@pytest.mark.parametrize(
    "question",
    [
        "both",
        "they both",
        "the two",
        "both of them",
        "what did they both say?",
        "compare the two",
        "side by side",
    ],
)
def test_both_are_the_two_who_were_asked_for_last(question: str) -> None:
    found = followed(ON_LEVEE, "and Quill?", question).understood

    assert {found.speaker, *found.others} == {BRANDT, QUILL}
    assert found.topic == "the levee"


@pytest.mark.parametrize("question", ["and his lawyer?", "his lawyer?", "what about his lawyer?"])
def test_who_is_named_by_whose_they_are_is_asked_on_the_same(question: str) -> None:
    found = followed(ON_LEVEE, question)

    assert (found.understood.speaker, found.understood.topic) == (MARSH, "the levee")
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.understood.topic) == (MARSH, None)


def test_a_thing_of_somebodys_is_nobody_who_speaks() -> None:
    found = followed("How many were hurt in Harwick?", "and its budget?")

    assert found.understood.kind is QuestionKind.CONTENT


def test_a_body_named_after_a_fact_is_asked_about_what_the_fact_was_about() -> None:
    found = followed("How many were rescued in the Dene flood?", "and the ministry?").understood

    assert (found.speaker, found.topic) == ("ministry", "the Dene flood")
    assert found.standalone == "What did the ministry say about the Dene flood?"


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("How many were hurt in the Dene flood?", "how did it start?", "how did the Dene flood start?"),
        (
            "How many children would the lunch plan feed?",
            "how much would it cost?",
            "how much would the lunch plan cost?",
        ),
        (
            "what is brandt's plan for the levee",
            "how much will it cost?",
            "how much will brandt's plan for the levee cost?",
        ),
        ("What is the name of the ferry?", "how long is it?", "how long is the ferry?"),
        ("How many were hurt at Dene?", "and at Harwick?", "How many were hurt at Harwick?"),
        ("How many were hurt at Dene?", "and in winter?", "How many were hurt at Dene in winter?"),
    ],
)
def test_a_fact_is_asked_on_about_the_same_thing(before: str, question: str, standalone: str) -> None:
    assert followed(before, question).understood.standalone == standalone


def test_what_was_done_to_somebody_is_about_them() -> None:
    found = followed("who replaced Rosa Marsh?", "did Quill comment?").understood

    assert (found.speaker, found.topic) == (QUILL, "Rosa Marsh")


def test_before_that_goes_back_from_the_last_quotes_that_were_shown() -> None:
    shown = Turn("", "Words.", first_day=date(2024, 3, 4), last_day=date(2024, 3, 8), quotes=("q",))
    last = followed(ON_LEVEE).understood
    nothing = replace(last, since=date(2024, 3, 9), order="newest")
    conversation = Conversation(
        (
            replace(shown, question=ON_LEVEE, understood=last, outcome=Outcome.ANSWERED),
            Turn("anything newer?", understood=nothing, outcome=Outcome.NEAREST),
        )
    )

    found = follow("before that?", conversation, read, SPEAKERS).understood

    assert (found.since, found.until) == (None, date(2024, 3, 3))


@pytest.mark.parametrize(("question", "quote"), [("the second one", "b"), ("2", "b"), ("number 1", "a")])
def test_a_number_shows_the_article_of_that_quote(question: str, quote: str) -> None:
    found = followed(ON_LEVEE, question, shown=Turn("", "Words.", quotes=("a", "b")))

    assert found.article == quote


def test_who_else_takes_nobody_for_one_of_several_namesakes() -> None:
    understood = replace(read(ON_LEVEE), instead_of=(MARSH, STRAND))
    conversation = Conversation((Turn(ON_LEVEE, "Words.", understood, ("a",), Outcome.ANSWERED),))

    found = follow("who else", conversation, read, SPEAKERS)

    assert (found.understood.speaker, found.understood.instead_of) == (None, ())


@pytest.mark.parametrize("question", ["and Mary Xorla?", "no, Mary Xorla"])
def test_somebody_unknown_has_not_the_namesakes_of_who_spoke_before(question: str) -> None:
    understood = replace(read(ON_LEVEE), instead_of=(MARSH, STRAND))
    conversation = Conversation((Turn(ON_LEVEE, "Words.", understood, ("a",), Outcome.ANSWERED),))

    found = follow(question, conversation, read, SPEAKERS)

    assert (found.understood.speaker, found.understood.instead_of) == ("Mary Xorla", ())


def test_a_number_picks_from_the_namesakes_that_were_offered() -> None:
    understood = replace(read(ON_LEVEE), instead_of=(MARSH, STRAND))
    conversation = Conversation(
        (Turn(ON_LEVEE, "Words.", understood, quotes=("a", "b"), outcome=Outcome.ANSWERED),)
    )

    found = follow("the second", conversation, read, SPEAKERS)

    assert (found.understood.speaker, found.article) == (STRAND, None)


def test_more_after_an_article_goes_on_in_it() -> None:
    last = followed(ON_LEVEE).understood
    conversation = Conversation(
        (Turn("show me the article", "Text.", last, ("slice",), Outcome.ANSWERED, article=True),)
    )

    found = follow("more of it", conversation, read, SPEAKERS)

    assert (found.article, found.onward) == ("slice", True)


@pytest.mark.parametrize("between", [(), ("and Harwick Council?",), ("and Norway?",)], ids=str)
def test_the_company_is_the_one_that_was_talked_of(between: tuple[str, ...]) -> None:
    shown = Turn("", "Words.", quotes=("a",))
    found = followed("What did Vantor say about tolls?", *between, "what does the company say?", shown=shown)

    plain = found.otherwise
    assert plain is not None
    assert plain.near == {"a"}
    assert plain.otherwise is not None
    assert plain.otherwise.understood.speaker == "Vantor"


def test_nothing_is_near_quotes_that_did_not_answer() -> None:
    shown = Turn("", "Words.", quotes=("a",))
    found = followed(
        "What did Vantor say about tolls?",
        "what does the company say?",
        outcome=Outcome.NOT_FOUND,
        shown=shown,
    )

    assert found.otherwise is not None
    assert found.otherwise.near == frozenset()


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("who opposed it?", "Who opposed the tolls?"),
        ("who criticised that?", "Who criticized the tolls?"),
        ("what did the other side say?", "Who else said something about the tolls?"),
    ],
)
def test_who_did_something_to_it_is_read_with_what_they_did(question: str, standalone: str) -> None:
    assert followed(ON_TOLLS, question).understood.standalone == standalone


@pytest.mark.parametrize(
    ("before", "question", "topic"),
    [
        ("What did Ada Quill say about Ivo Brandt?", "who defended him?", BRANDT),
        ("What did Ada Quill say about Ivo Brandt?", "does anyone defend her?", QUILL),
        ("What did Ivo Brandt say about the levee?", "who criticised him?", BRANDT),
    ],
)
def test_who_did_something_to_somebody_is_asked_of_whom_the_pronoun_fits(
    before: str, question: str, topic: str
) -> None:
    assert followed(before, question).understood.topic == topic


@pytest.mark.parametrize(
    ("introduction", "question", "standalone"),
    [
        ("who is una strand", "what did brandt say about her", "What did Ivo Brandt say about Una Strand?"),
        (
            "Who's Rosa Marsh?",
            "what did she say about the levee?",
            "what did Rosa Marsh say about the levee?",
        ),
        ("Who is the mayor of Harwick?", "how old is she?", "how old is the mayor of Harwick?"),
        ("who is rosa marsh", "why was she fired?", "why was Rosa Marsh fired?"),
        ("how old is Una Strand?", "what did she say?", "what did Una Strand say?"),
    ],
)
def test_who_was_to_be_introduced_is_meant_by_a_pronoun(
    introduction: str, question: str, standalone: str
) -> None:
    found = followed(ON_LEVEE, introduction, question)

    assert found.understood.standalone == standalone


def test_whom_a_question_introduces_is_nothing_to_support() -> None:
    found = followed(ON_LEVEE, "Who is Una Strand?", "does anyone support it?")

    assert found.understood.topic == "the levee"


def test_a_full_name_takes_the_speakers_place_where_somebody_has_the_given_name_alone() -> None:
    speakers = ListedSpeakers((*SPEAKERS.all, Speaker("Ivo", "person", (), 1)))

    def among(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=speakers, sources=(), bearers=bearers)

    said = follow("What did Quill say about the levee?", None, among, speakers).understood
    talk = Conversation((Turn(said.question, "Words.", said, outcome=Outcome.ANSWERED),))

    assert follow("and ivo brandt?", talk, among, speakers).understood.speaker == BRANDT


@pytest.mark.parametrize(
    ("introduction", "question", "standalone"),
    [
        ("what's petanque", "who started it", "who started petanque"),
        ("What is the Ferry Watch?", "when was it founded?", "when was the Ferry Watch founded?"),
        ("what happened to una strand", "was anyone arrested", "was anyone arrested (Una Strand)"),
    ],
)
def test_the_thing_or_the_person_of_the_last_question_is_gone_on_about(
    introduction: str, question: str, standalone: str
) -> None:
    found = followed("Who is Rosa Marsh?", introduction, question)

    assert found.understood.standalone == standalone
