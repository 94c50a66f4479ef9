"""A library's own thresholds of confidence: what is stored, and whether it still holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources

from embeddings.encoder import ModelIdentity
from qa.archive.protocol import View

KEY = "calibration"
"""Where it stands in the library's table `meta`. Making everything derived anew leaves that alone."""

_COEFFICIENTS = (
    "ranking_said.json", "ranking_content.json", "confidence_said.json", "confidence_content.json",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least confidence that counts as an answer, for questions about somebody's words and for others.

    None where there were too few probes: the shipped threshold holds.
    """

    said: float | None = None
    content: float | None = None


SHIPPED = Thresholds()


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds, and what they were fitted to: `ranker` and `encoder` are content hashes."""

    thresholds: Thresholds
    ranker: str
    encoder: str
    probes: int
    day: str

    def holds_for(self, model: ModelIdentity) -> bool:
        """Whether confidence still means what it meant: the same coefficients and the same encoder."""
        return self.ranker == ranker_hash() and self.encoder == model.sha256

    def to_text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)


def from_text(text: str) -> Calibration:
    row = json.loads(text)
    return Calibration(**{**row, "thresholds": Thresholds(**row["thresholds"])})


def stored(snapshot: View) -> Calibration | None:
    """Return the library's calibration, also one that no longer holds."""
    text = snapshot.meta(KEY)
    return from_text(text) if text else None


def in_force(snapshot: View) -> Thresholds:
    """Return the thresholds to answer by; those that no longer hold, and missing ones, are None."""
    calibration = stored(snapshot)
    if calibration is None or not calibration.holds_for(snapshot.model):
        return SHIPPED
    return calibration.thresholds


@cache
def ranker_hash() -> str:
    """Return a content hash of the coefficients from which confidence comes."""
    digest = hashlib.sha256()
    for name in _COEFFICIENTS:
        digest.update(resources.files("qa.ranking").joinpath(name).read_bytes())
    return digest.hexdigest()
