"""Words on a server: the best passages are a folder's, whether all lists are read or only those of rare words."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.server import full_text
from qa.server.connections import ServerConnection
from qa.server.snapshot import ServerArchive
from tests.qa.server.both_libraries import Both

pytestmark = pytest.mark.slow
COMMON = "harbour ferry pier tide".split()
RARE = "gull anchor lantern cable oyster heron".split()
FILLERS = "north south early late empty painted narrow quiet".split()


def write_some(both: Both) -> None:
    """Write passages of which most hold common words, often, and few hold rare ones, mostly in long texts."""
    chance = random.Random(4)
    lines = []
    for number in range(150):
        words = chance.choices(COMMON, k=chance.randint(1, 12)) + chance.choices(
            FILLERS, k=chance.randint(1, 60)
        )
        words += [word for place, word in enumerate(RARE) if chance.random() < 0.03 * (1 + place)]
        chance.shuffle(words)
        lines.append(
            {"id": str(number), "text": f"The {' '.join(words)}.", "date": f"2024-05-{1 + number % 28:02}"}
        )
    both.archive.write_lines("lines.jsonl", *lines)


def found(view: View, terms: list[str], scope: Scope, k: int) -> list[tuple[str, float]]:
    hits = view.lexical(terms, scope, k)
    stored = {each.id: each for each in view.passages([handle for handle, _ in hits])}
    versions = view.versions({each.version_key for each in stored.values()})
    return [(versions[stored[handle].version_key].uid, score) for handle, score in hits]


def test_where_only_rare_words_are_read_the_best_passages_are_the_same(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_some(both)
    both.index()
    # Here lists are short, and reading a few entries is as quick as looking one up.
    monkeypatch.setattr(full_text, "_LONG", 0)
    monkeypatch.setattr(full_text, "_LOOK_UP", 0)
    monkeypatch.setattr(full_text, "_EXPECTED", 2)
    statements: list[str] = []
    execute = ServerConnection.execute

    def noted(connection: ServerConnection, statement: str, parameters: Sequence[Any] = ()) -> Any:
        statements.append(statement)
        return execute(connection, statement, parameters)

    monkeypatch.setattr(ServerConnection, "execute", noted)
    chance = random.Random(5)
    with (
        Library.open(both.archive.library) as folder,
        folder.snapshot() as one,
        ServerArchive.open(both.place) as server,
        server.snapshot() as other,
    ):
        ways: Counter[tuple[bool, ...]] = Counter()
        for number in range(200):
            terms = chance.sample(RARE, chance.randint(1, 2)) + chance.sample(COMMON, chance.randint(1, 3))
            scope = Scope(since=date(2024, 5, 10)) if number % 3 == 0 else Scope()
            k = chance.choice((1, 2, 5, 30))
            statements.clear()
            assert found(one, terms, scope, k) == found(other, terms, scope, k)
            # Whether the lists that were read were only some, once for each time.
            ways[
                tuple("p.passage = found.passage" in each for each in statements if "JOIN postings" in each)
            ] += 1

    assert set(ways) == {(False,), (True,), (True, False)}
    assert min(ways.values()) > 5
