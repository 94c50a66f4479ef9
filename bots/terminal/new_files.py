"""Write a file that a person named: all of it or nothing, and never over another one unless told to."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

from qa.errors import UsageError


def write_file(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8.

    Raises:
        UsageError: If the file exists and `force` is not given, or cannot be written.
    """
    if path.exists() and not force:
        raise UsageError(f"The file {path} already exists. Choose another name, or give --force.")
    beside: Path | None = None
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            beside = Path(file.name)
            file.write(text)
        # Such a file is its owner's alone; what a person writes follows their own habits.
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except (OSError, ValueError) as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"{path} cannot be written: {reason}.") from error


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
