"""Takes a file to the newest schema: backed up first, in one transaction, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from openblock.errors import StorageTrouble
from openblock.storage.backup import back_up_file
from openblock.storage.engine import close_engine, create_file, open_file, schema_version

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent


def newest() -> int:
    """The number of the last step this programme knows, read from the steps' file names.

    Every start asks; Alembic itself is loaded only where there is a step to take.
    """
    steps = (SCRIPTS / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    return max(int(step.name[:4]) for step in steps)


def create(path: Path, dek: bytes) -> None:
    """Make a new file at ``path`` with the newest schema; raises as :func:`create_file` does."""
    create_file(path, dek)
    upgrade(path, dek, backups=None)


def upgrade(path: Path, dek: bytes, *, backups: Path | None, to: int | None = None) -> bool:
    """Take the file at ``path`` to the newest schema (or step ``to``); whether that was needed.

    ``backups`` is the folder for the backup taken first; only a file without data goes without.
    Raises StorageTrouble "file-newer", "upgrade-broke-links" and as :func:`open_file` does;
    the file is then as it was.
    """
    known = newest()
    target = known if to is None else to
    engine = open_file(path, dek, newest=known, foreign_keys=False)
    try:
        present = schema_version(engine)
        if present >= target:
            return False
        if present and backups is not None:
            back_up_file(path, dek, backups, "upgrade")
        with engine.connect() as connection, connection.begin():
            _run(connection, path, target)
    finally:
        close_engine(engine, path)
    return True


def _run(connection: Connection, path: Path, target: int) -> None:
    """Every missing step and the proof that no link is broken, inside the one transaction."""
    from alembic import command  # noqa: PLC0415 - slow to load, rarely needed

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, f"{target:04d}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise StorageTrouble("upgrade-broke-links", path=str(path), table=broken[0][0])
    connection.exec_driver_sql(f"PRAGMA user_version={target}")


def _config() -> Config:
    from alembic.config import Config  # noqa: PLC0415 - slow to load, rarely needed

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    return config
