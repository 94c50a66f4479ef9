from __future__ import annotations

from qa.datatypes import VersionHandle
from qa.tables.reader import Kept


def test_what_is_kept_never_exceeds_the_size_that_it_may_have() -> None:
    kept = Kept[str](10)
    for number in range(3):
        kept.put(VersionHandle(number), str(number), 4)

    assert [kept.get(VersionHandle(number)) for number in range(3)] == [None, None, "2"]


def test_what_is_larger_than_all_that_may_be_kept_replaces_nothing() -> None:
    kept = Kept[str](10)
    kept.put(VersionHandle(1), "small", 10)

    kept.put(VersionHandle(2), "large", 11)

    assert kept.get(VersionHandle(1)) == "small"
    assert kept.get(VersionHandle(2)) is None
