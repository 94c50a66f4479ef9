"""How much a file of a foreign format may cost."""

from __future__ import annotations

from dataclasses import dataclass

MAX_RATIO = 200
"""What is packed may unfold to so many times its size: real archives stay below 20, a bomb is near 1,000."""

ALWAYS_UNFOLDED = 16_000_000
"""So much is unfolded whatever the ratio: small files of one repeated line stay readable."""


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """For one file, or one mail of a file of many. `memory_mb` is all that its reader may have, with itself."""

    seconds: int = 60
    memory_mb: int = 1000
