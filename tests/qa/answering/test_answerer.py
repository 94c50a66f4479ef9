"""Properties of every answer, whatever is asked."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.answering.spans.candidates import MAX_QUOTES
from qa.answers import Answer, Nearest, Outcome, Quote
from qa.datatypes import AttributionKind, Scope
from qa.embedded.snapshot import Library
from qa.errors import NoIndexError, UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.language.clauses import clauses
from qa.language.sentences import split
from qa.open_archive import open_answerer
from qa.quote_ids import parse_quote_id
from tests.budgets import examples

REPOSITORY = Path(__file__).parents[3]
SEEDS = REPOSITORY / "seeds"
HOSTILE = Path(__file__).parent / "hostile"

NAMES = (
    "Rubio", "Donald Trump", "Biden", "Xi Jinping", "Beijing", "the spokesperson", "critics", "Ellen Marsh",
    "Valdes", "Iris Bohm", "the Brine Company", "Nadia Farsi", "Nobody", "Coast Radio",
)  # fmt: skip
TOPICS = (
    "China", "TikTok", "tariffs", "Taiwan", "the sea wall", "the cherry orchard", "Lake Orm", "the tunnel",
    "noon", "“a promise kept”", "1962", "", "Pieter Oost",
)  # fmt: skip
FORMS = (
    "What did {name} say about {topic}?", "Who said {topic}?", "{name} on {topic}",
    "When did {name} leave {topic}?",
    "What did {name} say?", "How many {topic}?", "did {name} deny {topic} since March 2024", "{topic}",
    "What is the latest that {name} said about {topic}?", "Did {name} not say that {topic}?",
)  # fmt: skip
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=120)
ASKED = st.one_of(
    st.builds(
        lambda form, name, topic: form.format(name=name, topic=topic),
        st.sampled_from(FORMS),
        st.sampled_from(NAMES),
        st.sampled_from(TOPICS),
    ),
    ANYTHING,
)
DAYS = st.dates(date(2024, 1, 1), date(2025, 2, 1))


@pytest.fixture(scope="session", params=[SEEDS, HOSTILE], ids=["seeds", "hostile"])
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="session")
def answerer(folder: Path, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    return answerer_of(folder)


def ask(answerer: Answerer, question: str, scope: Scope | None = None) -> Answer:
    """Answer, or let hypothesis try another question where this one cannot be read."""
    try:
        return answerer.ask(question, scope=scope)
    except UsageError:
        return answerer.ask("What did Rubio say about China?", scope=scope)


def borders(quote: Quote) -> tuple[set[int], set[int]]:
    """Return where this quote may begin and end: at sentences, or clauses of very long ones, or as a record does.

    "Quill wrote: “We will. And we can.”" is a record that begins with its marks, in the middle of a sentence.
    """
    text = quote.version.article.text
    spans = [
        part
        for paragraph in split(text)
        for sentence in paragraph.sentences
        for part in clauses(text, sentence)
    ]
    record = quote.attribution
    if record is not None and record.kind is AttributionKind.DIRECT:
        spans.append((record.start, record.end))
    return {start for start, _ in spans}, {end for _, end in spans}


@pytest.mark.slow
@settings(max_examples=examples(50))
@given(question=ASKED)
def test_every_quote_is_its_slice_of_the_file_it_names(
    answerer: Answerer, folder: Path, library_of: Callable[[Path], Library], question: str
) -> None:
    for quote in ask(answerer, question).quotes:
        article = quote.version.article
        assert 0 <= quote.start < quote.end <= len(article.text)
        assert quote.text == article.text[quote.start : quote.end]
        assert quote.text == quote.text.strip()
        assert article.text in (folder / article.path).read_text(encoding="utf-8")
        uid, sha, start, end = parse_quote_id(quote.id)
        with library_of(folder).snapshot() as snapshot:
            version = snapshot.version_by_quote(uid, sha)
        assert version is not None
        assert version.article.text[start:end] == quote.text


@pytest.mark.slow
@settings(max_examples=examples(50))
@given(question=ASKED)
def test_quotes_are_at_most_ten_do_not_overlap_and_have_a_confidence(
    answerer: Answerer, question: str
) -> None:
    answer = ask(answerer, question)

    assert len(answer.quotes) <= MAX_QUOTES == 10
    assert 0 <= answer.confidence <= 1
    for quote in answer.quotes:
        assert 0 <= quote.confidence <= 1
    places = sorted((quote.version.uid, quote.start, quote.end) for quote in answer.quotes)
    for (uid, _, end), (other, start, _) in pairwise(places):
        assert uid != other or end <= start
    assert len({quote.text for quote in answer.quotes}) == len(answer.quotes)


@pytest.mark.slow
@settings(max_examples=examples(50))
@given(question=ASKED)
def test_a_quote_begins_and_ends_where_a_sentence_does(answerer: Answerer, question: str) -> None:
    for quote in ask(answerer, question).quotes:
        begins, ends = borders(quote)
        assert quote.start in begins
        assert quote.end in ends


@pytest.mark.slow
@settings(max_examples=examples(100))
@given(question=ANYTHING)
def test_any_text_is_answered_or_refused_as_a_question(answerer: Answerer, question: str) -> None:
    try:
        answer = answerer.ask(question)
    except UsageError:
        return
    assert answer.question == question
    assert answer.outcome is not Outcome.ANSWERED or answer.quotes
    assert (answer.nearest is None) or answer.outcome is Outcome.NEAREST


def test_a_question_too_long_to_read_is_refused(answerer: Answerer) -> None:
    with pytest.raises(UsageError, match="sentence or two"):
        answerer.ask("why " * 5_000)


def inside(scope: Scope, quote: Quote) -> bool:
    day, source = quote.version.article.day, quote.version.article.source
    return (
        (scope.since is None or (day is not None and day >= scope.since))
        and (scope.until is None or (day is not None and day <= scope.until))
        and (not scope.sources or source in scope.sources)
    )


@pytest.mark.slow
@settings(max_examples=examples(40))
@given(question=ASKED, since=st.none() | DAYS, until=st.none() | DAYS, by_source=st.booleans())
def test_quotes_lie_inside_the_scope_or_are_said_to_lie_outside(
    answerer: Answerer, question: str, since: date | None, until: date | None, by_source: bool
) -> None:
    scope = Scope(since, until, ("Coast Radio", "Onrecord seeds") if by_source else ())

    answer = ask(answerer, question, scope)

    outside = (Nearest.OUTSIDE_DATES, Nearest.OUTSIDE_SOURCES, Nearest.OUTSIDE_BOTH)
    if answer.nearest not in outside:
        assert all(inside(scope, quote) for quote in answer.quotes)


@pytest.mark.parametrize(
    ("asked", "since", "nearest"),
    [
        ("", date(2030, 1, 1), Nearest.OUTSIDE_DATES),
        (" according to Coast Radio", None, Nearest.OUTSIDE_SOURCES),
        (" according to Coast Radio", date(2030, 1, 1), Nearest.OUTSIDE_BOTH),
    ],
    ids=["dates", "source", "both"],
)
def test_an_answer_outside_the_bounds_says_outside_which(
    answerer_of: Callable[[Path], Answerer], asked: str, since: date | None, nearest: Nearest
) -> None:
    question = f"What did Hugo Brandt say about noon{asked}?"

    answer = answerer_of(HOSTILE).ask(question, scope=Scope(since=since))

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, nearest)
    assert answer.quotes[0].speaker == "Hugo Brandt"


@pytest.mark.parametrize(
    ("about", "since", "nearest"),
    [
        (" about noon", None, Nearest.OUTSIDE_SOURCES),
        ("", None, Nearest.OUTSIDE_SOURCES),
        (" about noon", date(2030, 1, 1), Nearest.OUTSIDE_BOTH),
    ],
    ids=["topic", "no topic", "dates too"],
)
def test_words_in_other_outlets_than_a_person_gave_are_neither_denied_nor_shown(
    answerer_of: Callable[[Path], Answerer], about: str, since: date | None, nearest: Nearest
) -> None:
    scope = Scope(since=since, sources=("Coast Radio",))

    answer = answerer_of(HOSTILE).ask(f"What did Hugo Brandt say{about}?", scope=scope)

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, nearest)
    assert answer.quotes == ()


def test_words_that_are_in_no_outlet_are_said_to_be_in_none(
    answerer_of: Callable[[Path], Answerer],
) -> None:
    answer = answerer_of(HOSTILE).ask(
        "What did Hugo Brandt say about cheese?", scope=Scope(sources=("Coast Radio",))
    )

    assert answer.nearest is not Nearest.OUTSIDE_SOURCES


@pytest.mark.slow
def test_a_scope_that_holds_no_article_answers_nothing(answerer: Answerer) -> None:
    for question in QUESTIONS:
        answer = answerer.ask(question, scope=Scope(since=date(2030, 1, 1)))

        assert answer.outcome is not Outcome.ANSWERED
        assert answer.quotes == () or answer.nearest is Nearest.OUTSIDE_DATES


QUESTIONS = (
    "What did Rubio say about China?",
    "What did Trump say about TikTok?",
    "Who called China the biggest threat?",
    "What do Chinese officials say about a new Cold War?",
    "How large were Chinese exports?",
    "What did Macron say?",
    "latest on tariffs",
    "What did the Brine Company say about the night shift?",
    "Who stopped work at the salt works?",
    "What did Emil Hartog say about the dairy?",
)


def asked_in_another_process(library: Path, seed: str) -> bytes:
    lines = (
        "import sys",
        "from datetime import date",
        "from pathlib import Path",
        "from qa.open_archive import open_answerer",
        "answerer = open_answerer(Path(sys.argv[1]), today=date(2025, 1, 21))",
        "for question in sys.argv[2:]: sys.stdout.write(repr(answerer.ask(question)) + chr(10))",
    )
    return subprocess.run(
        [sys.executable, "-c", "\n".join(lines), str(library), *QUESTIONS],
        check=True,
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    ).stdout


@pytest.mark.slow
def test_the_same_question_gives_the_same_bytes_in_every_process(
    library_of: Callable[[Path], Library],
) -> None:
    library = library_of(HOSTILE).path

    first = asked_in_another_process(library, "1")

    assert first.count(b"Answer(") == len(QUESTIONS)
    assert asked_in_another_process(library, "2") == first


@pytest.mark.slow
def test_the_same_question_gives_the_same_bytes_in_one_process(answerer: Answerer) -> None:
    once = [repr(answerer.ask(question)) for question in QUESTIONS]
    again = [repr(answerer.ask(question)) for question in reversed(QUESTIONS)]

    assert once == again[::-1]


def without_history(answer: Answer) -> Answer:
    """Return an answer without what shows how its library was made: row numbers and generations."""
    return replace(
        answer,
        corpus=replace(answer.corpus, generation=0),
        quotes=tuple(replace(q, version=replace(q.version, key=0)) for q in answer.quotes),
        related=tuple(replace(q, version=replace(q.version, key=0)) for q in answer.related),
        sides=tuple(map(without_history, answer.sides)),
    )


@pytest.fixture
def grown(tmp_path: Path, encoder: Encoder) -> Callable[[int], tuple[Path, Path]]:
    """Makes two libraries of the same articles: one article by article, with detours, and one at once."""

    def both(seed: int) -> tuple[Path, Path]:
        folder = tmp_path / "articles"
        folder.mkdir()
        slow, fast = tmp_path / "slow", tmp_path / "fast"
        order = random.Random(seed)
        sources = sorted([*SEEDS.iterdir(), *HOSTILE.iterdir()])
        order.shuffle(sources)
        for number, source in enumerate(sources):
            target = folder / source.name
            text = source.read_text(encoding="utf-8")
            if number % 5 == 0:
                target.write_text(text.replace("said", "did not say"), encoding="utf-8")
                (folder / "passing.md").write_text("“Rubio likes China,” Ann Other said.\n", encoding="utf-8")
                update(slow, IndexRequest((folder,)), encoder_factory=lambda: encoder)
                (folder / "passing.md").unlink()
            target.write_text(text, encoding="utf-8")
            if number % 3 == 0:
                update(slow, IndexRequest((folder,)), encoder_factory=lambda: encoder)
        for library in (slow, fast):
            update(library, IndexRequest((folder,)), encoder_factory=lambda: encoder)
        return slow, fast

    return both


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_library_updated_in_any_order_answers_as_one_made_at_once(
    grown: Callable[[int], tuple[Path, Path]], encoder: Encoder, seed: int
) -> None:
    questions = [
        form.format(name=name, topic=topic)
        for form in FORMS[:5]
        for name, topic in zip(NAMES, TOPICS, strict=False)
    ]

    slow, fast = (open_answerer(library, today=date(2025, 1, 21)) for library in grown(seed))

    for question in (*QUESTIONS, *questions):
        assert without_history(slow.ask(question)) == without_history(fast.ask(question)), question


FIRST = (
    "Quirin",
    "Oddvar",
    "Belisario",
    "Thessaly",
    "Wenzel",
    "Ysolde",
    "Crispin",
    "Amancio",
    "Drusilla",
    "Ferko",
)
LAST = ("Zubrowka", "Plimsdottir", "Quackenbos", "Ravnikar", "Ostrowick")
MADE_UP = [f"{first} {last}" for first in FIRST for last in LAST]


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE_UP)
def test_somebody_who_occurs_nowhere_in_the_archive_said_nothing(
    answerer_of: Callable[[Path], Answerer], name: str
) -> None:
    topics = {SEEDS: ("China", "TikTok", "tariffs"), HOSTILE: ("the sea wall", "Lake Orm", "the night shift")}

    for folder, some in topics.items():
        topic = some[MADE_UP.index(name) % len(some)]
        answer = answerer_of(folder).ask(f"What did {name} say about {topic}?")
        assert answer.outcome is Outcome.NOT_FOUND
        assert not any(quote.speaker == name for quote in answer.quotes)


@pytest.mark.parametrize("name", ["Zubrowka", "zubrowka", "Ambassador Zubrowka", "Marco Zubrowka"])
def test_a_made_up_surname_is_not_found_in_any_form(
    answerer_of: Callable[[Path], Answerer], name: str
) -> None:
    assert answerer_of(SEEDS).ask(f"What did {name} say about China?").outcome is Outcome.NOT_FOUND


def test_where_a_name_that_occurs_nowhere_is_all_that_is_asked_for_nothing_is_near(
    answerer_of: Callable[[Path], Answerer],
) -> None:
    alone = answerer_of(SEEDS).ask("What did Zebedee Zubrowka say?")
    on_it = answerer_of(SEEDS).ask("What did Zebedee Zubrowka say about China?")

    assert (alone.outcome, alone.quotes, alone.related) == (Outcome.NOT_FOUND, (), ())
    assert on_it.related


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "words", "together"),
    [
        ("Was Lake Orm poisoned?", "was poisoned", "Nobody heard Oskar Thiel say"),
        ("What did Iris Bohm promise about a date?", "promise a date", "“If the county pays"),
        (
            "What did Daniel Quill say about the swing bridge?",
            "would close in May",
            "Daniel Quill said Marta Ives",
        ),
        ("Did Viktor Salk sell the vineyard?", "sold the vineyard", "Viktor Salk denied that"),
        ("Will the tunnel open?", "every lamp has been tested", "will not open before"),
    ],
    ids=["nobody", "condition", "second-hand", "denied", "not-before"],
)
def test_words_that_reverse_the_meaning_are_never_cut_off(
    answerer_of: Callable[[Path], Answerer], question: str, words: str, together: str
) -> None:
    holding = [quote for quote in answerer_of(HOSTILE).ask(question).quotes if words in quote.text]

    assert holding
    assert all(together in quote.text for quote in holding)


def test_quotes_that_answer_as_well_come_in_the_order_that_was_asked_for(
    answerer_of: Callable[[Path], Answerer],
) -> None:
    hostile = answerer_of(HOSTILE)

    newest = hostile.ask("What did Tove Lindqvist say about the ferry fare?", newest=True)
    oldest = hostile.ask("What did Tove Lindqvist first say about the ferry fare?")

    assert [quote.version.article.date for quote in newest.quotes[:2]] == ["2024-09-23", "2024-02-12"]
    assert [quote.version.article.date for quote in oldest.quotes[:2]] == ["2024-02-12", "2024-09-23"]


def test_a_library_without_articles_says_so(tmp_path: Path, encoder: Encoder) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "only.txt").write_text("One day it rained.\n", encoding="utf-8")
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)
    (folder / "only.txt").unlink()
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)

    with pytest.raises(NoIndexError):
        open_answerer(tmp_path / "library").ask("Did it rain?")


def test_a_folder_without_a_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        open_answerer(tmp_path)


def test_each_quote_says_what_matched(answerer_of: Callable[[Path], Answerer]) -> None:
    answer = answerer_of(SEEDS).ask("What did Rubio say about China?")

    why = answer.quotes[0].why
    assert why is not None
    assert why.words == ("china",)
    assert why.own_share > 0.5
    assert why.parts


def test_whether_a_question_is_answered_is_asked_once_a_generation(tmp_path: Path, encoder: Encoder) -> None:
    folder, library = tmp_path / "news", tmp_path / "library"
    folder.mkdir()
    (folder / "toll.txt").write_text("“The toll must go,” said Una Strand, a councillor.\n", encoding="utf-8")
    update(library, IndexRequest((folder,)), encoder_factory=lambda: encoder)
    answerer = open_answerer(library)
    question = "What did Ivo Brandt say about the ferry?"

    began = time.perf_counter()
    before = answerer.answers(question)
    asked = time.perf_counter()
    again = answerer.answers(question)
    remembered = time.perf_counter()
    (folder / "ferry.txt").write_text("“The ferry must stay,” Ivo Brandt said.\n", encoding="utf-8")
    update(library, IndexRequest((folder,)), encoder_factory=lambda: encoder)

    assert (before, again) == (False, False)
    # The first time a model is opened and read with.
    assert remembered - asked < (asked - began) / 4
    assert answerer.answers(question)
