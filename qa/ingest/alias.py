"""Say by hand that two names are one speaker's, or two speakers', whatever the rules of linking find."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from qa.errors import NotFoundError, UsageError
from qa.ingest.libraries import open_writer, require_library
from qa.settings import LibraryPlace
from qa.speakers.by_hand import spelling
from qa.speakers.linking import family, match_speaker
from qa.speakers.names import parse_person
from qa.speakers.typed_names import typed_name
from qa.tables.name_pairs import NamePair, name_pairs, names_by_hand
from qa.tables.names import SpeakerRows
from qa.tables.reader import Cached
from qa.tables.writing.name_pairs import drop_pair, known_spellings, put_pair, speakers_called
from qa.tables.writing.speaker_table import link_speakers, regroup
from qa.tables.writing.writer import Writer


@dataclass(frozen=True, slots=True)
class NamesGiven:
    """Two names, and the speakers of the archive who have them now. `undone`: what was said of them was taken back."""

    first: str
    second: str
    apart: bool
    speakers: tuple[str, ...]
    undone: bool = False


def give_names(library: LibraryPlace, first: str, second: str, *, apart: bool = False) -> NamesGiven:
    """Make two names one speaker's, who is shown under the second; `apart`: make them two speakers'.

    Raises:
        NoIndexError: If there is no library.
        NotFoundError: If nobody in the archive has one of the names.
        UsageError: If one is no name, both are the same, they are that already, or the opposite was said by hand.
        LibraryBusyError: While another process writes to the library.
    """
    typed = _typed(first, second)
    with _writer(library) as writer:
        link_speakers(writer)
        pair = NamePair(_known(writer, typed[0]), _known(writer, typed[1]), apart)
        kept = _kept(writer, pair)
        if kept is not None and kept.apart != apart:
            words = "held apart" if kept.apart else "joined"
            raise UsageError(
                f"{pair.first!r} and {pair.second!r} were {words} by hand. Take that back first, with --undo."
            )
        if kept is None:
            _require_sense(writer, pair)
            _put(writer, pair)
        return NamesGiven(pair.first, pair.second, apart, _speakers(writer, pair))


def take_names_back(library: LibraryPlace, first: str, second: str) -> NamesGiven:
    """Take back what was said of two names, in whichever order.

    Raises:
        NotFoundError: If nothing was said of them by hand.
        NoIndexError: If there is no library.
        LibraryBusyError: While another process writes to the library.
    """
    with _writer(library) as writer:
        kept = _kept(writer, NamePair(first, second, apart=False))
        if kept is None:
            raise NotFoundError(
                f"Nothing was said by hand of {first!r} and {second!r}. `qa status -v` lists what was."
            )
        before = names_by_hand(writer.connection)
        with writer.transaction():
            drop_pair(writer.connection, kept)
            regroup(writer, before)
        return NamesGiven(kept.first, kept.second, kept.apart, _speakers(writer, kept), undone=True)


@contextmanager
def _writer(library: LibraryPlace) -> Iterator[Writer]:
    require_library(library)
    with open_writer(library) as writer:
        yield writer


def _typed(first: str, second: str) -> tuple[str, str]:
    names = typed_name(first), typed_name(second)
    if spelling(names[0]) == spelling(names[1]):
        raise UsageError(f"{names[0]!r} is one name. Give two.")
    return names


def _known(writer: Writer, name: str) -> str:
    """Return a name as the archive has it: in its spelling, and without a title where it has none ("Lord Vane")."""
    found = known_spellings(writer.connection, name) or known_spellings(writer.connection, _untitled(name))
    if not found:
        match = match_speaker(name, SpeakerRows(writer.connection, Cached()))
        meant = " or ".join(match.ambiguous) or match.name
        raise NotFoundError(
            f"Nobody in this library is called {name!r}. {f'Did you mean {meant}? ' if meant else ''}"
            "`qa speakers NAME` shows a speaker with all names, `qa attributions` all that is recorded."
        )
    return name if name in found else min(found)


def _kept(writer: Writer, pair: NamePair) -> NamePair | None:
    def has(each: NamePair, name: str) -> bool:
        return bool({spelling(each.first), spelling(each.second)} & {spelling(name), _untitled(name)})

    both = (pair.first, pair.second)
    pairs = name_pairs(writer.connection)
    return next((each for each in pairs if all(has(each, name) for name in both)), None)


def _untitled(name: str) -> str:
    """Return a person's name folded and without titles."""
    person = parse_person(name)
    return spelling(" ".join((*person.given, *person.surname, person.suffix)))


def _require_sense(writer: Writer, pair: NamePair) -> None:
    both = [list(speakers_called(writer.connection, name)) for name in (pair.first, pair.second)]
    one = len(both[0]) == 1 and both[0] == both[1]
    if pair.apart:
        if not one and family(pair.first) != family(pair.second):
            raise UsageError(
                f"{pair.first!r} and {pair.second!r} are two speakers already, and nothing could join them."
            )
        return
    for name, speakers in zip((pair.first, pair.second), both, strict=True):
        if len(speakers) > 1:
            raise UsageError(f"{name!r} may be {' or '.join(sorted(speakers))}. Give the full name.")
    if one:
        raise UsageError(f"{pair.first!r} and {pair.second!r} are one speaker already: {both[0][0]}.")


def _put(writer: Writer, pair: NamePair) -> None:
    """Store a pair and link its names again. Raises UsageError, and changes nothing, if it contradicts another pair."""
    joined = [each for each in name_pairs(writer.connection) if _is_joined(writer, each)]
    before = names_by_hand(writer.connection)
    with writer.transaction():
        put_pair(writer.connection, pair)
        regroup(writer, before)
        if pair.apart == _is_joined(writer, pair) or not all(_is_joined(writer, each) for each in joined):
            # The transaction is rolled back.
            raise UsageError(
                f"{pair.first!r} and {pair.second!r} cannot be {'held apart' if pair.apart else 'joined'}: it "
                "contradicts what was said by hand of other names. `qa status -v` lists it; --undo takes it back."
            )


def _is_joined(writer: Writer, pair: NamePair) -> bool:
    return len(_speakers(writer, pair)) == 1


def _speakers(writer: Writer, pair: NamePair) -> tuple[str, ...]:
    found = [each for name in (pair.first, pair.second) for each in speakers_called(writer.connection, name)]
    return tuple(dict.fromkeys(found))
