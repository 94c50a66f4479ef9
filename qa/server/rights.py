"""Give roles the rights to one library, and to nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from qa.server.connections import ServerConnection

_READS, _WRITES = "SELECT", "SELECT, INSERT, UPDATE, DELETE"


def give_rights(connection: ServerConnection, schema: str, role: str, *, writes: bool) -> None:
    """Let a role read the tables of a schema, or write to them too, also those that are added later; and no more."""
    named, rights = f'"{role}"', _WRITES if writes else _READS
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


def roles_with_rights(connection: ServerConnection, schema: str) -> Mapping[str, bool]:
    """Return the roles that were let into a schema, beside its owner, each with whether it may write."""
    rows = connection.execute(
        """
        SELECT r.rolname, EXISTS (
            SELECT 1 FROM pg_class c, aclexplode(c.relacl) t WHERE c.relnamespace = n.oid AND c.relname = 'state'
                AND t.grantee = r.oid AND t.privilege_type = 'INSERT'
        ) AS writes
        FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
        WHERE n.nspname = ? AND a.privilege_type = 'USAGE' AND a.grantee != n.nspowner
        """,
        [schema],
    )
    return {row["rolname"]: bool(row["writes"]) for row in rows}
