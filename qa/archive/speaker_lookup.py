"""Look up who speaks in an archive, about what, and in which words."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from qa.answers import Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import whole_sentences
from qa.datatypes import Attribution, AttributionKind, Scope, Speaker, Version
from qa.errors import NotFoundError, UsageError
from qa.language.lexicon.places import NATIONS
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

MAX_TOPICS = 5
QUOTED = (AttributionKind.DIRECT, AttributionKind.MIXED)
"""The kinds of records whose words stand in quotation marks, at least in part."""
_NATION_OF = {adjective: nation.title() for nation, adjective in NATIONS.items()}
# Names of targets have no last dot.
_NATION_OF |= dict.fromkeys(("u.s", "u.s.", "us", "america", "american"), "United States")
GOOD_LENGTH = range(40, 300)
"""The length, in characters, of a quote that says something and can be read at a glance."""


class Profile(NamedTuple):
    """A speaker with the names that they speak about most, each with its count, and one good quote."""

    speaker: Speaker
    topics: tuple[tuple[str, int], ...]
    best: Quote | None


def find_speaker(snapshot: View, typed: str) -> Speaker:
    """Return the speaker that a typed name means; one wrong letter is allowed.

    Raises:
        NotFoundError: If nobody of that name speaks in the archive.
        UsageError: If the name may mean one of several.
    """
    name = _meant(typed, snapshot)
    speaker = snapshot.speaker(name) if name else None
    if speaker is not None:
        return speaker
    raise nobody_called(typed)


def nobody_called(typed: str) -> NotFoundError:
    return NotFoundError(f"Nobody called {typed!r} speaks in these articles. `qa speakers` lists who does.")


def _meant(typed: str, speakers: KnownSpeakers) -> str | None:
    """Return whom a typed name means; of namesakes the one who speaks far more often.

    Raises:
        UsageError: If it may mean one of several.
    """
    match = match_speaker(typed, speakers)
    if match.ambiguous and (name := dominant(match.ambiguous, speakers)) is not None:
        return name
    if match.ambiguous:
        raise UsageError(f"{typed!r} may be {' or '.join(match.ambiguous)}. Give the full name.")
    return match.name


def profile(snapshot: View, speaker: Speaker) -> Profile:
    """Return the names that a speaker speaks about most, and one good quote."""
    said = snapshot.attributed_to(speaker.name, Scope())
    topics = Counter(name for _, record in said for name in topics_of(record) if name != speaker.name)
    ordered = sorted(topics.items(), key=lambda each: (-each[1], each[0]))
    best = max(said, key=lambda each: _worth(each[1]), default=None)
    quote = None
    if best is not None:
        key, record = best
        quote = quote_of(snapshot.versions([key])[key], record, speaker.name)
    return Profile(speaker, tuple(ordered[:MAX_TOPICS]), quote)


def topics_of(record: Attribution) -> list[str]:
    """Return the names that an attribution's own words are about, nearest first; an adjective counts as its nation."""
    names = (target.name for target in record.targets if target.where == "content")
    return list(dict.fromkeys(_NATION_OF.get(name.casefold(), name) for name in names))


def quote_of(version: Version, record: Attribution, name: str | None) -> Quote:
    """Return the words of a record as a quote.

    Args:
        name: The speaker's name in the archive.
    """
    start, end = record.start, record.end
    if record.kind is not AttributionKind.DIRECT:
        # Reported words begin in the middle of somebody else's sentence, so the whole sentence is shown.
        start, end = whole_sentences(version.article.text, start, end)
    return Quote(version, start, end, record.confidence, record, name)


def _worth(record: Attribution) -> tuple[bool, bool, bool, float]:
    return (
        record.certain,
        record.polarity == "said" and record.end - record.start in GOOD_LENGTH,
        record.kind in QUOTED,
        record.confidence,
    )
