"""Limit how much time, memory and space one file of a foreign format may take."""

from __future__ import annotations

from dataclasses import dataclass

MAX_RATIO = 200
"""Times its size that a packed file may unpack to: real archives stay below 20, a bomb is near 1,000."""

ALWAYS_UNPACKED = 16_000_000
"""Bytes that are unpacked whatever the ratio: small files of one repeated line stay readable."""


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """Limits on reading one file, or one mail of a mailbox. `memory_mb` is for the whole process that reads it."""

    seconds: int = 60
    memory_mb: int = 1000

    def exceed_own_memory(self) -> bool:
        """Whether this program itself may have less memory than that: then a shortage is not the file's own fault."""
        try:
            import resource
        except ImportError:
            return False
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        return most != resource.RLIM_INFINITY and most < self.memory_mb * 1_000_000
