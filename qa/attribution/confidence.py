"""How often each rule is right."""

from __future__ import annotations

CONFIDENCE: dict[str, float] = {}
UNKNOWN = 0.5
