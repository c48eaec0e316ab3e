"""Where the block's file and its backups lie, and the way into it; without a screen."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from openblock.features.accounts import queries
from openblock.features.accounts.session import Entrance
from openblock.migrations.upgrade import newest, upgrade
from openblock.storage.restoring import finish_restore
from openblock.storage.store import Store

FILE_NAME = "block.openblock"


def data_folder() -> Path:
    """The folder of this workstation's user for OpenBlock's data."""
    return user_data_path("OpenBlock", appauthor=False)


def default_file() -> Path:
    """The block's file when none is named."""
    return data_folder() / FILE_NAME


def usual_backup_folder(path: Path) -> Path:
    """The backup folder of a block whose administrator has not chosen one: beside its file."""
    return path.parent / "backups"


def entrance(path: Path) -> Entrance:
    """The door of the block's file at ``path``; an older file is backed up and upgraded there."""
    # Before anybody looks whether there is a file: half a restore is no first start.
    finish_restore(path)
    return Entrance(path, upgrade=_upgrade, newest=newest())


def backup_folders(store: Store) -> tuple[Path, Path | None]:
    """Where the open block is backed up to, and the second place, if one is set."""
    settings = store.read(queries.settings)
    first, second = (str(settings[key]) for key in ("backup_folder", "second_backup_folder"))
    return (
        Path(first) if first else usual_backup_folder(store.path),
        Path(second) if second else None,
    )


def _upgrade(path: Path, dek: bytes) -> bool:
    # The chosen folder stands in the file that cannot be read before it is upgraded.
    return upgrade(path, dek, backups=usual_backup_folder(path))
