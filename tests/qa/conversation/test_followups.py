"""Dialogues over the seeds: what each turn is understood as, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome, Understanding
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.speakers.known import ListedSpeakers
from qa.understanding.line import understood_line
from qa.understanding.understand import understand

SEEDS = Path(__file__).parents[3] / "seeds"
RUBIO, TRUMP, BIDEN = "Marco Rubio", "Donald Trump", "Joe Biden"
SPEAKERS = (
    Speaker(RUBIO, "person", ("Rubio",), 9),
    Speaker(TRUMP, "person", ("Trump",), 8),
    Speaker(BIDEN, "person", ("Biden",), 7),
    Speaker("Angela Merkel", "person", ("Merkel",), 3),
    Speaker("Beijing", "group", (), 2),
)


def read(text: str) -> Understanding:
    return understand(text, today=date(2025, 1, 21), speakers=ListedSpeakers(SPEAKERS), sources=("Reuters",))


def last_of(*questions: str) -> Understanding:
    """Understand questions one after the other, and return the last."""
    conversation = Conversation()
    for question in questions:
        understood = follow(question, conversation, read, ListedSpeakers(SPEAKERS)).understood
        conversation = Conversation((*conversation.turns, Turn(question, understood=understood)))
    return understood


ON_CHINA = "What did Rubio say about China since March 2024?"
SINCE = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("question", "speaker", "topic", "since"),
    [
        ("and about Taiwan?", RUBIO, "Taiwan", SINCE),
        ("And on Taiwan?", RUBIO, "Taiwan", SINCE),
        ("what about Taiwan?", RUBIO, "Taiwan", SINCE),
        ("Taiwan?", RUBIO, "Taiwan", SINCE),
        ("how about tariffs", RUBIO, "tariffs", SINCE),
        ("what about Beijing?", RUBIO, "Beijing", SINCE),
        ("what about Biden?", BIDEN, "China", SINCE),
        ("and Trump?", TRUMP, "China", SINCE),
        ("Biden?", BIDEN, "China", SINCE),
        ("what about Biden in 2025?", BIDEN, "China", date(2025, 1, 1)),
        ("and in 2024?", RUBIO, "China", date(2024, 1, 1)),
        ("anything since January 2025?", RUBIO, "China", date(2025, 1, 1)),
        ("more", RUBIO, "China", SINCE),
        ("show me more", RUBIO, "China", SINCE),
        ("anything else?", RUBIO, "China", SINCE),
        ("when?", RUBIO, "China", SINCE),
        ("Where?", RUBIO, "China", SINCE),
        ("why did he say that?", RUBIO, "China", SINCE),
        ("did he?", RUBIO, "China", SINCE),
        ("how so?", RUBIO, "China", SINCE),
        ("the latest?", RUBIO, "China", SINCE),
        ("What did he say about TikTok?", RUBIO, "TikTok", None),
        ("What else did he say?", RUBIO, None, None),
        ("What did Trump say about it?", TRUMP, "China", None),
        ("and Biden on Taiwan?", BIDEN, "Taiwan", None),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_change(
    question: str, speaker: str, topic: str | None, since: date | None
) -> None:
    understood = last_of(ON_CHINA, question)

    assert (understood.speaker, understood.topic, understood.since) == (speaker, topic, since)
    assert understood.question == question


@pytest.mark.parametrize(
    "question",
    [
        "What did Biden say about tariffs?",
        "Who criticized the ban?",
        "How large were Chinese exports to the U.S.?",
        "Merkel on Europe",
        "When was the embargo lifted?",
    ],
)
def test_a_question_that_stands_alone_is_not_changed_by_earlier_turns(question: str) -> None:
    assert last_of(ON_CHINA, "and about Taiwan?", question) == read(question)


def test_dates_of_a_follow_up_take_the_place_of_the_earlier_ones() -> None:
    understood = last_of(ON_CHINA, "and in 2023?")

    assert (understood.since, understood.until) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (
        understood.standalone
        == "What did Marco Rubio say about China between 1 January 2023 and 31 December 2023?"
    )


def test_what_was_carried_is_named_and_shown() -> None:
    understood = last_of(ON_CHINA, "and about Taiwan?")

    assert understood.carried == ("speaker", "dates")
    assert understood_line(understood) == (
        "read as: “What did Marco Rubio say about Taiwan since 1 March 2024?” · speaker: Marco Rubio · topic: Taiwan"
        " · since 1 March 2024"
    )


def test_pronouns_agree_with_whom_they_mean() -> None:
    before = ("What did Angela Merkel say about China?", "What did Rubio say about China?")

    assert last_of(*before, "What did she say about Russia?").speaker == "Angela Merkel"
    assert last_of(*before, "What did he say about Russia?").speaker == RUBIO


BRIDGE = "When was the Hanley Bridge built?"
STONES = Outcome.ANSWERED, "The harbour board paid Tomas Prys for granite, drivers and cranes."


def read_after(*questions: str) -> Understanding:
    """Understand questions that were answered here, each with the same quote, and return the last."""
    conversation = Conversation()
    for question in questions:
        understood = follow(question, conversation, read, ListedSpeakers(SPEAKERS)).understood
        turn = Turn(question, STONES[1], understood, outcome=STONES[0])
        conversation = Conversation((*conversation.turns, turn))
    return understood


@pytest.mark.parametrize("question", ["What about Angela Merkel?", "and Merkel?"])
def test_a_speaker_named_after_a_question_of_fact_is_asked_about_its_subject(question: str) -> None:
    understood = read_after(BRIDGE, question)

    assert (understood.speaker, understood.topic) == ("Angela Merkel", "the Hanley Bridge")
    assert understood.standalone == "What did Angela Merkel say about the Hanley Bridge?"


def test_a_person_takes_the_place_of_the_one_who_was_asked_about() -> None:
    assert read_after("Where was Joe Biden born?", "What about Merkel?").standalone == (
        "Where was Angela Merkel born?"
    )


def test_words_of_quotes_are_not_taken_over() -> None:
    understood = read_after(BRIDGE, "Why did they close it?")

    assert understood.standalone == "Why did they close the Hanley Bridge?"


def test_words_added_after_a_question_are_not_inherited_as_if_typed() -> None:
    understood = read_after(BRIDGE, "Why did they paint the railings of it?", "What did Merkel say about it?")

    assert understood.topic is not None
    assert "built" not in understood.topic
    assert "granite" not in understood.topic


def test_few_phrases_are_added_after_a_question() -> None:
    long = "When did ferries, trams, lorries, tractors and bicycles cross Hanley Bridge daily?"

    behind = read_after(long, "Why not?").standalone.partition("(")[2].split(",")

    assert 1 <= len(behind) <= 3


MILL = (
    Speaker("Papermaker Vantor", "person", ("Vantor",), 3),
    Speaker("Saskia Bruin", "person", ("Bruin",), 2),
    Speaker("Ingrid Dahl", "person", ("Dahl",), 2),
    Speaker("White House", "group", (), 2),
)


def said_after(shown: tuple[str, ...], question: str, asked: str = "Who said something?") -> Understanding:
    def understood(text: str) -> Understanding:
        return understand(text, today=date(2025, 1, 21), speakers=ListedSpeakers(MILL), sources=())

    conversation = Conversation((Turn(asked, understood=understood(asked), speakers=shown),))
    return follow(question, conversation, understood, ListedSpeakers(MILL)).understood


def test_a_pronoun_takes_a_name_that_agrees_before_one_of_unknown_gender() -> None:
    assert said_after(("Saskia Bruin", "Ingrid Dahl"), "What did she say?").speaker == "Ingrid Dahl"


def test_a_company_is_not_she() -> None:
    shown = ("Papermaker Vantor", "Saskia Bruin")

    assert said_after(shown, "What did she say?").speaker == "Saskia Bruin"
    assert said_after(shown[:1], "What did she say?").speaker is None


def test_none_of_several_people_that_a_pronoun_can_mean_is_chosen() -> None:
    others = (Speaker("Yuki Tanaka", "person", (), 1), *MILL)
    shown = ("Saskia Bruin", "Yuki Tanaka")
    turn = Turn("Who said something?", understood=read("Who said something?"), speakers=shown)

    understood = follow(
        "What did she say about rain?", Conversation((turn,)), read, ListedSpeakers(others)
    ).understood

    assert (understood.ambiguous, understood.topic) == (shown, "rain")


@pytest.mark.parametrize("asked", ["What did Dahl say?", "What did Ingrid Dahl say about mills?"])
def test_they_is_no_single_person(asked: str) -> None:
    assert said_after(("Ingrid Dahl",), "What did they say?", asked).speaker is None
    assert said_after(("Ingrid Dahl", "White House"), "What did they say?", asked).speaker == "White House"


def test_compare_with_sets_the_last_speaker_beside_another() -> None:
    understood = last_of(ON_CHINA, "compare with Trump")

    assert (understood.speaker, understood.others, understood.topic) == (RUBIO, (TRUMP,), "China")


def test_a_comparison_and_a_timeline_go_on_with_another_topic() -> None:
    both = last_of("Rubio and Trump on China", "and about Taiwan?")
    changed = last_of("How has Rubio's position on China changed?", "and on Taiwan?")

    assert (both.speaker, both.others, both.topic) == (RUBIO, (TRUMP,), "Taiwan")
    assert (changed.speaker, changed.over_time, changed.topic) == (RUBIO, True, "Taiwan")
    assert last_of("Rubio and Trump on China", "what about Biden?").others == ()


def test_who_else_leaves_out_the_speakers_heard_before() -> None:
    first = follow(ON_CHINA, None, read, ListedSpeakers(SPEAKERS)).understood
    conversation = Conversation((Turn(ON_CHINA, understood=first, quotes=("q",), speakers=(RUBIO,)),))

    followed = follow("who else?", conversation, read, ListedSpeakers(SPEAKERS))

    assert (followed.understood.kind.value, followed.understood.topic) == ("who_said", "China")
    assert followed.silent == {RUBIO}
    assert followed.exclude == {"q"}


def test_a_history_of_texts_is_understood_from_its_beginning() -> None:
    conversation = Conversation.of([ON_CHINA, "...", "and about Taiwan?", "..."])

    understood = follow("what about Biden?", conversation, read, ListedSpeakers(SPEAKERS)).understood

    assert (understood.speaker, understood.topic, understood.since) == (BIDEN, "Taiwan", SINCE)


@given(st.text(max_size=80))
def test_a_question_alone_equals_the_question_with_an_empty_conversation(question: str) -> None:
    assert follow(question, None, read, ListedSpeakers(SPEAKERS)) == follow(
        question, Conversation(), read, ListedSpeakers(SPEAKERS)
    )


PIECES = st.sampled_from(
    [
        "and about ",
        "what about ",
        "more",
        "he ",
        "that",
        "who else",
        "Rubio",
        " Taiwan",
        "since ",
        "2024",
        "compare with ",
        "?",
        "\n",
        "it ",
    ]
)
QUESTIONS = st.lists(PIECES | st.text(max_size=6), max_size=6).map("".join)


@given(
    st.lists(
        QUESTIONS | st.dictionaries(st.sampled_from(["question", "quotes"]), st.text(max_size=9)), max_size=5
    ),
    QUESTIONS,
)
def test_an_arbitrary_history_never_raises(history: list[str | dict[str, object]], question: str) -> None:
    follow(question, Conversation.of(history), read, ListedSpeakers(SPEAKERS))


@pytest.fixture(scope="session")
def answerer(answerer_of: Callable[[Path], Answerer]) -> Answerer:
    return answerer_of(SEEDS)


def talk(answerer: Answerer, *questions: str) -> list[Answer]:
    conversation = Conversation()
    answers = []
    for question in questions:
        answers.append(answerer.ask(question, conversation=conversation))
        conversation = conversation.after(answers[-1])
    return answers


@pytest.mark.slow
def test_more_never_repeats_a_quote(answerer: Answerer) -> None:
    answers = talk(
        answerer, "What did Trump say about China?", "more", "more", "what else did he say?", "more"
    )

    shown = [quote for answer in answers for quote in answer.quotes[:3]]
    assert len(shown) > 3
    for place, quote in enumerate(shown):
        for other in shown[:place]:
            same = quote.version.uid == other.version.uid
            assert not (same and quote.start < other.end and other.start < quote.end)
            assert quote.text != other.text


def test_who_else_brings_others(answerer: Answerer) -> None:
    asked = answerer.ask("What did Rubio say about China?")
    # Not even words of his that were not shown yet.
    heard = Conversation((Turn(asked.question, understood=asked.understood, speakers=(RUBIO,)),))

    others = answerer.ask("who else?", conversation=heard)

    assert asked.quotes[0].speaker == RUBIO
    assert RUBIO not in {quote.speaker for quote in others.quotes}
    assert {quote.speaker for quote in others.quotes} - {None}


def test_more_does_not_bring_the_same_words_from_another_article(archive) -> None:  # type: ignore[no-untyped-def]
    words = "“The harbour must stay open to all fishing boats of the town,” Ada Okafor said."
    archive.write("one.txt", f"It rained on Monday.\n\n{words}\n\nThe council met at noon.\n")
    archive.index()
    with Library.open(archive.library) as library:
        answerer = Answerer(library, lambda: archive.encoder, open_span_reader)
        first = answerer.ask("What did Ada Okafor say about the harbour?")
        conversation = Conversation().after(first)
        (archive.folder / "one.txt").unlink()
        archive.write("two.txt", f"A fair opened in the park.\n\n{words}\n\nMusic was played until late.\n")
        archive.index()

        second = answerer.ask("more", conversation=conversation)

    assert any("fishing boats" in quote.text for quote in first.quotes)
    assert not any("fishing boats" in quote.text for quote in second.quotes)


def test_the_article_of_a_quote_is_shown_as_it_stands(answerer: Answerer) -> None:
    first, second, third = talk(
        answerer, "What did Rubio say about China?", "show me the article", "what did Trump say about TikTok?"
    )

    shown = second.quotes[0]
    assert shown.version.uid == first.quotes[0].version.uid
    assert first.quotes[0].text in shown.text
    assert shown.speaker is None
    assert third.quotes[0].speaker == TRUMP


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "choice"),
    [
        ("What did he say about China?", "What did Marco Rubio say about China?"),
        ("more", "What did Marco Rubio say?"),
        ("and about Taiwan?", "What did Marco Rubio say about Taiwan?"),
    ],
)
def test_an_unresolved_question_is_asked_back_with_whole_questions(
    answerer: Answerer, question: str, choice: str
) -> None:
    answer = answerer.ask(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert choice in answer.choices
    assert all(answerer.ask(each).choices == () for each in answer.choices)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("What did Rubio say about it?", "it"),
        ("What did Rubio say about them since 2024?", "them"),
        ("Why did Rubio say that?", "that"),
        ("Who said that?", "that"),
    ],
    ids=str,
)
def test_a_pronoun_that_nothing_explains_is_no_topic(answerer: Answerer, question: str, word: str) -> None:
    answer = answerer.ask(question)

    assert answer.outcome is Outcome.NEAREST
    assert (answer.understood.topic, answer.understood.unexplained) == (None, word)
    assert f"whatever “{word}” is" in understood_line(answer.understood)
    assert answer.choices
    for choice in answer.choices:
        assert read(choice).topic not in (None, word), choice


@pytest.mark.parametrize("topic", ["US", "IT", "WHO"], ids=str)
def test_capitals_are_no_pronoun(topic: str) -> None:
    followed = follow(f"What did Rubio say about {topic}?", None, read, ListedSpeakers(SPEAKERS))

    assert (followed.understood.topic, followed.unresolved) == (topic, False)


def test_the_line_claims_no_order_that_was_not_asked_for() -> None:
    assert understood_line(read("What did Rubio say?")) == "speaker: Marco Rubio"
    assert "first" not in understood_line(read("What did Rubio say about China?"))
    assert understood_line(read("latest from Rubio on China")).endswith("newest first")
