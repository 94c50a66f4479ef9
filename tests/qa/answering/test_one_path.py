"""The same thing asked in every way: what one way answers the others find, and what one denies none has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bots.terminal.chat.talk import Talk
from qa.answering.answerer import Answerer
from qa.answering.comparison import named as plain
from qa.answering.topics.everything_on_topic import said_on
from qa.answering.topics.topic_page import topic_page
from qa.answers import Nearest, Outcome, Quote
from qa.conversation.earlier.question_text import told
from qa.embedded.snapshot import Library
from qa.errors import UsageError
from qa.language.near_duplicates import repeats
from tests.one_path.archives import DENE, DENE_TOPICS, HARWICK, HARWICK_TOPICS, write

SEEDS = Path(__file__).parents[3] / "seeds"
SEEDS_TOPICS = ("China", "TikTok", "trade", "Taiwan", "tariffs", "the Chinese")
SPEAKERS_OF_SEEDS = 6
TODAY = date(2025, 1, 21)
ANSWERS = (Outcome.ANSWERED, Outcome.UNSURE)
EVERY = 9
"""Of the pairs of a speaker and a topic, how many are asked by the test that always runs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An archive, asked in every way."""

    library: Library
    answerer: Answerer
    topics: Sequence[str]

    def speakers(self) -> list[str]:
        with self.library.snapshot() as view:
            return [each.name for each in view.speakers()][
                : SPEAKERS_OF_SEEDS if self.topics is SEEDS_TOPICS else None
            ]

    def pairs(self) -> list[tuple[str, str]]:
        return [(name, topic) for name in self.speakers() for topic in self.topics]

    def chat(self) -> Talk:
        return Talk(self.library, self.answerer, quotes=10, today=TODAY)


@pytest.fixture(scope="session")
def archives(
    answerer_of: Callable[[Path], Answerer],
    library_of: Callable[[Path], Library],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Asked]:
    made = tmp_path_factory.mktemp("one-path")
    folders = {
        "seeds": (SEEDS, SEEDS_TOPICS),
        "harwick": (write(made / "harwick", HARWICK), HARWICK_TOPICS),
        "dene": (write(made / "dene", DENE), DENE_TOPICS),
    }
    return {
        name: Asked(library_of(folder), answerer_of(folder), topics)
        for name, (folder, topics) in folders.items()
    }


@pytest.fixture
def harwick(archives: dict[str, Asked]) -> Answerer:
    return archives["harwick"].answerer


@pytest.fixture
def dene(archives: dict[str, Asked]) -> Answerer:
    return archives["dene"].answerer


def same_place(one: Quote, other: Quote) -> bool:
    here = one.version.uid == other.version.uid and one.start < other.end and other.start < one.end
    return here or repeats(one.text, other.text)


def disagreements(archive: Asked, name: str, topic: str) -> Iterator[str]:
    """Yield what does not fit together of all that is said of one speaker and one topic."""
    answerer = archive.answerer
    question = told(plain(name, topic))  # "the United States", as a comparison asks
    asked = answerer.ask(question)
    listed = answerer.quotes(name, about=topic)
    timeline = answerer.timeline(name, about=topic)
    over_time = (*timeline.quotes, *timeline.undated)
    other = next(each for each in archive.speakers() if each != name)
    side = answerer.compare((name, other), about=topic).sides[0]
    chat = archive.chat().reply(question).answer
    answers = asked.outcome in ANSWERS
    # What only may answer need not be theirs by the records: a report of what they did is not in any list of words.
    own = [
        quote
        for quote in (asked.quotes if answers else ())
        if asked.outcome is Outcome.ANSWERED or quote.voice == name
    ]

    if answers:
        for what, found in (("quotes", listed), ("timeline", over_time)):
            missing = [quote.text for quote in own if not any(same_place(quote, each) for each in found)]
            if missing:
                yield f"{what} lacks {missing}"
    elif listed or over_time:
        yield f"ask says {asked.outcome} {asked.nearest}, though {[quote.text for quote in [*listed, *over_time]]}"
    if not all(any(same_place(quote, each) for each in over_time) for quote in listed):
        yield "the timeline lacks what the list has"
    if not all(any(same_place(quote, each) for each in listed) for quote in over_time):
        yield "the list lacks what the timeline has"
    if (side.outcome, side.nearest, side.quotes) != (
        asked.outcome,
        asked.nearest,
        asked.quotes if answers else (),
    ):
        yield f"the side ends as {side.outcome} {side.nearest} with {[quote.text for quote in side.quotes]}"
    if chat is None or (chat.outcome, chat.nearest, chat.quotes) != (
        asked.outcome,
        asked.nearest,
        asked.quotes,
    ):
        yield "the chat answers something else"
    with archive.library.snapshot() as view:
        page = said_on(view, topic).quotes
    theirs = [quote for quote in page if quote.speaker == name]
    if not all(any(same_place(quote, each) for each in listed) for quote in theirs):
        yield f"the list lacks what the topic's page has: {[quote.text for quote in theirs]}"
    if asked.nearest is Nearest.OTHERS_ON_THIS and not [
        quote for quote in page if quote.speaker not in (None, name)
    ]:
        yield "others are said to be quoted on it, and none is"


@pytest.mark.parametrize("name", ["seeds", "harwick", "dene"])
def test_what_one_way_answers_the_others_find_and_what_one_denies_none_has(
    archives: dict[str, Asked], name: str
) -> None:
    archive = archives[name]

    wrong = [(pair, each) for pair in archive.pairs()[::EVERY] for each in disagreements(archive, *pair)]

    assert not wrong


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "harwick", "dene"])
def test_no_pair_of_a_speaker_and_a_topic_ends_in_two_ways(archives: dict[str, Asked], name: str) -> None:
    archive = archives[name]

    wrong = [(pair, each) for pair in archive.pairs() for each in disagreements(archive, *pair)]

    assert not wrong


@pytest.mark.parametrize("name", ["seeds", "harwick", "dene"])
def test_who_is_named_where_anybody_is_asked_for_has_words_on_it(
    archives: dict[str, Asked], name: str
) -> None:
    archive = archives[name]
    for topic in archive.topics:
        who = archive.answerer.ask(f"Who said something about {topic}?")
        if who.outcome is not Outcome.ANSWERED:
            continue
        for speaker in {quote.speaker for quote in who.quotes[:1] if quote.speaker}:
            assert archive.answerer.quotes(speaker, about=topic), (topic, speaker)


def test_what_is_said_for_a_body_counts_as_its_words_under_who_said_it(harwick: Answerer) -> None:
    listed = harwick.quotes("Ports Authority", about="the dredging")

    assert {quote.speaker for quote in listed} == {"Ned Pryce"}


@pytest.mark.parametrize("body", ["NFB", "the National Federation of Bakers"])
def test_a_body_is_asked_for_by_either_of_its_names(harwick: Answerer, body: str) -> None:
    assert {quote.version.article.id for quote in harwick.quotes(body, about="the tax")} == {
        "bakers",
        "loaves",
    }


@pytest.mark.parametrize("topic", ["the NFB", "the National Federation of Bakers"])
def test_a_topic_is_said_by_either_name_of_a_body(harwick: Answerer, topic: str) -> None:
    assert "Ivo Brandt said the NFB was right about bread." in {
        quote.text for quote in harwick.quotes("Ivo Brandt", about=topic)
    }


@pytest.mark.parametrize(
    ("topic", "article"),
    [("China", "steel"), ("Chinese steel", "trade"), ("America", "visit"), ("the US", "visit")],
)
def test_a_nation_and_its_adjective_are_one_topic(dene: Answerer, topic: str, article: str) -> None:
    assert article in {quote.version.article.id for quote in dene.quotes("Greta Holm", about=topic)}


def test_what_answers_a_question_of_an_interview_is_on_its_topic(harwick: Answerer) -> None:
    assert "They are the only road that some of us have." in {
        quote.text for quote in harwick.quotes("Una Strand", about="ferries")
    }


def test_somebody_is_asked_for_by_what_they_are(harwick: Answerer) -> None:
    by_role = harwick.quotes("the mayor of Harwick", about="the pier")

    assert by_role
    assert by_role == harwick.quotes("Una Strand", about="the pier")


@pytest.mark.parametrize("typed", ["Harwick’s Ada Quill", "the Ports Authority's Ada Quill"])
def test_a_name_after_whose_somebody_is_names_them(harwick: Answerer, typed: str) -> None:
    answer = harwick.ask(f"What did {typed} say about the ferries?")

    assert answer.understood.speaker == "Ada Quill"
    assert harwick.quotes(typed, about="the ferries") == harwick.quotes("Ada Quill", about="the ferries")


def test_of_namesakes_the_only_one_with_words_on_the_topic_is_meant(dene: Answerer) -> None:
    answer = dene.ask("What did Collins say about the roofs?")
    timeline = dene.timeline("Collins", about="the roofs")

    assert (answer.understood.speaker, answer.understood.instead_of) == ("Anna Collins", ("Judith Collins",))
    assert timeline.understood.speaker == "Anna Collins"
    assert {quote.speaker for quote in (*answer.quotes, *timeline.quotes)} == {"Anna Collins"}


def test_of_namesakes_who_clearly_dominates_is_meant_and_the_other_offered(
    archives: dict[str, Asked], dene: Answerer
) -> None:
    answer = dene.ask("What did Roe say about the deficit?")

    assert (answer.understood.speaker, answer.understood.instead_of) == ("Tessa Roe", ("Milo Roe",))
    assert {quote.speaker for quote in dene.quotes("Roe")} == {"Tessa Roe"}
    with archives["dene"].library.snapshot() as view:
        page = topic_page(view, "Roe")
    assert page.person is not None
    assert (page.person.speaker.name, page.which) == ("Tessa Roe", ("Milo Roe",))


def test_two_plausible_namesakes_are_asked_back_in_every_way(dene: Answerer) -> None:
    assert dene.ask("What did Collins say?").understood.ambiguous
    for ask in (
        lambda: dene.quotes("Collins"),
        lambda: dene.compare(("Collins", "Greta Holm")),
        lambda: dene.timeline("Collins"),
    ):
        with pytest.raises(UsageError, match="Anna Collins or Judith Collins"):
            ask()
