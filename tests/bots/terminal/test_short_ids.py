from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bots.terminal.short_ids import FILE, KEPT, quote_id, remember, short_id
from qa.errors import NotFoundError

ONE, TWO = "lk6xkmx3pz8b1d5f20a1c92f546x2d9", "roobpbpnfv52afafd4066a2g15bra2b"


def test_the_short_id_of_a_quote_that_was_shown_is_its_id(tmp_path: Path) -> None:
    assert remember(tmp_path, [ONE, TWO])

    assert quote_id(tmp_path, short_id(ONE)) == ONE
    assert quote_id(tmp_path, short_id(TWO)) == TWO


def test_what_was_shown_before_is_still_known(tmp_path: Path) -> None:
    remember(tmp_path, [ONE])
    remember(tmp_path, [TWO])

    assert quote_id(tmp_path, short_id(ONE)) == ONE


def test_a_quote_has_the_same_short_id_each_time() -> None:
    assert short_id(ONE) == short_id(ONE)
    assert short_id(ONE) != short_id(TWO)
    assert len(short_id(ONE)) == 7


@pytest.mark.parametrize("text", [ONE, "", "q", "harbour", "Q7K2M4A", "q7k2m4a9"], ids=repr)
def test_what_is_no_short_id_stays_as_it_is(tmp_path: Path, text: str) -> None:
    assert quote_id(tmp_path, text) == text


def test_a_short_id_that_was_not_shown_here_is_not_found(tmp_path: Path) -> None:
    remember(tmp_path, [ONE])

    with pytest.raises(NotFoundError, match="was shown here lately"):
        quote_id(tmp_path, short_id(TWO))


def test_the_last_quotes_are_remembered_and_no_more(tmp_path: Path) -> None:
    remember(tmp_path, [ONE])
    assert remember(tmp_path, [f"{number:030}" for number in range(KEPT)])

    with pytest.raises(NotFoundError):
        quote_id(tmp_path, short_id(ONE))
    assert quote_id(tmp_path, short_id(f"{KEPT - 1:030}")) == f"{KEPT - 1:030}"


def test_more_quotes_than_are_remembered_have_no_short_ids(tmp_path: Path) -> None:
    assert not remember(tmp_path, [f"{number:030}" for number in range(KEPT + 1)])


def test_a_library_that_cannot_be_written_to_remembers_nothing(tmp_path: Path) -> None:
    assert not remember(tmp_path / "gone", [ONE])


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1, null]", "{}", "null", "\udcff", '["\\ud800"]', "[" * 100_000],
    ids=lambda text: repr(text)[:20],
)
def test_a_file_that_cannot_be_read_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(NotFoundError):
        quote_id(tmp_path, short_id(ONE))
    assert remember(tmp_path, [ONE])
    assert quote_id(tmp_path, short_id(ONE)) == ONE


def test_only_its_owner_may_read_what_was_shown(tmp_path: Path) -> None:
    remember(tmp_path, [ONE])

    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
