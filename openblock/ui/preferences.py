"""How each officer has arranged the window: sizes, order, zoom; never anything about a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

WORKSTATION = "workstation"


def default_path() -> Path:
    """The file the arrangements are kept in, in the user's own configuration folder."""
    return platformdirs.user_config_path("openblock") / "window.ini"


class Preferences:
    """Plain values under a group of one ini file: ``account-7`` or ``workstation``.

    Values are JSON, so that what comes back has the type that went in; a value nobody can read
    any more counts as absent. A folder that cannot be written only means nothing is remembered.
    """

    def __init__(self, path: Path | None, group: str) -> None:
        self._path = path
        self._group = group
        self._kept: dict[str, Any] = {}
        self._file = self._open() if path else None

    def _open(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)

    def of(self, account_id: int) -> Preferences:
        """The arrangements of one officer, by the number of the account."""
        return Preferences(self._path, f"account-{account_id}")

    def prefer(self, key: str, default: Any = None) -> Any:
        """What was remembered under ``key``, or ``default``."""
        if self._file is None:
            return self._kept.get(key, default)
        written = self._file.value(f"{self._group}/{key}")
        try:
            return json.loads(str(written)) if written is not None else default
        except ValueError:
            return default

    def remember(self, key: str, value: Any) -> None:
        """Keep ``value`` (anything JSON can say) for the next start."""
        if self._file is None:
            self._kept[key] = value
        else:
            self._file.setValue(f"{self._group}/{key}", json.dumps(value))

    def prefer_bytes(self, key: str) -> QByteArray:
        """A state Qt saved (geometry, header), empty when there is none."""
        return QByteArray.fromBase64(str(self.prefer(key, "")).encode("ascii", "ignore"))

    def remember_bytes(self, key: str, state: QByteArray) -> None:
        """Keep a state Qt saved."""
        self.remember(key, bytes(state.toBase64().data()).decode("ascii"))

    def flush(self) -> None:
        """Write to the disk now."""
        if self._file is not None:
            self._file.sync()
