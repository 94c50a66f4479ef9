"""Whatever is in a library or backup from somebody else, each command ends with a documented code, in seconds."""

from __future__ import annotations

import functools
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import qa.encoding
from bots.exit_codes import DAMAGED, INPUT_PROBLEMS, UNEXPECTED
from bots.terminal.app import EXIT_CODES, run
from tests.qa.embedded.crafted import PAGES, ROWS, SCHEMAS, change, change_page, packed

pytestmark = pytest.mark.slow

SECONDS = 20
"""For all commands of one case, on a machine that does much else; alone they take less than one."""
QUESTION = "What did Ada Quill say about the pier?"
DOCUMENTED = {int(code) for code in re.findall(r"\d+", EXIT_CODES)} - {UNEXPECTED}
CRAFTED: dict[str, Callable[[Path], object]] = {
    **{name: functools.partial(change, how=how) for name, how in {**SCHEMAS, **ROWS}.items()},
    **{name: functools.partial(change_page, how=name) for name in PAGES},
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("whole")
    (root / "articles").mkdir()
    for name in "ab":
        text = f'"The pier of {name} is shut," said Ada Quill, a minister.\n\nRents fell, Ivo Brandt said.'
        (root / "articles" / f"{name}.txt").write_text(text)
    assert run(["index", "--library", str(root / "library"), str(root / "articles")]) == 0
    return root / "library"


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load each model once for all tests, not for each command."""
    for name, load in LOADED.items():
        monkeypatch.setattr(qa.encoding, name, load)


LOADED = {name: functools.cache(getattr(qa.encoding, name)) for name in ("open_encoder", "open_span_reader")}


@pytest.mark.parametrize("name", CRAFTED)
def test_each_command_ends_with_a_documented_code(
    whole: Path, tmp_path: Path, models: None, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    library, backup = Path(shutil.copytree(whole, tmp_path / "library")), tmp_path / "evil.zip"
    CRAFTED[name](library / "library.db")
    packed(library, backup)
    here = ("--library", str(library))

    started = time.monotonic()
    codes = {
        " ".join(arguments[:2]): ended(*arguments)
        for arguments in (
            ("status", *here),
            ("verify", *here),
            ("ask", QUESTION, *here),
            ("verify", "--backup", str(backup)),
            ("restore", str(backup), "--library", str(tmp_path / "restored")),
            ("index", *here),
        )
    }

    assert time.monotonic() - started < SECONDS
    assert set(codes.values()) <= DOCUMENTED, codes
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err
    if name in SCHEMAS:
        assert (codes["status --library"], codes["index --library"]) == (DAMAGED, DAMAGED)
        assert (codes["verify --backup"], codes[f"restore {backup}"]) == (DAMAGED, INPUT_PROBLEMS)
    assert len(codes) == 6


def ended(*arguments: str) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] - as the program does
    return run(arguments)


@pytest.mark.parametrize(
    ("name", "command", "code"),
    [
        ("view that never ends in the place of places", "status", DAMAGED),
        ("articles without end", "verify", DAMAGED),
        ("attribution whose confidence is a text", "ask", DAMAGED),
    ],
)
def test_a_process_of_its_own_ends_so_too(
    qa: Callable[..., object], whole: Path, tmp_path: Path, name: str, command: str, code: int
) -> None:
    library = Path(shutil.copytree(whole, tmp_path / "library"))
    CRAFTED[name](library / "library.db")

    question = [QUESTION] if command == "ask" else []
    done = qa(command, *question, "--library", str(library), cwd=tmp_path)

    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
