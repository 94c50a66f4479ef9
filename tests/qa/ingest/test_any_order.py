"""A library updated in any order answers the same bytes as one made afresh, and nothing is encoded twice."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from bots.contract import answer_object, as_json
from embeddings.encoder import EncodedText, Encoder, ModelIdentity, Span, Vectors
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.encoding import open_span_reader
from qa.errors import NoIndexError, UsageError
from qa.ingest.give import give
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.tables.writing.given_values import all_given
from qa.upkeep.check import check
from qa.upkeep.forget import forget
from tests.budgets import examples

pytestmark = pytest.mark.slow

STORY = (
    "Storms broke the eastern pier on Sunday night. “The pier will stay shut until the spring,” said Marta Ruiz, "
    "who runs the harbour office. Nobody was hurt, and fishing boats were moved to the inner basin before dark."
)
TEXTS = (
    STORY,
    STORY.replace("Nobody was hurt", "No one was hurt"),
    "KESTREL BAY - " + STORY,
    "“The pier is safe,” Ruiz said. “We looked at it twice.”",
    "Marco Ruiz said on Friday that the pier would be sold. “It costs too much,” he said.",
    "Wheat prices rose in March. According to traders, rain in the east is to blame.",
    "",
)
NAMES = ("a.txt", "b.txt", "in/c.txt", "in/d.txt", "e.txt")
QUESTIONS = (
    "What did Marta Ruiz say about the pier?",
    "What did Ruiz say?",
    "Who said that the pier would be sold?",
    "Why did wheat prices rise?",
    "What happened in January 2025?",
)

_ENCODER = load_encoder()

days, sources = st.sampled_from([None, "2025-01-15"]), st.sampled_from([None, "Gazette"])
names, texts = st.sampled_from(NAMES), st.sampled_from(TEXTS)


class Counting:
    """The real encoder, and what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str]] = []
        self.fails_after: int | None = None

    @property
    def identity(self) -> ModelIdentity:
        return _ENCODER.identity

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return _ENCODER.count_tokens(texts)

    def encode_query(self, text: str) -> Vectors:
        return _ENCODER.encode_query(text)

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[EncodedText]:
        for number, encoded in enumerate(_ENCODER.encode_passages(texts, spans)):
            if self.fails_after == number:
                raise KeyboardInterrupt
            yield encoded
        self.given += [(text, repr(each)) for text, each in zip(texts, spans, strict=True)]


def answers(library: Path, encoder: Encoder) -> list[str]:
    told = []
    for question in QUESTIONS:
        with Library.open(library) as opened:
            try:
                answer = Answerer(opened, lambda: encoder, open_span_reader, today=date(2025, 1, 21)).ask(
                    question
                )
            except NoIndexError as error:
                told.append(str(error))
                continue
        whole = answer_object(answer)
        whole["corpus"] = {k: v for k, v in whole["corpus"].items() if k != "generation"}  # type: ignore[attr-defined]
        told.append(as_json(whole))
    return told


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp())
        self.places = [self.root / "first", self.root / "second"]
        for place in self.places:
            (place / "in").mkdir(parents=True)
        self.library = self.root / "library"
        self.encoder = Counting()
        self.hidden: list[Path] = []
        update(self.library, IndexRequest(tuple(self.places)), encoder_factory=lambda: self.encoder)

    def path(self, name: str, second: bool) -> Path:
        return self.places[second] / name

    @rule(name=names, second=st.booleans(), text=texts)
    def write(self, name: str, second: bool, text: str) -> None:
        self.path(name, second).write_text(text, "utf-8")

    @rule(name=names, second=st.booleans())
    def remove(self, name: str, second: bool) -> None:
        self.path(name, second).unlink(missing_ok=True)

    @rule(name=names, second=st.booleans(), to=names, to_second=st.booleans())
    def move(self, name: str, second: bool, to: str, to_second: bool) -> None:
        source, target = self.path(name, second), self.path(to, to_second)
        if source.exists():
            source.rename(target)

    @rule(
        name=names,
        second=st.booleans(),
        day=st.none() | st.just("2025-01-15"),
        source=st.none() | st.just("Gazette"),
    )
    def give(self, name: str, second: bool, day: str | None, source: str | None) -> None:
        with contextlib.suppress(UsageError):
            give(self.library, str(self.path(name, second)), date=day, source=source)

    @rule(name=names, second=st.booleans())
    def forget(self, name: str, second: bool) -> None:
        with contextlib.suppress(UsageError):
            forget(self.library, str(self.path(name, second)))
            self.hidden.append(self.path(name, second))

    @rule(steps=st.integers(0, 6))
    def interrupted_between_steps(self, steps: int) -> None:
        left = steps

        def stop(_: Progress) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt

        with contextlib.suppress(KeyboardInterrupt):
            update(self.library, IndexRequest(), encoder_factory=lambda: self.encoder, progress=stop)

    @rule(number=st.integers(0, 3))
    def interrupted_while_encoding(self, number: int) -> None:
        self.encoder.fails_after = number
        with contextlib.suppress(KeyboardInterrupt):
            update(self.library, IndexRequest(), encoder_factory=lambda: self.encoder)
        self.encoder.fails_after = None

    @rule()
    def update(self) -> None:
        update(self.library, IndexRequest(), encoder_factory=lambda: self.encoder)

    @rule()
    def rebuild(self) -> None:
        # A rebuild encodes everything again.
        self.encoder.given.clear()
        update(self.library, IndexRequest(rebuild=True), encoder_factory=lambda: self.encoder)

    @rule()
    def compare(self) -> None:
        report = update(self.library, IndexRequest(), encoder_factory=lambda: self.encoder)
        fresh = self.root / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        update(fresh, IndexRequest(tuple(self.places)), encoder_factory=lambda: _ENCODER)
        for path in self.hidden:
            with contextlib.suppress(UsageError):
                forget(fresh, str(path))
        with open_writer(self.library) as writer:
            given = all_given(writer.connection)
        for uid, each in given.items():
            with contextlib.suppress(UsageError):
                give(fresh, uid, date=each.date, source=each.source)

        encoded = list(self.encoder.given)
        assert answers(self.library, self.encoder) == answers(fresh, self.encoder)
        assert check(self.library).clean
        assert report.articles == report.unchanged + report.added + report.changed + report.moved
        assert len(encoded) == len(set(encoded))

    def teardown(self) -> None:
        self.compare()
        shutil.rmtree(self.root)


AnyOrder.TestCase.settings = settings(max_examples=examples(5), stateful_step_count=10)
TestAnyOrder = AnyOrder.TestCase
