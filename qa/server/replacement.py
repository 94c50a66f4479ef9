"""Put a library in the place of another one on a server; the old one is kept as a schema of another name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.errors import UsageError
from qa.server.connections import ServerConnection
from qa.server.rights import give_rights, roles_with_rights
from qa.server.standbys import position, wait_for_standbys
from qa.server.write_failures import PATIENCE_WITH_READERS, naming_readers
from qa.server.writer import alone
from qa.settings import ServerLibrary

_LONGEST = 36
"""Characters of a schema's name that are kept in the name of the old one, which is to be an address too."""


def replace_library(library: ServerLibrary, make: Callable[[ServerLibrary], object]) -> ServerLibrary:
    """Make a library beside the one that is there, put it in its place, and return where the old one is kept.

    A question that is being answered ends on the old one; the next is answered by the new one. Roles keep their rights.

    Args:
        make: Makes the new library, whole, at an address.

    Raises:
        LibraryBusyError: While another process writes to the library, or reads it for long.
        UsageError: If this role does not own the library, or may not make another schema.
    """
    # No address has a schema whose name begins like this, so that it is nobody's library.
    incoming = replace(library, schema=f"_incoming_{library.schema}")
    left = f'DROP SCHEMA IF EXISTS "{incoming.schema}" CASCADE'
    with alone(library) as connection:
        _require_owner(connection)
        # An interrupted replacement may have left one.
        connection.execute(left)
        try:
            make(incoming)
            # A reader's cache goes by this number: the one that it has seen must not come again for another state.
            connection.execute(
                f"""
                UPDATE "{incoming.schema}".state SET commit_number = greatest(
                    commit_number, (SELECT max(commit_number) + 1 FROM "{library.schema}".state)
                )
                """
            )
            for role, writes in roles_with_rights(connection, library.schema).items():
                give_rights(connection, incoming.schema, role, writes=writes)
            kept = replace(library, schema=_free_name(connection))
            with naming_readers(library, "replaced"), connection.transaction():
                connection.execute(f"SET LOCAL lock_timeout = '{PATIENCE_WITH_READERS}'")
                # Each transaction that reads looks into this table first. What is in the new one was committed before,
                # so that whoever waits here sees all of it.
                connection.execute(f'LOCK TABLE "{library.schema}".state IN ACCESS EXCLUSIVE MODE')
                connection.execute(f'ALTER SCHEMA "{library.schema}" RENAME TO "{kept.schema}"')
                connection.execute(f'ALTER SCHEMA "{incoming.schema}" RENAME TO "{library.schema}"')
        except BaseException:
            connection.end()
            if not connection.is_broken():
                connection.execute(left)
            raise
        written = position(connection)
    wait_for_standbys(library, written)
    return kept


def _require_owner(connection: ServerConnection) -> None:
    """Refuse another role: the library would be its own afterwards, and not that of who wrote to it until now."""
    row = connection.execute(
        "SELECT pg_get_userbyid(nspowner) AS owner, current_user AS own FROM pg_namespace WHERE nspname = ?",
        [connection.library.schema],
    ).fetchone()
    if row is not None and row["owner"] != row["own"]:
        raise UsageError(
            f"The library at {connection.library} belongs to the role {row['owner']}, which alone replaces it. Run "
            "this with an address of that role."
        )


def _free_name(connection: ServerConnection) -> str:
    rows = connection.execute("SELECT nspname FROM pg_namespace").fetchall()
    taken = {row["nspname"] for row in rows}
    number = 1
    while (name := f"{connection.library.schema[:_LONGEST]}_replaced_{number}") in taken:
        number += 1
    return name
