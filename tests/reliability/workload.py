"""A small library, a change of its articles, a writer that brings it up to date, and what must hold after its end.

The folder holds articles that stay, change, go and are new. Each has a word of its own, by which it must be found.
The writer tells on standard output how many articles are committed: what it told of is acknowledged.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.datatypes import Scope, Version
from qa.embedded.snapshot import Library, Snapshot
from qa.embedded.writer import open_writer
from qa.errors import NoIndexError
from qa.ingest.article_vectors import LazyEncoder, encode
from qa.ingest.report import IndexRequest, UpdateCounts
from qa.ingest.update import update
from qa.language.terms import content_terms
from qa.upkeep.check import check

LEFT_OUT = "left out: "
"""What begins so was not tried on this machine, for the reason that follows."""

ROOT = Path(__file__).parents[2]

WRITER = """
import os
import sys
from pathlib import Path
from embeddings.loading import load_encoder
from qa.ingest import intake
from qa.errors import QAError
from qa.ingest.update import update
from qa.ingest.report import IndexRequest

# Small batches: many commits, in between which it can be ended.
intake.BATCH_PASSAGES = 4
encoder = load_encoder()

def say(word):
    try:
        os.write(1, f"{word}\\n".encode())
    except OSError:
        # What fails here is this program's own output, not the library's.
        os._exit(3)

say("ready")

def tell(step):
    if step.stage == "encoding":
        say(step.done)

library, folder, rebuild = sys.argv[1:]
try:
    update(Path(library), IndexRequest((Path(folder),), rebuild=rebuild == "rebuild"),
           encoder_factory=lambda: encoder, progress=tell)
except QAError as error:
    sys.exit(f"qa: {error}")
say("done")
"""

_STAY, _CHANGE, _GO, _NEW = range(8), range(8, 12), range(12, 15), range(15, 27)


@dataclass(frozen=True, slots=True)
class Workload:
    """`base` is a library over the folder as it was; `before` and `after` map an article's id to the word that only
    its text has; `order` holds the ids in which the writer commits what is new or changed."""

    base: Path
    folder: Path
    before: Mapping[str, str]
    after: Mapping[str, str]
    order: tuple[str, ...]
    encoder: Encoder

    def copy(self, target: Path) -> Path:
        """Put the library as it was before the change at `target`; nothing, where the writer makes the first one."""
        if target.exists():
            shutil.rmtree(target)
        if self.before:
            shutil.copytree(self.base, target)
        return target

    def first(self) -> Workload:
        """Return the same articles without a library over them yet."""
        return replace(self, before={}, order=tuple(sorted(self.after)))

    def command(self, library: Path, mode: str = "update") -> list[str]:
        return [sys.executable, "-c", WRITER, str(library), str(self.folder), mode]

    def examine(self, library: Path, acknowledged: int, *, go_on: bool = False) -> str:
        """Return what is wrong with a library after its writer ended somehow; nothing if all holds.

        Args:
            acknowledged: So many articles the writer told of.
            go_on: Also let the next update finish the work, and compare with an undisturbed one.
        """
        try:
            if self.before or acknowledged or not go_on:
                wrong = self._examined(library, acknowledged)
            else:
                wrong = self._begun(library)
            if not wrong and go_on:
                update(library, IndexRequest((self.folder,)), encoder_factory=lambda: self.encoder)
                wrong = self._examined(library, len(self.order), whole=True)
        except NoIndexError as error:
            # Ended before there were tables; nothing may have been told of then.
            return str(error) if self.before or acknowledged else ""
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return wrong

    def _begun(self, library: Path) -> str:
        try:
            return self._examined(library, 0)
        except NoIndexError:
            return ""

    def _examined(self, library: Path, acknowledged: int, *, whole: bool = False) -> str:
        troubles = check(library).problems
        if troubles:
            return "; ".join(troubles[:3])
        must = set(self.order[:acknowledged])
        with Library.open(library) as opened, opened.snapshot() as snapshot:
            if not self.before and not must and not snapshot.corpus().articles:
                return ""
            found = {line.id for line in snapshot.articles()}
            texts = {}
            for article in found:
                (version,) = snapshot.find_articles(article)
                texts[article] = version.article.text
            for article, text in texts.items():
                if self.after.get(article, "-") not in text and self.before.get(article, "-") not in text:
                    return f"{article} holds neither its old nor its new text"
                word = self.after[article] if self.after.get(article, "-") in text else self.before[article]
                if not snapshot.lexical(content_terms(word), Scope(), 5):
                    return f"{article} is not found by its word"
            missing = [article for article in must if self.after[article] not in texts.get(article, "")]
            if missing:
                return f"acknowledged and not there: {missing}"
            lost = [a for a in self.before if a in self.after and a not in texts]
            if lost:
                return f"lost: {lost}"
            if whole and {a for a, t in texts.items() if self.after.get(a, "-") in t} != set(self.after):
                return "the next update did not finish the work"
            query = self.encoder.encode_query("Which harbour is shut?")
            if len(snapshot.nearest(query, Scope(), len(found) + 5)) != snapshot.corpus().passages:
                return "not every passage is found by its vector"
        return ""


def make(scratch: Path) -> Workload:
    encoder = load_encoder()
    folder, base = scratch / "articles", scratch / "base"
    folder.mkdir(parents=True)
    before = {f"{n:02}.txt": _word(n, "old") for n in (*_STAY, *_CHANGE, *_GO)}
    for article, word in before.items():
        _write(folder, article, word)
    # What goes has a file for several, what is new comes as one more.
    update(base, IndexRequest((folder,)), encoder_factory=lambda: encoder)
    after = {name: word for name, word in before.items() if int(name[:2]) not in _GO}
    after |= {f"{n:02}.txt": _word(n, "new") for n in (*_CHANGE, *_NEW)}
    for n in _GO:
        (folder / f"{n:02}.txt").unlink()
    for article, word in after.items():
        if before.get(article) != word:
            _write(folder, article, word)
    workload = Workload(base, folder, before, after, (), encoder)
    reference = workload.copy(scratch / "reference")
    subprocess.run(workload.command(reference), check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    # The embeddings stay in the base, so that a run encodes nothing and is short.
    _keep_embeddings(reference, base, encoder)
    order = _order(reference, base)
    return Workload(base, folder, before, after, order, encoder)


def told(output: str) -> int:
    """Return how many articles a writer acknowledged."""
    numbers = [line for line in output.split() if line.isdigit()]
    return int(numbers[-1]) if numbers else 0


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def _word(number: int, kind: str) -> str:
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    return f"zq{letters}{kind}x"


def _write(folder: Path, name: str, word: str) -> None:
    number = int(name[:2])
    said = f'"Pier {number} of {word} stays open," Ruiz said on Monday.'
    text = f"The harbour {word} is shut, said Marta Ruiz.\n\n{said}\n"
    (folder / name).write_text(text, encoding="utf-8")


def _keep_embeddings(reference: Path, base: Path, encoder: Encoder) -> None:
    """Encode into the base what the reference has, without putting its articles there."""
    with Library.open(reference) as library, library.snapshot() as snapshot:
        articles = [version.article for version in _versions(snapshot)]
    with open_writer(base) as writer:
        encode(writer, LazyEncoder(lambda: encoder), articles, UpdateCounts())


def _order(reference: Path, base: Path) -> tuple[str, ...]:
    """Return the ids of what the reference has beyond the base, in the order in which it was committed."""
    with Library.open(base) as library, library.snapshot() as snapshot:
        last = max(version.key for version in _versions(snapshot))
    with Library.open(reference) as library, library.snapshot() as snapshot:
        versions = sorted(_versions(snapshot), key=lambda version: version.key)
    return tuple(version.article.id for version in versions if version.key > last)


def _versions(snapshot: Snapshot) -> list[Version]:
    return [version for line in snapshot.articles() for version in snapshot.find_articles(line.uid)]
