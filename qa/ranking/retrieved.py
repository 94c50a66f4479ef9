"""Define what retrieval hands to ranking: the question, the passages, and who says what in their articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa.answers import Understanding
from qa.archive.protocol import Said
from qa.archive.quote_lookup import SaidInOrder
from qa.datatypes import StoredPassage, Version, VersionHandle
from qa.ranking.question import AnalysedQuestion
from qa.ranking.speaking import Asked


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What ranking needs: the question, the passages proposed, and who says what in their articles.

    `question` is the topic where a speaker was understood: the speaker is looked for in `attributions`, which
    hold, for each version, its records with the archive's name of the speaker. `asked` is None where
    nobody's words are asked for.
    """

    understood: Understanding
    question: AnalysedQuestion
    passages: tuple[StoredPassage, ...]
    versions: Mapping[VersionHandle, Version]
    attributions: Mapping[VersionHandle, list[Said]]
    asked: Asked | None
    near: Mapping[VersionHandle, list[Said]] | None = None
    """Of `attributions` those that may share a character with a passage; None where all are at hand."""
    typed: tuple[tuple[str, ...], ...] = ()
    """The words of each quotation that was typed, to be looked for as they are."""
    in_talk: bool = False
    """Whether the words of earlier turns were searched with as well."""
    _in_order: dict[VersionHandle, SaidInOrder] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def said_at(self, version: VersionHandle, start: int, end: int) -> Sequence[Said]:
        """Return what is said in a version that may share a character with a span of a passage, in order."""
        if version not in self._in_order:
            self._in_order[version] = SaidInOrder(self.said_near(version))
        return self._in_order[version].touching(start, end)

    def said_near(self, version: VersionHandle) -> Sequence[Said]:
        """Return what is said in a version's passages, and perhaps elsewhere in it."""
        return self.attributions[version] if self.near is None else self.near[version]

    @property
    def kind(self) -> str:
        """Which ranker and which model of confidence to use: "said" or "content"."""
        return "content" if self.asked is None else "said"
