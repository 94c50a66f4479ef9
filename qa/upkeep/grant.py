"""Give a role of a database server the rights to one library: to ask it, or to write to it too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.errors import UsageError
from qa.settings import LibraryPlace, ServerLibrary

_NAME = re.compile(r"[A-Za-z_][\w.@-]{0,62}", re.ASCII)
_READS, _WRITES = "SELECT", "SELECT, INSERT, UPDATE, DELETE"


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
    from qa.server.connections import connect, naming_failures, reading

    with reading(library):
        pass
    schema, named, rights = library.schema, f'"{role}"', _WRITES if writes else _READS
    with naming_failures(library):
        connection = connect(library)
        try:
            connection.execute("BEGIN")
            found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = ?", [role]).fetchone()
            if found is None:
                connection.execute(f"CREATE ROLE {named} LOGIN")
            for statement in (
                # First nothing, so that a role that wrote can be made one that reads.
                f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {named}",
                f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {named}",
                f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON TABLES FROM {named}",
                f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON SEQUENCES FROM {named}",
                f"GRANT USAGE ON SCHEMA {schema} TO {named}",
                f"GRANT {rights} ON ALL TABLES IN SCHEMA {schema} TO {named}",
                f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT {rights} ON TABLES TO {named}",
            ):
                connection.execute(statement)
            if writes:
                connection.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {named}")
                connection.execute(
                    f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT ON SEQUENCES TO {named}"
                )
            connection.execute("COMMIT")
        finally:
            connection.end()
            connection.close()
    return Granted(str(library), role, writes, found is None)
