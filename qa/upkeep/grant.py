"""Give a role of a database server the rights to one library: to ask it, or to write to it too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.errors import UsageError
from qa.settings import LibraryPlace, ServerLibrary

_NAME = re.compile(r"[A-Za-z_][\w.@-]{0,62}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Granted:
    """Which role may do what, and whether it was made for that: then it has no password yet."""

    library: str
    role: str
    writes: bool
    made: bool


def grant(library: LibraryPlace, role: str, *, writes: bool) -> Granted:
    """Let a role read a library, or write to it too, and do neither more nor anything in another one.

    What later versions of the program add to the library is included. A role that there is not is made.

    Raises:
        UsageError: If the library is in a folder, the name is none, or the own role may not do this.
        NoIndexError: If there is no library.
        UnreachableError: If the server does not answer.
    """
    if not isinstance(library, ServerLibrary):
        raise UsageError(
            "Rights are given on a server: name a library there, with --library postgresql://... Who may read a folder "
            "is for the system to say (`chmod`)."
        )
    if not _NAME.fullmatch(role):
        raise UsageError("The name of a role is one word of letters, digits and _ . @ -, such as reader.")
    from qa.server.connections import connect, reading
    from qa.server.failures import naming_failures
    from qa.server.rights import give_rights

    with reading(library):
        pass
    with naming_failures(library):
        connection = connect(library)
        try:
            connection.execute("BEGIN")
            found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = ?", [role]).fetchone()
            if found is None:
                connection.execute(f'CREATE ROLE "{role}" LOGIN')
            give_rights(connection, library.schema, role, writes=writes)
            connection.execute("COMMIT")
        finally:
            connection.end()
            connection.close()
    return Granted(str(library), role, writes, found is None)
