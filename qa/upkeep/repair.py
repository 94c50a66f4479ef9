"""Rebuild, from the stored texts, what was derived from them and is damaged; the texts are never touched."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import replace
from pathlib import Path

from embeddings.encoder import Encoder
from qa.attribution.choice import choose
from qa.encoding import damaged_models, remove_damaged_exports
from qa.errors import DamagedIndexError, NewerLibraryError
from qa.ingest.article_vectors import LazyEncoder
from qa.ingest.libraries import open_writer
from qa.ingest.rederive import attribute_again, derive_again
from qa.ingest.report import Progress, UpdateCounts, Watcher
from qa.rule_versions import FIRST_PARSED
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.connection import WritingConnection
from qa.tables.passage_vectors import numbers_in
from qa.tables.rows import vectors_are_whole
from qa.tables.writing.corrections import drop_damaged_corrections
from qa.tables.writing.name_pairs import drop_damaged_pairs
from qa.tables.writing.speaker_table import forget_speakers, link_speakers
from qa.tables.writing.writer import Writer
from qa.upkeep.doctor import compared, diagnosis, troubles_of
from qa.upkeep.findings import Diagnosis, LibraryPart, Trouble
from qa.upkeep.salvage import remove_salvaged, salvage


def repair(
    library: LibraryPlace,
    *,
    own: Path | None = None,
    encoder_factory: Callable[[], Encoder],
    parse: bool = False,
    sample: int | None = None,
    progress: Watcher | None = None,
) -> Diagnosis:
    """Rebuild what is damaged and derived, then check again.

    Args:
        own: The folder of what this user keeps beside a library on a server.
        sample: So many passages are compared with their vectors, and all if one is not alike; None is all of them.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database is damaged where texts, or what a person gave for them, are kept.
        NewerLibraryError: If a newer program wrote the library; nothing is changed then.
        LibraryBusyError: While another process writes.
        UsageError: If this role may not write to the library on a server.
        UnreachableError: If the server does not answer.
        IndexMismatchError: If the library's vectors were made by another model than the one configured.
    """
    done: list[_Done] = []
    troubles = troubles_of(library)
    if isinstance(troubles, NewerLibraryError):
        # What this program does not know of it would be lost.
        raise troubles
    damaged, models = _parts(troubles), damaged_models()
    # First, since texts that are encoded below need a model that is whole.
    remove_damaged_exports()
    if "database" in damaged:
        words, also = _mend_database(library)
        done.append(({"database"}, words))
        damaged |= also
    encoder = LazyEncoder(encoder_factory)
    beyond_repair = [model for model in models if not model.exported]
    vectors = compared(library, beyond_repair, encoder, sample)
    if vectors.wrong:
        vectors = compared(library, beyond_repair, encoder, None)
        damaged.add("vectors")
    with open_writer(library) as writer:
        if writer.folder is not None:
            remove_salvaged(writer.folder)
        done += _derive(writer, damaged, vectors.wrong, encoder, parse, progress or _ignore)
    private = [] if isinstance(library, ServerLibrary) else _made_private(library)
    # What is still damaged was not repaired, whatever was done.
    if vectors.wrong:
        vectors = compared(library, beyond_repair, encoder, None)
    troubles, still_damaged = troubles_of(library), damaged_models()
    left = _parts(troubles) | ({"vectors"} if vectors.wrong else set())
    repaired = [
        *(model.words for model in models if model not in still_damaged),
        *(words for parts, words in done if not left & {*parts, "database"}),
        *private,
    ]
    return replace(diagnosis(library, own, troubles, still_damaged, vectors), repaired=tuple(repaired))


_Done = tuple[Set[LibraryPart], str]
"""What was done, and to which parts of the library."""


def _ignore(_: Progress) -> None:
    return None


def _parts(troubles: Sequence[Trouble] | DamagedIndexError) -> set[LibraryPart]:
    return {"database"} if isinstance(troubles, DamagedIndexError) else {each.part for each in troubles}


def _mend_database(library: LibraryPlace) -> tuple[str, set[LibraryPart]]:
    """Make the tables whole; return what was done, and what has to be derived again after it."""
    derived: set[LibraryPart] = {"passages", "words", "attributions", "speakers", "generation"}
    if not isinstance(library, ServerLibrary):
        salvage(library)
        return "the database, from what could be read of it", derived
    from qa.server.mend_tables import mend_tables  # here: it needs a package of an extra

    lost = mend_tables(library)
    # Rows are checked only where none points to nothing.
    also = derived if lost else _parts(troubles_of(library))
    return f"the database: rows that pointed to nothing were deleted ({lost:,}), indexes made again", also


def _derive(
    writer: Writer,
    damaged: set[LibraryPart],
    wrong_vectors: Sequence[int],
    encoder: LazyEncoder,
    parse: bool,
    progress: Watcher,
) -> list[_Done]:
    connection = writer.connection
    done: list[_Done] = []
    # Rule numbers that differ from this program's make `rederive` rebuild what they stand for.
    with writer.transaction():
        if damaged & {"vectors", "passages"}:
            _set_aside_bad_vectors(connection, wrong_vectors)
            for rule in ("chunking", "banding"):
                writer.set_meta(rule, "0")
            done.append(({"vectors", "passages"}, "passages and the vectors that were damaged"))
        if "words" in damaged:
            writer.set_meta("terms", "0")
            done.append(({"words"}, "the full-text index"))
        if "by hand" in damaged:
            lost = drop_damaged_corrections(connection) + drop_damaged_pairs(connection)
            words = f"what was said by hand: what was damaged of it ({lost:,}) was deleted, so it has to be said again"
            done.append(({"by hand"}, words))
        if "attributions" in damaged:
            connection.execute("UPDATE versions SET extractor = -extractor WHERE current = 1")
            done.append(({"attributions"}, "attributions"))
        if damaged & {"speakers", "attributions", "by hand"}:
            forget_speakers(writer)
            done.append(({"speakers"}, "the archive's speakers"))
    derive_again(writer, encoder, UpdateCounts(), progress)
    parsed = connection.execute("SELECT 1 FROM versions WHERE abs(extractor) >= ?", [FIRST_PARSED]).fetchone()
    if "attributions" in damaged:
        attribute_again(writer, choose(parse=parse or parsed is not None), progress)
    link_speakers(writer)
    if (
        # A server has no such file.
        writer.folder is not None
        and damaged & {"generation", "passages", "vectors"}
        and writer.connection.execute("SELECT 1 FROM models WHERE current = 1").fetchone()
    ):
        # The previous generation may be the damaged one, and its passages are gone if they were rebuilt.
        writer.index.publish(alone=True)
        done.append(({"generation"}, "the vector index's file"))
    if writer.folder is None and writer.index.is_due():
        writer.index.publish()
        done.append((set(), "the approximate index of vectors"))
    with writer.transaction():
        connection.execute(
            "DELETE FROM embeddings WHERE length(sha) != 32 AND id NOT IN (SELECT embedding FROM passages)"
        )
    return done


def _set_aside_bad_vectors(connection: WritingConnection, wrong: Collection[int]) -> None:
    """Give vectors that are damaged, or wrong, a hash that no text has, so that their text is encoded again."""
    dims = {row["id"]: row["dim"] for row in connection.execute("SELECT id, dim FROM models")}
    bad = set(wrong)
    with connection.streamed("SELECT * FROM embeddings") as rows:
        bad.update(
            row["id"]
            for row in rows
            if not vectors_are_whole(row) or numbers_in(row["vector"]) != dims[row["model"]]
        )
    connection.executemany(
        "UPDATE embeddings SET sha = ? WHERE id = ?", [(secrets.token_bytes(33), each) for each in bad]
    )


def _made_private(folder: Path) -> list[str]:
    changed = False
    for path in (folder, *folder.iterdir()):
        mode = path.lstat().st_mode
        if mode & 0o077 and not path.is_symlink():
            path.chmod(0o700 if path.is_dir() else 0o600)
            changed = True
    return ["permissions: only you can read it now"] if changed else []
