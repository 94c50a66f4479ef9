"""A folder of articles with a library over it, indexed by the real encoder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.ingest.report import IndexRequest, Progress, Report, Stage
from qa.ingest.update import update
from qa.language.terms import content_terms
from qa.server.snapshot import ServerArchive
from qa.upkeep.move import move
from tests.qa.server.node import Node


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load_encoder()


@dataclass(frozen=True, slots=True)
class Archive:
    """`folder` holds the articles' files, `library` what was made from them."""

    folder: Path
    library: Path
    encoder: Encoder

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def write_lines(self, name: str, *articles: Mapping[str, str]) -> Path:
        return self.write(name, "".join(json.dumps(article) + "\n" for article in articles))

    def index(self, *places: Path, check: bool = False, rebuild: bool = False) -> Report:
        """Index the folder, or what is remembered if it was indexed before."""
        known = (self.library / "library.db").exists()
        return update(
            self.library,
            IndexRequest(places or (() if known else (self.folder,)), check=check, rebuild=rebuild),
            encoder_factory=lambda: self.encoder,
        )

    def interrupt(self, stage: Stage) -> None:
        """Index the folder, and interrupt that, as Ctrl-C does, when it comes to a stage."""

        def interrupt(step: Progress) -> None:
            if step.stage == stage:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            update(
                self.library,
                IndexRequest((self.folder,)),
                encoder_factory=lambda: self.encoder,
                progress=interrupt,
            )

    def ids(self) -> list[str]:
        """Return the ids of all articles in the library, sorted."""
        with Library.open(self.library) as library, library.snapshot() as snapshot:
            return sorted(line.id for line in snapshot.articles())

    def found(self, question: str, scope: Scope = Scope(), k: int = 10) -> list[str]:  # noqa: B008
        """Return the texts of the passages that full text and vectors propose, all that either has found."""
        with Library.open(self.library) as library, library.snapshot() as snapshot:
            ids = [passage for passage, _ in snapshot.lexical(content_terms(question), scope, k)]
            ids += [
                p for p, _ in snapshot.nearest(self.encoder.encode_query(question), scope, k) if p not in ids
            ]
            texts = []
            for stored in snapshot.passages(ids):
                article = snapshot.versions([stored.version_key])[stored.version_key].article
                texts.append(article.text[stored.passage.start : stored.passage.end])
            return texts


@pytest.fixture
def archive(tmp_path: Path, encoder: Encoder) -> Archive:
    folder = tmp_path / "articles"
    folder.mkdir()
    return Archive(folder, tmp_path / "library", encoder)


@pytest.fixture(scope="session")
def opened_libraries() -> dict[Path, Library]:
    """The open libraries over folders of articles."""
    return {}


@pytest.fixture(scope="module", autouse=True)
def closed_after_each_file(opened_libraries: dict[Path, Library]) -> Iterator[None]:
    """Close what the tests of a file opened: each library holds five files, and a process may have a thousand."""
    yield
    for library in opened_libraries.values():
        library.close()
    opened_libraries.clear()


@pytest.fixture(scope="session")
def library_of(
    opened_libraries: dict[Path, Library], tmp_path_factory: pytest.TempPathFactory, encoder: Encoder
) -> Callable[[Path], Library]:
    """Opens the library over a folder of articles; it is made once, and nobody may write to it."""
    made: dict[Path, Path] = {}

    def over(folder: Path) -> Library:
        if folder not in made:
            made[folder] = tmp_path_factory.mktemp(folder.name) / "library"
            update(made[folder], IndexRequest((folder,)), encoder_factory=lambda: encoder)
        if folder not in opened_libraries:
            opened_libraries[folder] = Library.open(made[folder])
        return opened_libraries[folder]

    return over


@pytest.fixture(scope="session")
def moved(node: Node) -> Iterator[Callable[[Path], ServerArchive]]:
    """Moves the library of a folder to the server and opens it there; it is made once."""
    made: dict[Path, ServerArchive] = {}

    def over(library: Path) -> ServerArchive:
        if library not in made:
            place = node.library(f"library_{len(made)}")
            move(library, place)
            made[library] = ServerArchive.open(place)
        return made[library]

    yield over
    for library in made.values():
        library.close()


@pytest.fixture(scope="session")
def answerer_of(library_of: Callable[[Path], Library], encoder: Encoder) -> Callable[[Path], Answerer]:
    """Answers from the library over a folder of articles, on 21 January 2025."""
    return lambda folder: Answerer(
        library_of(folder), lambda: encoder, open_span_reader, today=date(2025, 1, 21)
    )


@pytest.fixture(scope="session")
def asker_of(
    answerer_of: Callable[[Path], Answerer], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Callable[[str], Answer]]:
    """Asks an archive of one article, which is given as its text."""

    def made(text: str) -> Callable[[str], Answer]:
        folder = tmp_path_factory.mktemp("asked")
        (folder / "article.txt").write_text(text, encoding="utf-8")
        return answerer_of(folder).ask

    return made


@pytest.fixture
def no_encoder() -> Callable[[], Encoder]:
    """Return a factory that fails, for what must not need an encoder."""

    def refuse() -> Encoder:
        raise AssertionError("an encoder was asked for")

    return refuse
