"""Damage at rest: in every file of a closed library a bit is flipped or the tail cut off, one at a time.

What comes then must be the answer that was, or an error of ours that says so: never a crash, and never a quote that
differs from its article, has other borders, or is put into somebody else's mouth. Where another answer comes, as when
damage hides a quote, `qa verify` must find the damage.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from workload import ROOT

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.answers import Quote
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import DamagedIndexError, QAError
from qa.evaluation.matching import is_whole
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.check import check

QUESTIONS = (
    "What did Rubio say about China?",
    "Who spoke about tariffs?",
    "What is known about the harbour?",
    "How many people came?",
)

PAGE = 8192


class Truth:
    """What an undamaged library says; whatever else is said must be found in it."""

    def __init__(self, library: Path) -> None:
        self.encoder = load_encoder()
        self.quotes: list[dict[str, tuple[object, ...]]] = []
        with Library.open(library) as opened, opened.snapshot() as snapshot:
            self.versions = {v.uid: (v, said) for v, said in snapshot.all_attributions()}
        self.answers = self.asked(library)
        # By question: one quote can stand under a name for one and, where nobody was asked for, under none for another.
        self.quotes = [{quote.id: _shown(quote) for quote in answer} for answer in self.answers]

    def asked(self, library: Path) -> list[Sequence[Quote]]:
        with Library.open(library) as opened:
            answerer = Answerer(opened, lambda: self.encoder, open_span_reader, today=date(2025, 1, 21))
            return [answerer.ask(question).quotes for question in QUESTIONS]

    def wrong(self, library: Path) -> str:
        """Return what is wrong with the answers of a library; an error that says what is wrong is right."""
        try:
            answers = self.asked(library)
        except QAError:
            return ""
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        for quotes, quote in (
            (quotes, quote) for quotes, answer in zip(self.quotes, answers, strict=True) for quote in answer
        ):
            if quote.version.uid not in self.versions:
                return f"quotes an article that there is not: {quote.id}"
            version, said = self.versions[quote.version.uid]
            if quote.version.article != version.article:
                return f"says something else of its article: {quote.id}"
            if quote.id in quotes:
                # Damage may hide who said it (then nobody is named), but not name another.
                if _shown(quote) not in (quotes[quote.id], _unnamed(quotes[quote.id])):
                    return f"the same words by another speaker: {quote.id} {_shown(quote)}"
            elif quote.attribution is not None and (quote.attribution, quote.speaker) not in said:
                return f"an attribution that nobody made: {quote.id}"
            elif not is_whole(version.article.text, quote.start, quote.end):
                return f"a quote with other borders: {quote.text!r}"
        if _listed(answers) != _listed(self.answers) and _is_clean(library):
            return "an answer is another one, and `qa verify` finds nothing wrong"
        return ""


def _listed(answers: Sequence[Sequence[Quote]]) -> list[list[object]]:
    return [[(quote.id, *_shown(quote)) for quote in quotes] for quotes in answers]


def _is_clean(library: Path) -> bool:
    try:
        return check(library).clean
    except DamagedIndexError:
        return False


def _shown(quote: Quote) -> tuple[object, ...]:
    return (quote.text, quote.speaker, quote.attribution, quote.version.article)


def _unnamed(shown: tuple[object, ...]) -> tuple[object, ...]:
    text, _, _, article = shown
    return (text, None, None, article)


def prove(scratch: Path, *, samples: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    library = scratch / "bits"
    encoder = load_encoder()
    update(library, IndexRequest((ROOT / "seeds",)), encoder_factory=lambda: encoder)
    truth = Truth(library)
    yield "nothing", truth.wrong(library)
    for what, name, data in damaged_files(library, samples, seed):
        target = scratch / "damaged"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(library, target)
        (target / name).write_bytes(data)
        yield what, truth.wrong(target)


def damaged_files(library: Path, samples: int, seed: int) -> Iterator[tuple[str, str, bytes]]:
    choose = random.Random(seed)
    files = {path.name: path.read_bytes() for path in sorted(library.iterdir())}
    database = files["library.db"]
    # Each page's head says what it is; then anywhere; then the other files, mostly small.
    offsets = [page + choose.randrange(12) for page in range(0, len(database), PAGE)]
    offsets += [choose.randrange(len(database)) for _ in range(max(0, samples - len(offsets)))]
    choose.shuffle(offsets)
    for at in offsets[:samples]:
        yield _flipped("library.db", database, at, choose.randrange(8))
    for name, data in files.items():
        if not data:
            continue
        few = max(4, samples // 20)
        for at in sorted({0, len(data) - 1, *(choose.randrange(len(data)) for _ in range(few))}):
            if name != "library.db":
                yield _flipped(name, data, at, choose.randrange(8))
            yield f"{name} cut at {at}", name, data[:at]


def _flipped(name: str, data: bytes, at: int, bit: int) -> tuple[str, str, bytes]:
    changed = bytearray(data)
    changed[at] ^= 1 << bit
    return f"{name}: bit {bit} of byte {at}", name, bytes(changed)
