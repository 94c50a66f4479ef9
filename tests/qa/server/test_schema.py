from __future__ import annotations

import re
from pathlib import Path

import pytest

from qa.embedded.connections import connect_for_writing
from qa.embedded.migrations import bring_up_to_date
from qa.server import schema
from qa.server.full_text import key_of
from qa.tables.columns import COLUMNS
from qa.tables.tokens import token

STATEMENT = re.compile(r"CREATE TABLE (\w+) \((.*?)\);", re.DOTALL)


def columns_on_the_server() -> dict[str, list[str]]:
    """Return the columns of each table, as the step that makes it has them."""
    statements = re.sub(r"--.*", "", "".join(map(schema.script, schema.STEPS)))
    return {
        name: [line.split()[0].strip('"') for line in re.split(r",(?![^(]*\))", body)]
        for name, body in STATEMENT.findall(statements)
    }


def test_the_steps_are_numbered_without_a_gap_and_all_there() -> None:
    files = sorted(path.name for path in Path(schema.__file__).with_name("migrations").iterdir())

    assert files == list(schema.STEPS)
    assert [int(name[:4]) for name in files] == list(range(1, schema.MIGRATION + 1))


def test_a_server_has_the_tables_of_a_library_and_its_own() -> None:
    found = columns_on_the_server()

    assert {name: tuple(found[name]) for name in COLUMNS} == dict(COLUMNS)
    assert set(found) - set(COLUMNS) == set(schema.OWN_TABLES)


def test_a_folder_has_the_same_tables(tmp_path: Path) -> None:
    connection = connect_for_writing(tmp_path / "library")
    bring_up_to_date(connection, tmp_path / "library")
    names = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = {
        name: [row["name"] for row in connection.execute(f"PRAGMA table_info({name})")] for name in COLUMNS
    }
    connection.close()
    # SQLite numbers these rows by itself, and their order is that of their numbers.
    found["skipped"].insert(0, "rowid")

    assert {name: sorted(columns) for name, columns in found.items()} == {
        name: sorted(columns) for name, columns in COLUMNS.items()
    }
    # What a folder is searched by is its own: full text, postings, and the numbers of vector files.
    engines_own = {name for name in names if name.startswith(("sqlite_", "passages_", "word_"))}
    engines_own |= {"generations", "words", "segment_versions", "passage_terms"}
    # Made of the speakers, in each engine.
    engines_own |= {"speaker_words", "word_halves"}
    assert names - engines_own == set(COLUMNS)


@pytest.mark.parametrize("term", ["pier", "3.5", "é", "x" * 500], ids=["word", "number", "accent", "long"])
def test_a_token_is_its_own_key(term: str) -> None:
    assert key_of(token(term)) == token(term)


def test_a_token_that_no_index_takes_has_a_key_that_no_other_token_can_be() -> None:
    long, longer = key_of("x" * 501), key_of("x" * 502)

    assert long != longer
    assert long.startswith("1x") and len(long) == 66


def test_text_is_in_the_order_of_its_bytes_whatever_the_database_s_order_is() -> None:
    for step in schema.STEPS:
        for line in re.sub(r"--.*", "", schema.script(step)).splitlines():
            assert not re.search(r'\b(TEXT|VARCHAR)\b(?! COLLATE "C")', line), f"{step}: {line}"
