"""Choose the Hypothesis profile of a run, and give the run a home of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.budgets import register_profiles
from tests.qa.server.node import Node, running

FAST_LANE = "not slow"
FOLDERS = {"HOME": "home", "TMPDIR": "tmp"} | {
    f"XDG_{kind}_HOME": kind.lower() for kind in ("CACHE", "CONFIG", "DATA", "STATE")
}
"""Environment variables that name a folder of the user's, to what each is called here."""

register_profiles()


@pytest.hookimpl(
    tryfirst=True
)  # so that `--hypothesis-profile`, which Hypothesis reads in its own hook, wins
def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("quick" if FAST_LANE in config.option.markexpr else "ci")


@pytest.fixture(scope="session", autouse=True)
def own_folders(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings, caches and temporary files of the person who runs the tests out of them.

    Only exported models outlive the run, in pytest's cache folder: to export one takes seconds, and an export is
    checked before it is used.
    """
    # Pytest's folders stay where they are looked for after a failure.
    tmp_path_factory.getbasetemp()
    root = Path(tempfile.mkdtemp(prefix="onrecord-"))
    # Some tests become another user, who must get through to what they made.
    root.chmod(0o711)
    with pytest.MonkeyPatch.context() as patch:
        for variable, name in FOLDERS.items():
            (root / name).mkdir()
            patch.setenv(variable, str(root / name))
        (root / "tmp").chmod(0o1777)
        patch.setattr(tempfile, "tempdir", None)
        for variable in [name for name in os.environ if name.startswith("QA_")]:
            patch.delenv(variable)
        if request.config.pluginmanager.has_plugin("cacheprovider"):
            (root / "cache" / "onrecord").mkdir()
            (root / "cache" / "onrecord" / "models").symlink_to(request.config.cache.mkdir("models"))
        yield
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def node(own_folders: None) -> Iterator[Node]:
    """A PostgreSQL server that runs as long as the tests do; each library there has a schema of its own."""
    with running() as node:
        yield node
