"""Turn what a server, or the way to it, says went wrong into the project's own errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors

from qa.errors import DamagedIndexError, UnreachableError, UsageError
from qa.settings import ServerLibrary


@contextmanager
def naming_failures(
    library: ServerLibrary, lost: type[UnreachableError] = UnreachableError
) -> Iterator[None]:
    """Turn failures of the server, and of the way to it, into the project's own errors, with what to do next.

    Args:
        lost: What to raise where the server, or the way to it, broke off.
    """
    try:
        yield
    except errors.InsufficientPrivilege as error:
        raise UsageError(f"This role may not do that at {library}: {first_line(error)}.") from error
    except errors.ReadOnlySqlTransaction as error:
        raise UsageError(
            f"The server of {library} takes no changes: {first_line(error)}. If it is a standby, let the address name "
            "the primary too, with target_session_attrs=read-write."
        ) from error
    except (errors.DataCorrupted, errors.IndexCorrupted) as error:
        raise DamagedIndexError(
            f"The server of {library} finds its files damaged: {first_line(error)}. Let a standby that is whole take "
            "its place, or make a new library with `qa restore` from a backup."
        ) from error
    except errors.QueryCanceled as error:
        raise UnreachableError(f"The server of {library} ended a statement: {first_line(error)}.") from error
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise lost(
            f"The server of {library} does not answer: {first_line(error)}. Try again when it does."
        ) from error


def first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
