"""Backstops in the database itself, worded for SQLite and for PostgreSQL."""

from __future__ import annotations

from alembic import op


def append_only(table: str) -> None:
    """Refuse every UPDATE and DELETE of ``table``."""
    for verb in ("UPDATE", "DELETE"):
        name = f"{table}_no_{verb.lower()}"
        if op.get_context().dialect.name == "sqlite":
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
        else:
            _postgresql_refusal()
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only()"
            )


def no_overlap(table: str, owner: str, start: str, end: str, *, what: str = "") -> None:
    """Refuse two rows of one ``owner`` whose half-open intervals overlap.

    ``owner``, ``start`` and ``end`` are columns; the table has a column ``id``. The rules have
    refused it before in words; this is for what went past them. ``what`` names the owner where
    a table has two (``bed``, ``resident``).
    """
    named = f"{table}_no_{what}_overlap" if what else f"{table}_no_overlap"
    refusal = f"overlap:{table}:{what}" if what else f"overlap:{table}"
    if op.get_context().dialect.name != "sqlite":
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {named} EXCLUDE USING gist "
            f'({owner} WITH =, tstzrange("{start}", "{end}") WITH &&)'
        )
        return
    for verb in ("INSERT", "UPDATE"):
        op.execute(  # names of our own schema only
            f"CREATE TRIGGER {named}_{verb.lower()} BEFORE {verb} ON {table} "  # noqa: S608
            f"WHEN EXISTS (SELECT 1 FROM {table} s WHERE s.{owner} = NEW.{owner} "
            f'AND s.id IS NOT NEW.id AND s."{start}" < NEW."{end}" AND NEW."{start}" < s."{end}") '
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        )


def refuse_when(table: str, verb: str, when: str, why: str) -> None:
    """Refuse a row's INSERT, UPDATE or DELETE (``verb``) where ``when`` holds of OLD and NEW."""
    name = f"{table}_{why.replace('-', '_')}_{verb.lower()}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        return
    given_back = "OLD" if verb == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {when} THEN RAISE EXCEPTION '{why}'; END IF; RETURN {given_back}; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _postgresql_refusal() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only'; END $$"
    )
