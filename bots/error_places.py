"""Describe an error for a log without what somebody asked."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path


def error_places(
    error: BaseException, name: Callable[[BaseException], str] = lambda e: type(e).__name__
) -> str:
    """Name the errors and where in the program they were raised, without their messages, which may quote a question.

    Args:
        name: What to call an error.
    """
    parts = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        parts.append(f"{name(current)} at {places or 'nowhere'}")
        current = current.__cause__ or current.__context__
    return "; from ".join(parts)
