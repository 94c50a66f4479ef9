"""The command line over what earlier releases left behind: settings, library, quote ids, followed questions, backup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bots.discord.configuration import TABLE, read_configuration
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.settings import load_settings, load_table
from tests.qa.embedded.upgrades import make_of_newer_schema
from tests.releases.release import FILES, NAMES, Release, unpacked

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.bots.terminal.conftest import Run

RUBIO = "What did Rubio say about China?"
DAMAGED = 5


@pytest.fixture(params=FILES, ids=NAMES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Release:
    return unpacked(request.param, tmp_path / "old")


@pytest.fixture
def current(old: Release) -> Release:
    """Brought up to date, on a machine from which no web address can be reached."""
    update(old.library, IndexRequest(web=False), encoder_factory=open_encoder)
    return old


def test_the_settings_of_an_old_release_are_read(old: Release) -> None:
    settings = load_settings(file=old.settings, environment={}, flags={})
    table = load_table(old.settings, TABLE)
    bot = read_configuration(
        table=table, environment={}, options={}, token="-", library=old.library, base=old.settings.parent
    )

    assert settings.library is not None
    assert settings.library.resolve() == old.library
    assert (settings.quotes, settings.max_file_mb, settings.format) == (2, 20, "text")
    assert settings.exclude == ("*.draft.md", "old/")
    assert settings.fetch_allow == ("127.0.0.1:8765",)
    assert {name: folder.resolve() for name, folder in bot.libraries.items()} == {
        "archive": old.library,
        "spare": old.home / "spare",
    }
    assert (bot.default_library, bot.state.resolve()) == ("archive", old.state)
    assert (bot.owners, bot.message_content, bot.follow_seconds) == (frozenset({1}), True, 90)
    assert bot.rates.person.per_minute == 30


def test_the_library_that_old_settings_name_is_asked(qa: Run, old: Release) -> None:
    done = qa("ask", RUBIO, cwd=old.home, env={"XDG_CONFIG_HOME": str(old.home / "config")})

    if done.returncode == DAMAGED:
        assert "Run `qa index`" in done.stderr
    else:
        assert done.returncode == 0
        assert "Marco Rubio" in done.stdout


def test_old_quote_ids_are_verified_and_shown(qa: Run, current: Release) -> None:
    quotes = current.recorded["quotes_of_an_old_version"] + current.recorded["answers"][0]["quotes"]
    ids = [quote["id"] for quote in quotes]

    verified = qa("verify", *ids, "--library", "library", "--json", cwd=current.home)
    shown = qa("show", ids[-1], "--library", "library", "--json", cwd=current.home)

    assert verified.returncode == 0
    assert {each["state"] for each in json.loads(verified.stdout)["quotes"]} == {"unseen"}
    assert json.loads(shown.stdout)["quote"]["text"] == quotes[-1]["text"]


def test_what_an_old_release_followed_is_shown_from_where_it_ended(qa: Run, current: Release) -> None:
    listed, first, second = (
        qa("follow", option, "--library", "library", cwd=current.home)
        for option in ("--list", "--run", "--run")
    )

    assert "What does Rubio say about China?" in listed.stdout
    assert first.returncode == 0
    assert current.recorded["not_shown"] in " ".join(first.stdout.split())
    assert current.recorded["shown"] not in " ".join(first.stdout.split())
    assert (second.returncode, second.stdout) == (1, "")


def test_an_old_backup_is_restored_brought_up_to_date_and_asked(qa: Run, old: Release) -> None:
    restored, indexed, asked = (
        qa(*arguments, "--library", "carried", cwd=old.home)
        for arguments in (("restore", "backup.zip"), ("index",), ("ask", RUBIO))
    )

    assert restored.returncode == 0
    assert "7 articles" in indexed.stdout
    assert asked.returncode == 0
    assert "biggest threat" in asked.stdout


def test_a_library_of_a_newer_release_ends_with_what_to_do(qa: Run, current: Release) -> None:
    # This program stands for an older one, and this library for one of a schema that is still to come.
    make_of_newer_schema(current.library)

    asked, indexed = (
        qa(*arguments, "--library", "library", cwd=current.home) for arguments in (("ask", RUBIO), ("index",))
    )

    for done in (asked, indexed):
        assert done.returncode == DAMAGED
        assert "pip install --upgrade onrecord" in done.stderr
        assert "Traceback" not in done.stderr
