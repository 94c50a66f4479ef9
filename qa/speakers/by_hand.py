"""Join and part speakers as a person said, whatever the rules of linking find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from qa.speakers.callings import name_in, shown
from qa.speakers.names import fold, folded_words, parse_person

Pair = tuple[str, str]


class NamesByHand(NamedTuple):
    """What a person said of names, in pairs.

    `together`: one speaker's, who is shown under the second. `apart`: two speakers', whatever else is known.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


NOTHING = NamesByHand()


@dataclass(frozen=True, slots=True)
class Linking:
    """A speaker while names are linked: the `identities` that are theirs, and the name to show.

    `calling` is what tells them apart from a namesake, "" where there is none.
    """

    name: str
    kind: Literal["person", "group"]
    calling: str
    identities: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Return whether this speaker has a name, with or without the calling in front."""
        return spelling(name) in self.names

    @property
    def names(self) -> set[str]:
        own = [name for each in self.identities for name in (name_in(each), shown(each))]
        called = [f"{self.calling} {each}" for each in own] if self.calling else []
        return {spelling(each) for each in (self.name, *own, *called)}


def spelling(name: str) -> str:
    """Return the form under which names that a person typed are compared: case and spaces do not count."""
    return " ".join(name.casefold().split())


def apply_names(
    speakers: Sequence[Linking], given: NamesByHand, named: Callable[[Linking], Linking]
) -> list[Linking]:
    """Return speakers parted and joined as a person said. To hold apart counts more than to join.

    Args:
        named: Returns a speaker with the name to show chosen from its identities.
    """
    parted = [part for each in speakers for part in _parted(each, given.apart, named)]
    return _joined(parted, given)


def _joined(speakers: list[Linking], given: NamesByHand) -> list[Linking]:
    for first, second in given.together:
        one, other = _only(speakers, first), _only(speakers, second)
        if one is None or other is None:
            continue
        if one is other:
            name = next(
                (each for each in map(shown, one.identities) if spelling(each) == spelling(second)), one.name
            )
            speakers = [replace(each, name=name) if each is one else each for each in speakers]
            continue
        kind: Literal["person", "group"] = "group" if "group" in (one.kind, other.kind) else "person"
        both = replace(other, kind=kind, identities=(*other.identities, *one.identities))
        if any(both.has(a) and both.has(b) for a, b in given.apart):
            continue
        speakers = [each for each in speakers if each not in (one, other)] + [both]
    return speakers


def _only(speakers: Sequence[Linking], name: str) -> Linking | None:
    """Return the speaker who is shown under a name, or else the only one who has it."""
    shown = [each for each in speakers if spelling(each.name) == spelling(name)]
    found = shown or [each for each in speakers if each.has(name)]
    return found[0] if len(found) == 1 else None


def _parted(
    speaker: Linking, apart: Sequence[Pair], named: Callable[[Linking], Linking]
) -> Sequence[Linking]:
    pairs = [pair for pair in apart if all(map(speaker.has, pair))]
    if not pairs:
        return [speaker]
    parts: list[set[str]] = []
    against = {(spelling(a), spelling(b)) for pair in pairs for a, b in (pair, pair[::-1])}
    for name in sorted({name for name, _ in against}):
        free = (part for part in parts if not any((name, other) in against for other in part))
        part = next(free, None)
        if part is None:
            parts.append({name})
        else:
            part.add(name)
    own: dict[object, list[str]] = {}
    for identity in speaker.identities:
        own.setdefault(_part_of(identity, speaker, parts), []).append(identity)
    return [named(replace(speaker, identities=tuple(each))) for each in own.values()]


def _part_of(identity: str, speaker: Linking, parts: Sequence[set[str]]) -> object:
    """Return the number of the part that a name can only belong to; where that is not one, what its like share.

    "R. Vane" belongs to Robin Vane and not to Lord Vane; "Vane" may be either of them, so it stays alone.
    """
    name = shown(identity)
    called = f"{speaker.calling} {name}" if speaker.calling else name
    for fits in (_is_spelled, _says_as_much, _is_form, _is_fuller):
        found = [
            number
            for number, part in enumerate(parts)
            if any(fits(each, other) for each in (name, called) for other in part)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            break
    return _plain(name) if speaker.kind == "group" else parse_person(name)


def _is_spelled(name: str, other: str) -> bool:
    return spelling(name) == other


def _says_as_much(name: str, other: str) -> bool:
    return fold(name) == fold(other) or _plain(name) == _plain(other)


def _is_form(name: str, other: str) -> bool:
    return bool(parse_person(name).surname) and parse_person(name).is_form_of(parse_person(other))


def _is_fuller(name: str, other: str) -> bool:
    return bool(parse_person(other).given) and parse_person(other).is_form_of(parse_person(name))


def _plain(name: str) -> tuple[str, ...]:
    words = folded_words(name)
    return tuple(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)
