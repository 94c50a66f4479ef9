"""Read a library's own thresholds of confidence, and check whether they still hold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache

from embeddings.encoder import ModelIdentity
from qa.archive.protocol import View

KEY = "calibration"
"""The key of the calibration among what the library remembers, which a rebuild leaves alone."""

_COEFFICIENTS = (
    "ranking_said.json", "ranking_content.json", "confidence_said.json", "confidence_content.json",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The lowest confidence that counts as an answer, for questions about somebody's words and for others.

    None where there were too few probes: then the shipped threshold holds.
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
        """Return whether confidence still means the same: by the same coefficients and the same encoder."""
        return self.ranker == ranker_hash() and self.encoder == model.sha256

    def to_text(self) -> str:
        """Return one line of JSON from which `from_text` makes the same calibration."""
        return json.dumps(asdict(self), sort_keys=True)


def from_text(text: str) -> Calibration:
    """Read what `Calibration.to_text` wrote."""
    row = json.loads(text)
    return Calibration(**{**row, "thresholds": Thresholds(**row["thresholds"])})


def stored(snapshot: View) -> Calibration | None:
    """Return the library's calibration, even one that no longer holds; None if it has none."""
    text = snapshot.meta(KEY)
    return from_text(text) if text else None


def in_force(snapshot: View) -> Thresholds:
    """Return the thresholds to answer by; one that is missing or no longer holds is None."""
    calibration = stored(snapshot)
    if calibration is None or not calibration.holds_for(snapshot.model):
        return SHIPPED
    return calibration.thresholds


@cache
def ranker_hash() -> str:
    """Return a content hash of the coefficients that confidence is computed from."""
    from importlib import resources  # here, because only a calibrated library needs it

    digest = hashlib.sha256()
    for name in _COEFFICIENTS:
        digest.update(resources.files("qa.ranking").joinpath(name).read_bytes())
    return digest.hexdigest()
