from __future__ import annotations

import pytest

from qa.reading.parsing import feed
from qa.reading.parsing.feed import MAX_ENTRIES, parse
from qa.reading.stories import Remark, Story

RSS = ("<rss version='2.0'><channel><title>Tide</title>", "</channel></rss>")
ATOM = ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Tide</title>", "</feed>")
FEEDS = {
    "rss": (
        *RSS,
        "<item><guid>{0}</guid><title>Pier {0}</title><link>https://tide.example/{0}</link></item>\n",
    ),
    "atom": (
        *ATOM,
        "<entry><id>{0}</id><title>Pier {0}</title><link href='https://tide.example/{0}'/></entry>",
    ),
}


def of(kind: str, count: int) -> bytes:
    begin, end, entry = FEEDS[kind]
    return "".join([begin, *map(entry.format, range(count)), end]).encode()


def read(data: bytes) -> tuple[list[str], list[str]]:
    found = list(parse(data, {"url": "https://tide.example/"}))
    stories = [each for each in found if isinstance(each, Story)]
    assert {story.source for story in stories} == {"Tide"}
    return [each.part for each in stories], [each.reason for each in found if isinstance(each, Remark)]


@pytest.mark.parametrize("kind", FEEDS)
def test_the_first_entries_of_a_feed_of_too_many_are_read_and_the_rest_is_named(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "MAX_ENTRIES", 5)

    assert read(of(kind, 5)) == (["0", "1", "2", "3", "4"], [])
    assert read(of(kind, 8)) == (
        ["0", "1", "2", "3", "4"],
        ["it has more than 5 entries: 3 after these are not read"],
    )


@pytest.mark.slow
def test_a_feed_of_a_hundred_thousand_entries_is_read_in_time() -> None:
    ids, remarks = read(of("rss", 100_000))

    assert len(ids) == MAX_ENTRIES
    assert len(remarks) == 1
