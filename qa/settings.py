"""Load the user's settings.

Precedence, lowest first: the defaults here, the user's settings file, the environment, the command line.
Nothing is ever read from inside a library: a library may come from somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from qa.errors import UsageError

MEGABYTE = 1_000_000
MAX_QUOTES = 10
"""Most quotes in an answer. How many of them are shown at first is a setting."""
FORMATS = ("text", "md", "csv")
LIBRARY_FOLDER = ".qa"
ENVIRONMENT_PREFIX = "QA_"
MOST = 1_000_000_000
"""The highest number that may be set: of seconds, more could not be waited for."""
_LONGEST_SHOWN = 200
_DIGITS = 100
"""Python reads no number of more digits than some thousand."""
TABLES = ("discord",)
"""Tables of the settings file that belong to a front end."""


@dataclass(frozen=True, slots=True, repr=False)
class ServerLibrary:
    """A library on a PostgreSQL server: one schema of a database.

    As a text, also in a message, a log or a traceback, it is shown without a password and without options.
    """

    dsn: str
    """What libpq takes, with a password if the address had one."""
    schema: str

    def __str__(self) -> str:
        # `server_library` saw to it that there is at most one @, before which a password can stand.
        who, at, where = self.dsn.partition("://")[2].partition("?")[0].rpartition("@")
        return f"postgresql://{who.partition(':')[0]}{at}{where}?schema={self.schema}"

    __repr__ = __str__


LibraryPlace = Path | ServerLibrary
"""Where a library is: in a folder, or on a server."""

DEFAULT_SCHEMA = "onrecord"
_HOST = r"(?:\[[\w:.%]*\]|[\w.%\-]*)(?::\d*)?"
_ADDRESS = re.compile(
    r"postgres(?:ql)?://(?:[^\s:/?#@]*(?::[^\s:/?#@]*)?@)?"
    + _HOST
    + "(?:,"
    + _HOST
    + r")*(?:/[^\s/?#@]*)?(?:\?[^\s#]*)?",
    re.ASCII,
)
_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,47}")


def is_address(text: str) -> bool:
    """Return whether a text is meant as the address of a server and not as the path of a folder."""
    return text.startswith(("postgresql:", "postgres:"))


def server_library(address: str) -> ServerLibrary:
    """Read the address of a library on a server: that of a database, with `schema=NAME` among its options.

    Raises:
        UsageError: If it is none. What was typed is not repeated: it may hold a password.
    """
    from urllib.parse import parse_qsl, quote, urlencode  # here, because most commands open a folder

    if not _ADDRESS.fullmatch(address):
        raise UsageError(
            "That is not the address of a library on a server. Write postgresql://USER@HOST:PORT/DATABASE?schema=NAME, "
            "with % and its number for a special character (%40 for @); a password is better kept in ~/.pgpass."
        )
    base, _, query = address.partition("?")
    options = parse_qsl(query, keep_blank_values=True)
    named = [value for key, value in options if key == "schema"] or [DEFAULT_SCHEMA]
    if len(named) > 1 or not _SCHEMA.fullmatch(named[0]) or named[0].startswith("pg_"):
        raise UsageError(
            "The schema of a library on a server is one word of small letters, digits and _, such as ?schema=gazette."
        )
    # PostgreSQL reads a + as itself, and a space as %20 alone.
    rest = urlencode([(key, value) for key, value in options if key != "schema"], quote_via=quote)
    return ServerLibrary(f"{base}?{rest}" if rest else base, named[0])


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a user can set.

    Each field is a key of the settings file and, in capitals after `QA_`, an environment variable. `library` is
    None where none was named: then `find_library` looks for one.
    """

    library: LibraryPlace | None = None
    model: str | None = None
    """A sentence-transformers model, by folder or name; None is the packaged one."""
    allow_download: bool = False
    max_file_mb: int = 50
    read_seconds: int = 60
    """Longest time that reading a PDF, web page, book or mail may take."""
    read_memory_mb: int = 1000
    """Most memory that the process which reads them may use."""
    parse: bool = False
    """Index with a parser, which is slower and finds more speech that is reported without quotation marks."""
    exclude: tuple[str, ...] = ()
    follow_links: bool = False
    """Follow links in a folder that lead out of it."""
    fetch_allow: tuple[str, ...] = ()
    """Hosts ("host" or "host:port") of this machine or its own network that may be fetched from."""
    quotes: int = 3
    format: str = "text"


def load_settings(
    *, file: Path | None, environment: Mapping[str, str], flags: Mapping[str, object | None]
) -> Settings:
    """Merge the settings in the file, the environment and the flags; a flag that is None was not given.

    Raises:
        UsageError: If a key is unknown or a value has the wrong form; says where it was set.
    """
    chosen: dict[str, Any] = {}
    for origin, values in (
        (str(file), _from_file(file)),
        ("the environment", _from_environment(environment)),
        ("the command line", flags),
    ):
        for key, value in values.items():
            if value is not None and not (key in TABLES and isinstance(value, Mapping)):
                chosen[key] = checked(key, value, origin, _READERS)
    return Settings(**chosen)


def load_table(file: Path | None, name: str) -> Mapping[str, object]:
    """Return a front end's table of the settings file; empty if there is none.

    Raises:
        UsageError: If the file cannot be read, or the value is not a table.
    """
    table = _from_file(file).get(name, {})
    if not isinstance(table, Mapping):
        raise UsageError(f"The setting {name!r} in {file} must be a table: [{name}].")
    return table


def find_library(folder: Path) -> Path:
    """Find the library of a folder: `.qa` there or in the nearest folder above that has it, else where it would be."""
    for candidate in (folder, *folder.parents):
        if (candidate / LIBRARY_FOLDER).is_dir():
            return candidate / LIBRARY_FOLDER
    return folder / LIBRARY_FOLDER


def _from_file(file: Path | None) -> dict[str, object]:
    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {file} cannot be read: {error}.") from error
    import tomllib  # here, because most have no such file

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # A number of more digits than Python reads is a ValueError, not one of TOML.
        raise UsageError(f"The settings file {file} is not valid TOML: {error}.") from error
    library = values.get("library")
    if isinstance(library, str) and not is_address(library):
        # Relative to the file, so that it names one folder whatever the working folder is.
        values["library"] = file.parent / Path(str(checked("library", library, str(file), _READERS)))
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    names = {f"{ENVIRONMENT_PREFIX}{field.name.upper()}": field.name for field in fields(Settings)}
    # An empty variable counts as unset, as is usual in shells.
    return {key: environment[name] for name, key in names.items() if environment.get(name)}


Reader = Callable[[object], object]
"""Reads a value of a setting. Raises ValueError with what it must be."""


def checked(key: str, value: object, origin: str, readers: Mapping[str, Reader]) -> object:
    """Read a value with the reader of its key.

    Raises:
        UsageError: If no reader has this key, or the value has the wrong form; says where it was set.
    """
    reader = readers.get(key)
    if reader is None:
        known = ", ".join(sorted(readers))
        raise UsageError(f"Unknown setting {key!r} in {origin}. Known settings: {known}.")
    try:
        return reader(value)
    except ValueError as error:
        raise UsageError(f"The setting {key!r} in {origin} must be {error}, not {_shown(value)}.") from error


def _shown(value: object) -> str:
    try:
        # A table of libraries may hold addresses with passwords.
        return re.sub(r"postgres(?:ql)?:[^'\"]*", "postgresql:...", repr(value))[:_LONGEST_SHOWN]
    except ValueError:
        return "a number of thousands of digits"


def path_from(value: object) -> Path:
    """Read the path of a folder. Raises ValueError, as the others, with what it must be."""
    if isinstance(value, str | Path) and str(value) and "\0" not in str(value):
        # A user who is not known here has no home.
        with suppress(RuntimeError):
            return Path(value).expanduser()
    raise ValueError("the path of a folder")


def library_from(value: object) -> LibraryPlace:
    """Read the path of a library's folder, or the address of one on a server."""
    if isinstance(value, ServerLibrary):
        return value
    if isinstance(value, str) and is_address(value):
        return server_library(value)
    return path_from(value)


def _text(value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError("a text")


def count_from(value: object, most: int = MOST) -> int:
    """Read a whole number from 1 to `most`."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < _DIGITS:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most:
        return value
    raise ValueError(f"a whole number of at least 1 and at most {most:,}")


def switch_from(value: object) -> bool:
    """Read a yes or no."""
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in words:
        return words[value.casefold()]
    raise ValueError("true or false")


def _patterns(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise ValueError("a list of patterns")


def _format(value: object) -> str:
    if isinstance(value, str) and value in FORMATS:
        return value
    raise ValueError(f"one of {', '.join(FORMATS)}")


_READERS: dict[str, Reader] = {
    "library": library_from,
    "model": _text,
    "allow_download": switch_from,
    "max_file_mb": count_from,
    "read_seconds": count_from,
    "read_memory_mb": count_from,
    "parse": switch_from,
    "exclude": _patterns,
    "follow_links": switch_from,
    "fetch_allow": _patterns,
    "quotes": partial(count_from, most=MAX_QUOTES),
    "format": _format,
}
