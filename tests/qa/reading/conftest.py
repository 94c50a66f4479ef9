from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qa.datatypes import Article
from qa.reading.discovery import discover
from qa.reading.files import Found, Problem
from qa.reading.readers import read

MAX_BYTES = 50_000_000


@pytest.fixture(scope="session")
def read_as(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Article | Problem]]:
    """Write bytes to a file of a name and return all that reading it yields."""
    folder = tmp_path_factory.mktemp("files")

    def result(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> list[Article | Problem]:
        path = folder / name
        path.write_bytes(data)
        found = list(discover(path, max_bytes=max_bytes))
        problems = [each for each in found if isinstance(each, Problem)]
        read_all = [r for each in found if isinstance(each, Found) for r in read(each, max_bytes=max_bytes)]
        return [*problems, *read_all]

    return result


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A short-named folder that every user may enter; pytest's own are closed to others."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def somebody_else() -> Callable[[], object]:
    """Root may read everything, so whoever runs the tests as root becomes nobody for a while."""

    @contextmanager
    def nobody() -> Iterator[None]:
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(user)

    return nobody
