"""Say in words what is wrong with a library, and what to run. Nothing is changed here: `repair.py` repairs."""

from __future__ import annotations

import stat
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.loading import DamagedModel
from qa.embedded.connections import is_read_only
from qa.embedded.database_errors import DATABASE
from qa.encoding import damaged_models
from qa.errors import DamagedIndexError, NewerLibraryError
from qa.ingest.libraries import one_state
from qa.reading.files import Unusable
from qa.reading.parsing.intruder import FILES, NETWORK
from qa.reading.sandbox import Sandbox
from qa.rule_versions import EXTRACTOR_VERSION, LINKING_VERSION, RULES, keeps, made_by
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.speaker_words import are_made
from qa.upkeep.check import check
from qa.upkeep.check_vectors import ComparedVectors, compare_vectors
from qa.upkeep.findings import Diagnosis, Finding, LibraryPart, Status, Trouble
from qa.upkeep.last_backup import kept_beside, last_backup, pointing_at_backup
from qa.upkeep.status import status

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

REPAIR = "Run `qa doctor --repair`."

_SHOWN = 5

_REACHED = {
    FILES: "could read this user's other files: the system has no Landlock (Linux 5.13 and later have it)",
    NETWORK: "could connect to other machines: the system has no seccomp (Linux on x86-64 and arm64 has it)",
}
"""What the process that reads foreign formats should not reach, and why it may."""

_IN_WORDS: dict[LibraryPart, tuple[str, str]] = {
    "database": (
        "The database's structure is damaged",
        "Run `qa doctor --repair`: if every text can be read, it saves what can be read and rebuilds the rest.",
    ),
    "text": (
        "Stored texts are damaged",
        "Run `qa restore` with a backup, or `qa forget --purge` for these articles and `qa index` again.",
    ),
    "passages": ("Passages are not what was stored", REPAIR),
    "words": ("The full-text index is damaged", REPAIR),
    "vectors": ("Stored vectors are damaged", REPAIR),
    "attributions": ("Attributions are not what was stored", REPAIR),
    "speakers": ("The archive's speakers are damaged", REPAIR),
    "by hand": (
        "What was said by hand is damaged",
        "Run `qa restore` with a backup, or `qa doctor --repair`, which deletes what is damaged; then say it again.",
    ),
    "generation": ("The vector index's file is damaged or missing; answers are whole, but slower", REPAIR),
}


def diagnose(
    library: LibraryPlace,
    *,
    own: Path | None = None,
    encoder_factory: Callable[[], Encoder] | None = None,
    sample: int | None = None,
) -> Diagnosis:
    """Check everything, and say what to do about each finding.

    Args:
        own: The folder of what this user keeps beside a library on a server.
        encoder_factory: Opens the model by which stored vectors are compared with their texts; without it, none are.
        sample: So many passages are compared; None is all of them.

    Raises:
        NoIndexError: If there is no library.
        UnreachableError: If the server that keeps it does not answer.
    """
    troubles, models = troubles_of(library), damaged_models()
    vectors = compared(library, models, encoder_factory, sample) if encoder_factory else ComparedVectors(0, 0)
    return diagnosis(library, own, troubles, models, vectors)


def troubles_of(library: LibraryPlace) -> tuple[Trouble, ...] | DamagedIndexError:
    """Check a library; return the error where it is too damaged to be checked."""
    try:
        return check(library).troubles
    except DamagedIndexError as error:
        return error


def compared(
    library: LibraryPlace,
    models: Sequence[DamagedModel],
    encoder_factory: Callable[[], Encoder],
    sample: int | None,
) -> ComparedVectors:
    """Compare stored vectors with their texts, if the models and the library are whole enough for that."""
    if models:
        return ComparedVectors(0, 0, why_not="a model is damaged")
    try:
        return compare_vectors(library, encoder_factory, sample=sample)
    except DamagedIndexError as error:
        return ComparedVectors(0, 0, why_not=str(error))


def diagnosis(
    library: LibraryPlace,
    own: Path | None,
    troubles: Sequence[Trouble] | DamagedIndexError,
    models: Sequence[DamagedModel],
    vectors: ComparedVectors,
) -> Diagnosis:
    """Say what to do about troubles of a library, damaged models and vectors that are of other texts."""
    findings = [_of_model(model) for model in models]
    beside = kept_beside(library, own)
    try:
        if isinstance(troubles, DamagedIndexError):
            raise troubles
        findings += [*_damage(troubles), *_of_vectors(vectors), *_advice(library, beside), *_reach()]
    except DamagedIndexError as error:
        do = "Run `qa doctor --repair`; if that cannot help, `qa restore` with a backup."
        if isinstance(error, NewerLibraryError):
            do = "If no newer version was ever used here, this number is damaged: run `qa restore` with a backup."
        findings.append(Finding(str(error), f"{do} {pointing_at_backup(beside)}".rstrip(), damage=True))
        return Diagnosis(tuple(findings), last_backup=last_backup(beside))
    truth = any(trouble.part == "text" for trouble in troubles)
    return Diagnosis(
        tuple(findings),
        beyond_repair=truth,
        last_backup=last_backup(beside),
        vectors_compared=vectors.compared,
        vectors_stored=vectors.stored,
    )


def _of_model(model: DamagedModel) -> Finding:
    do = f"{REPAIR} If articles were indexed meanwhile, run `qa index --rebuild` then."
    words = f"A model is damaged: {model.words}"
    return Finding(words, do if model.exported else "Install it again, as said there.", damage=True)


def _of_vectors(vectors: ComparedVectors) -> Iterator[Finding]:
    if vectors.wrong:
        words = (
            f"Stored vectors are of other texts ({len(vectors.wrong):,} of {vectors.compared:,} compared)."
        )
        yield Finding(words, REPAIR, damage=True)
    if vectors.why_not:
        words = f"Stored vectors were not compared with their texts: {vectors.why_not}"
        do = "Run `qa doctor` with the model that made them, when it is whole."
        yield Finding(words, do, damage=False)


def _damage(troubles: Sequence[Trouble]) -> Iterator[Finding]:
    for part, count in Counter(trouble.part for trouble in troubles).items():
        words = [trouble.words for trouble in troubles if trouble.part == part][:_SHOWN]
        more = f" ... and {count - len(words):,} more" if count > len(words) else ""
        title, do = _IN_WORDS[part]
        yield Finding(f"{title}: {'; '.join(words)}{more}", do, damage=True)


def _advice(library: LibraryPlace, beside: Path | None) -> Iterator[Finding]:
    seen = status(library)
    yield from _on_server(library, seen) if isinstance(library, ServerLibrary) else _in_folder(library)
    for place in seen.places:
        if not place.present:
            words = f"{place.path} is not there now. Its articles ({place.articles:,}) still give answers."
            do = "Connect its disk, or run `qa forget` if it is not coming back."
            yield Finding(words, do, damage=False)
    if _is_by_other_rules(library):
        words = "Another version of this program made rows of the library by rules of its own."
        do = "Run `qa index`: it makes them again. No passage that stays the same is encoded again."
        yield Finding(words, do, damage=False)
    if seen.unfinished_purge:
        words = "A purge ended early: parts of its texts may be left in the library's files."
        yield Finding(words, "Run `qa forget --purge` again with the same name.", damage=False)
    if seen.calibration == "stale":
        words = "The library's own thresholds no longer apply; the shipped ones are used."
        yield Finding(words, "Run `qa calibrate`.", damage=False)
    if last_backup(beside) is None and seen.articles:
        what = library if isinstance(library, ServerLibrary) else library / DATABASE
        yield Finding(f"No backup of {what} is known.", "Run `qa backup FILE`.", damage=False)


def _in_folder(folder: Path) -> Iterator[Finding]:
    for path in (folder, *folder.iterdir()):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & 0o077 and not path.is_symlink():
            yield Finding(f"{path} can be read or changed by others (mode {mode:o}).", REPAIR, damage=False)
    if is_read_only(folder):
        words = (
            f"{folder} is a read-only library for this user: it can be asked, but not updated or repaired."
        )
        yield Finding(words, "Run what writes as a user who may write to its folder.", damage=False)


def _on_server(library: ServerLibrary, seen: Status) -> Iterator[Finding]:
    if not seen.data_checksums:
        words = (
            "The server keeps no checksums of its files: what a disk changes in them is found late, or never."
        )
        do = "Stop the server, run `pg_checksums --enable` on its data, and start it again."
        yield Finding(words, do, damage=False)
    if seen.vector_index == "lacking":
        words = f"The approximate index of vectors is lacking, so every vector is compared: {seen.vector_index_why}."
        yield Finding(words, f"{REPAIR} Or let the next `qa index` do it.", damage=False)
    if seen.read_only:
        words = (
            f"{library} is a read-only library for this role: it can be asked, but not updated or repaired."
        )
        do = "Run what writes as a role that may: `qa server grant --writer NAME` lets one write."
        yield Finding(words, do, damage=False)


def _reach() -> Iterator[Finding]:
    reader = "The process that reads PDFs, web pages, mail and books"
    try:
        # A file of this user's own.
        with Sandbox() as sandbox, tempfile.NamedTemporaryFile() as file:
            reached = sandbox.reach(Path(file.name))
    except (Unusable, OSError) as error:
        reason = error.reason if isinstance(error, Unusable) else str(error)
        do = "Free memory and processes; if that does not help, install this program again."
        yield Finding(f"{reader} cannot be started ({reason}).", do, damage=False)
        return
    for what in (FILES, NETWORK):
        if what in reached:
            do = "Index files of these kinds only from sources that you trust, or in a container of its own."
            yield Finding(f"{reader} {_REACHED[what]}.", do, damage=False)


def _is_by_other_rules(library: LibraryPlace) -> bool:
    """Say whether the next update will make derived rows again; without articles there are none."""
    with one_state(library) as connection:
        numbers = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
        extractors = connection.execute(
            "SELECT DISTINCT extractor FROM versions WHERE current = 1"
        ).fetchall()
        if not extractors:
            return False
        return (
            numbers.get("linking") != str(LINKING_VERSION)
            or not are_made(connection)
            or any(made_by(rule, numbers.get(rule)) != number for rule, number in RULES.items())
            or not all(keeps(EXTRACTOR_VERSION, row["extractor"]) for row in extractors)
        )
