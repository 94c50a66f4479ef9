"""An article that is a list of names takes little more than its names."""

from __future__ import annotations

import sys

import pytest

from qa.attribution.extractor import extract_all
from qa.datatypes import Article

NAMES = 200


@pytest.mark.parametrize("piece", ["Ada, ", "Ada: ", "**Ada** "])
def test_what_stands_beside_a_name_is_read_only_where_it_may_say_what_somebody_is(piece: str) -> None:
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    extract_all(Article("a", piece))  # what is compiled at first use
    # Calls are counted, not seconds, so that a busy machine proves nothing.
    sys.setprofile(count)
    try:
        extract_all(Article("a", piece * NAMES))
    finally:
        sys.setprofile(None)

    assert calls < 1_000 * NAMES
