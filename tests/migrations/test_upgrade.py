"""Tests of the schema's steps: they build what is mapped, keep every row, never stop halfway."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.migrations import upgrade as upgrading
from openblock.migrations.upgrade import create, newest, upgrade
from openblock.schema import metadata
from openblock.storage.acts import Actor
from openblock.storage.audit import Entry, append
from openblock.storage.backup import list_backups
from openblock.storage.check import check_file
from openblock.storage.engine import close_engine, create_file, open_file, schema_version
from openblock.storage.keys import derive

DEK = bytes(range(32))
KILLS = 100 if "OPENBLOCK_THOROUGH" in os.environ else 4


@pytest.fixture
def path(tmp_path):
    return tmp_path / "block.openblock"


def version_of(path):
    engine = open_file(path, DEK)
    found = schema_version(engine)
    close_engine(engine, path)
    return found


def older_file(path, step):
    """A file as the programme of that step made it, with rows in its log."""
    create_file(path, DEK)
    upgrade(path, DEK, backups=None, to=step)
    engine = open_file(path, DEK)
    with engine.begin() as connection:
        for number in range(20):
            append(
                connection,
                derive(DEK, "audit"),
                Entry("staff.add_officer", [("officer", str(number))]),
                actor=Actor(1, "Anna", "x"),
                at=clock.now(),
                workstation="w",
            )
    close_engine(engine, path)


def test_the_steps_build_exactly_the_mapped_schema(path):
    create(path, DEK)
    mapped = metadata()
    engine = open_file(path, DEK)

    def ours(thing, _name, kind, _reflected, _other):
        table = thing if kind == "table" else getattr(thing, "table", None)
        return table is None or not table.info.get("only_in_tests")

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": ours}
        )
        differences = compare_metadata(context, mapped)
    close_engine(engine, path)
    assert differences == []


def test_no_mapped_class_writes_behind_the_log():
    """A table that a relationship fills by itself would change without a row in the log."""
    from openblock.storage.base import Base

    metadata()
    secondary = [
        relation
        for mapper in Base.registry.mappers
        for relation in mapper.relationships
        if relation.secondary is not None
    ]
    assert secondary == []


def test_the_backstops_of_the_log_are_there(path):
    create(path, DEK)
    engine = open_file(path, DEK)
    with engine.connect() as connection:
        found = set(
            connection.execute(
                text("SELECT name FROM sqlite_master WHERE type='trigger'")
            ).scalars()
        )
    close_engine(engine, path)
    assert {
        f"{table}_no_{verb}"
        for table in ("audit_row", "audit_subject")
        for verb in ("update", "delete")
    } <= found


def test_a_new_file_has_the_newest_schema_and_needs_nothing(path, tmp_path):
    create(path, DEK)
    assert version_of(path) == newest()
    assert not upgrade(path, DEK, backups=tmp_path / "backups")
    assert list_backups(tmp_path / "backups") == ()
    assert check_file(path, DEK, newest=newest()).is_clean


@pytest.mark.parametrize("step", range(1, newest()))
def test_a_file_of_every_step_is_backed_up_and_taken_to_the_newest(path, tmp_path, step):
    older_file(path, step)
    assert upgrade(path, DEK, backups=tmp_path / "backups")
    assert version_of(path) == newest()
    report = check_file(path, DEK, newest=newest())
    assert (report.is_clean, report.rows) == (True, 20)
    (taken,) = list_backups(tmp_path / "backups")
    assert (taken.reason, taken.schema, taken.head.number) == ("upgrade", step, 20)


def test_a_file_of_a_newer_programme_is_refused_and_left(path, tmp_path):
    create(path, DEK)
    engine = open_file(path, DEK)
    with engine.begin() as connection:
        connection.execute(text(f"PRAGMA user_version={newest() + 1}"))
    close_engine(engine, path)
    before = path.read_bytes()
    with pytest.raises(StorageTrouble, match="file-newer"):
        upgrade(path, DEK, backups=tmp_path / "backups")
    assert path.read_bytes() == before


def broken_steps(tmp_path, body):
    """The real steps and one more, which goes wrong."""
    folder = tmp_path / "steps"
    source = Path(upgrading.__file__).parent
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = newest()
    (folder / "versions" / f"{last + 1:04d}_wrong.py").write_text(
        f"from alembic import op\nrevision = '{last + 1:04d}'\ndown_revision = '{last:04d}'\n"
        f"def upgrade():\n{textwrap.indent(textwrap.dedent(body), '    ')}\n"
    )
    return folder


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("op.execute('CREATE TABLE half (a)')\nraise ZeroDivisionError", ZeroDivisionError),
        (
            "op.execute(\"INSERT INTO audit_subject VALUES (77, 'about', 'a', 'b')\")",
            StorageTrouble,
        ),
    ],
)
def test_a_step_that_fails_or_breaks_links_leaves_the_file_as_it_was(
    path, tmp_path, monkeypatch, body, told
):
    create(path, DEK)
    steps = broken_steps(tmp_path, body)
    known = newest()
    monkeypatch.setattr(upgrading, "SCRIPTS", steps)
    assert newest() == known + 1
    with pytest.raises(told):
        upgrade(path, DEK, backups=tmp_path / "backups")
    assert version_of(path) == known
    engine = open_file(path, DEK)
    with engine.connect() as connection:
        tables = set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
    close_engine(engine, path)
    assert "half" not in tables
    assert check_file(path, DEK).is_clean


def test_a_table_rebuilt_keeps_the_rows_that_hang_on_it(path, tmp_path, monkeypatch):
    """With foreign keys on, the rebuild would silently empty the tables below."""
    create(path, DEK)
    engine = open_file(path, DEK)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE top (id INTEGER PRIMARY KEY, a TEXT)"))
        connection.execute(
            text("CREATE TABLE below (id INTEGER REFERENCES top (id) ON DELETE CASCADE)")
        )
        connection.execute(text("INSERT INTO top VALUES (1, 'x')"))
        connection.execute(text("INSERT INTO below VALUES (1)"))
    close_engine(engine, path)
    body = """
        import sqlalchemy as sa
        with op.batch_alter_table('top', recreate='always') as batch:
            batch.add_column(sa.Column('b', sa.Text()))
    """
    monkeypatch.setattr(upgrading, "SCRIPTS", broken_steps(tmp_path, body))
    assert upgrade(path, DEK, backups=tmp_path / "backups")
    engine = open_file(path, DEK)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM below")).scalar_one() == 1
    close_engine(engine, path)


UPGRADER = """
    import sys
    from pathlib import Path
    from openblock.migrations.upgrade import newest, upgrade
    newest()
    print("go", flush=True)
    upgrade(Path(sys.argv[1]), bytes(range(32)), backups=Path(sys.argv[2]))
    print("done", flush=True)
"""


def test_an_upgrade_killed_midway_leaves_the_old_file_or_the_new(path, tmp_path):
    older_file(path, 1)
    old = path.read_bytes()
    chance = random.Random(os.urandom(8))
    seen = {}
    for _ in range(KILLS):
        for each in path.parent.glob(path.name + "*"):
            each.unlink()
        path.write_bytes(old)
        script = [sys.executable, "-c", textwrap.dedent(UPGRADER), path, tmp_path / "backups"]
        with subprocess.Popen(
            script, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        ) as child:
            assert child.stdout.readline() == b"go\n"
            time.sleep(chance.uniform(0, 0.25))
            child.send_signal(signal.SIGKILL)
        report = check_file(path, DEK)
        assert report.is_clean, report
        assert report.rows == 20
        assert report.schema in (1, newest())
        seen[report.schema] = seen.get(report.schema, 0) + 1
        upgrade(path, DEK, backups=tmp_path / "backups")
        assert version_of(path) == newest()
    print(f"{KILLS} killed upgrades by schema found: {seen}")  # noqa: T201


def test_the_newest_step_by_file_name_is_the_head_of_the_history():
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(upgrading.__file__).parent))
    assert newest() == int(script.get_current_head() or 0)
