"""Load the user's settings.

Precedence, lowest first: the defaults here, the user's settings file, the environment, the command line.
Nothing is ever read from inside a library: a library may come from somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from qa.errors import UsageError

MEGABYTE = 1_000_000
MAX_QUOTES = 10
"""Most quotes in an answer. How many of them are shown at first is a setting."""
FORMATS = ("text", "md", "csv")
LIBRARY_FOLDER = ".qa"
ENVIRONMENT_PREFIX = "QA_"
TABLES = ("discord",)
"""Tables of the settings file that belong to a front end."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a user can set.

    Each field is a key of the settings file and, in capitals after `QA_`, an environment variable. `library` is
    None where none was named: then `find_library` looks for one.
    """

    library: Path | None = None
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
                chosen[key] = _checked(key, value, origin)
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
    import tomllib  # here, because --help reads no settings

    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {file} cannot be read: {error}.") from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The settings file {file} is not valid TOML: {error}.") from error
    library = values.get("library")
    if isinstance(library, str):
        # Relative to the file, so that it names one folder whatever the working folder is.
        values["library"] = str(file.parent / Path(library).expanduser())
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    names = {f"{ENVIRONMENT_PREFIX}{field.name.upper()}": field.name for field in fields(Settings)}
    # An empty variable counts as unset, as is usual in shells.
    return {key: environment[name] for name, key in names.items() if environment.get(name)}


def _checked(key: str, value: object, origin: str) -> object:
    reader = _READERS.get(key)
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise UsageError(f"Unknown setting {key!r} in {origin}. Known settings: {known}.")
    try:
        return reader(value)
    except ValueError as error:
        raise UsageError(f"The setting {key!r} in {origin} must be {error}, not {value!r}.") from error


def _path(value: object) -> Path:
    if isinstance(value, str | Path) and str(value):
        return Path(value).expanduser()
    raise ValueError("the path of a folder")


def _text(value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError("a text")


def _count(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise ValueError("a whole number of at least 1")


def _switch(value: object) -> bool:
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
    raise ValueError(" or ".join(FORMATS))


_READERS: dict[str, Callable[[object], object]] = {
    "library": _path,
    "model": _text,
    "allow_download": _switch,
    "max_file_mb": _count,
    "read_seconds": _count,
    "read_memory_mb": _count,
    "parse": _switch,
    "exclude": _patterns,
    "follow_links": _switch,
    "fetch_allow": _patterns,
    "quotes": _count,
    "format": _format,
}
