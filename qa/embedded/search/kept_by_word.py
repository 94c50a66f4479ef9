"""Keep from one question to the next what was made for the words last asked for, up to a size."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class KeptByWord(Generic[Made]):
    """What was made for each word, by its number; what was asked for longest ago is dropped first."""

    def __init__(self, most: int, size: Callable[[Made], int]) -> None:
        """Keep things of at most `most` in all, as `size` measures each."""
        self._most = most
        self._size_of = size
        self._made_from: object = None
        self._kept: OrderedDict[int, Made] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def __call__(
        self,
        words: Iterable[int],
        made_from: object,
        make: Callable[[list[int]], dict[int, Made]],
    ) -> dict[int, Made]:
        """Return what there is for some words, made now for those of which nothing is kept.

        Args:
            made_from: What everything kept has to be made from, compared by `==`: once it is another, all is dropped.
            make: Makes it for some words; without an entry for a word that there is nothing for.
        """
        words = list(words)
        with self._lock:
            if made_from != self._made_from:
                self._made_from, self._kept, self._size = made_from, OrderedDict(), 0
            kept = self._kept
            found = {word: kept[word] for word in words if word in kept}
            for word in found:
                kept.move_to_end(word)
        # Without the lock: several questions may read at once. What two of them make for a word is the same.
        new = make([word for word in words if word not in found])
        with self._lock:
            for word, made in new.items():
                # Another question may have dropped all of it meanwhile, since there are other segments.
                if self._kept is kept and word not in kept:
                    kept[word] = made
                    self._size += self._size_of(made)
            while self._size > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._size -= self._size_of(oldest)
        return found | new
