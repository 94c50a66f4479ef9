"""A folder of articles with two libraries over it, in a folder and on a server, and what there is to compare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from embeddings.encoder import Encoder
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest, Report
from qa.ingest.update import update
from qa.server.check_search_tables import search_troubles
from qa.server.connections import connect, reading
from qa.server.snapshot import ServerArchive
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.speaker_words import are_made
from qa.tables.writing.speaker_words import wrong_words
from qa.upkeep.check import check
from qa.upkeep.move import move
from tests.qa.conftest import Archive


@dataclass(frozen=True, slots=True)
class Both:
    """One folder of articles with two libraries over it: in a folder, and on a server."""

    archive: Archive
    place: ServerLibrary

    def index(self, *, rebuild: bool = False) -> tuple[Report, Report]:
        """Bring both up to date; return the reports without what only one of them has."""
        one, other = (self._update(each, rebuild=rebuild) for each in (self.archive.library, self.place))
        return replace(one, generation=0), replace(other, generation=0)

    def _update(self, library: LibraryPlace, *, rebuild: bool) -> Report:
        request = IndexRequest((self.archive.folder,), rebuild=rebuild)
        return update(library, request, encoder_factory=lambda: self.archive.encoder)


def everything(library: LibraryPlace, encoder: Encoder) -> object:
    """Return what the library says of all articles and of some questions, without the numbers of its rows."""
    archive = ServerArchive.open(library) if isinstance(library, ServerLibrary) else Library.open(library)
    with archive, archive.snapshot() as view:

        def at(hits: list[tuple[object, float]]) -> list[object]:
            found = {stored.id: stored for stored in view.passages([each for each, _ in hits])}
            uids = {
                key: version.uid
                for key, version in view.versions({s.version_key for s in found.values()}).items()
            }
            return [(uids[found[e].version_key], found[e].passage, round(score, 9)) for e, score in hits]

        words = ("pier", "ferry", "shut", "harbour", "mayor")
        return (
            [(replace(version, key=0), said) for version, said in view.all_attributions()],
            view.speakers(),
            [
                list(view.speakers_like(name, wrong))
                for name, wrong in (("Dahl", 0), ("Marta Ruiz", 0), ("Inse Dahl", 1))
            ],
            view.speaker_count(),
            view.document_frequency(words),
            at(view.lexical(words, Scope(), 50)),
            at(view.nearest(encoder.encode_query("When does the ferry leave?"), Scope(), 50)),
            view.sources(),
            replace(view.corpus(), generation=0),
        )


def require_whole(place: ServerLibrary, tmp_path: Path) -> None:
    """Require that everything in the library fits: what it is searched by, and, moved to a folder, every row."""
    with reading(place) as connection:
        assert list(search_troubles(connection)) == []
        assert are_made(connection)
        assert list(wrong_words(connection)) == []
    move(place, tmp_path / "moved")
    assert check(tmp_path / "moved").troubles == ()


def write_some(archive: Archive) -> None:
    archive.write("pier.txt", '"The pier stays shut," said Marta Ruiz, the mayor of Harwick. Gulls came.')
    archive.write("ferry.txt", 'The ferry leaves at nine. "We wait," said Ines Dahl, who runs it.')
    archive.write_lines(
        "lines.jsonl", *({"id": str(n), "text": f"Harbour {n} opens in spring."} for n in range(9))
    )
    archive.write("empty.txt", "")


def as_somebody_with_all_rights(place: ServerLibrary, *statements: str) -> None:
    connection = connect(place)
    connection.execute(f"SET search_path TO {place.schema}")
    for statement in statements:
        connection.execute(statement)
    connection.close()
