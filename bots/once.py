"""Open what several libraries share, a model, once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Opens something when it is first needed, and gives the same to everybody; where that fails, it is tried again."""

    def __init__(self, open_it: Callable[[], T]) -> None:
        self._open_it = open_it
        self._lock = threading.Lock()
        self._opened: list[T] = []

    def __call__(self) -> T:
        with self._lock:
            if not self._opened:
                self._opened.append(self._open_it())
            return self._opened[0]
