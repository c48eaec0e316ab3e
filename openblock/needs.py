"""What the programme needs from the computer, named before anything fails for want of it."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from openblock.clock import today
from openblock.i18n import _

# Module, and the package that brings it. tests/architecture holds this against pyproject.toml.
PACKAGES = {
    "PySide6.QtWidgets": "PySide6_Essentials",
    "PySide6.QtPdf": "PySide6_Pdf",
    "sqlalchemy": "SQLAlchemy",
    "alembic": "alembic",
    "sqlcipher3": "sqlcipher3",
    "argon2": "argon2-cffi",
    "cryptography": "cryptography",
    "reportlab": "reportlab",
    "platformdirs": "platformdirs",
    "holidays": "holidays",
    "astral": "astral",
    "icalendar": "icalendar",
    "openpyxl": "openpyxl",
    "xlsxwriter": "xlsxwriter",
}

# Library, and the Debian package that brings it: what Qt loads to show any window,
_WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# and what it loads besides to show one on an X display, where it would abort without a word.
_X_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_X_PORT = 6000


def missing_packages() -> tuple[str, ...]:
    """The Python packages that are not installed, by the names they are installed under."""
    return tuple(package for module, package in PACKAGES.items() if not _found(module))


def _found(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def missing_libraries(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The Debian packages of the system libraries a window needs and the computer lacks."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = dict(_WINDOW_LIBRARIES)
    if _platform(environment) == "xcb":
        wanted |= _X_LIBRARIES
    return tuple(package for library, package in wanted.items() if not _loads(library))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _platform(environment: Mapping[str, str]) -> str:
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen:
        return chosen
    return "wayland" if environment.get("WAYLAND_DISPLAY") else "xcb"


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown; Qt would abort the process to say that it cannot."""
    if not sys.platform.startswith("linux") or _platform(environment) != "xcb":
        return True
    return _x_answers(environment.get("DISPLAY", ""))


def _x_answers(display: str) -> bool:
    host, _colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = Path("/tmp/.X11-unix", f"X{number}")  # noqa: S108 - where X servers listen
        return _connects(socket.AF_UNIX, str(path)) or _connects(socket.AF_UNIX, f"\0{path}")
    return _connects(socket.AF_INET, (host, _X_PORT + int(number)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with closing(socket.socket(family, socket.SOCK_STREAM)) as line:
        line.settimeout(2)
        try:
            line.connect(address)
        except OSError:
            return False
    return True


def _started_as() -> str:
    return "python main.py" if Path(sys.argv[0]).name == "main.py" else "openblock"


def package_trouble() -> str:
    """What to install when Python packages are missing, as a sentence; empty when none is."""
    missing = missing_packages()
    if not missing:
        return ""
    return _(
        "OpenBlock needs these Python packages: {names}.\n"
        "In its folder, install them with:\n  {command}"
    ).format(
        names=", ".join(missing),
        command="python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python main.py",
    )


def window_trouble(environment: Mapping[str, str] = os.environ) -> str:
    """Why no window can be shown and what to do instead, as sentences; empty when one can."""
    if not has_screen(environment):
        return _(
            "There is no screen to show a window on.\nThe roster can be printed without one:\n"
            "  {command}"
        ).format(
            command=f"{_started_as()} print roster --month {today():%Y-%m} --output roster.pdf"
        )
    libraries = missing_libraries(environment)
    if not libraries:
        return ""
    return _(
        "A window needs these system libraries: {names}.\nOn Debian, install them with:\n"
        "  {command}"
    ).format(
        names=", ".join(libraries),
        command=f"sudo apt-get install --no-install-recommends {' '.join(libraries)}",
    )
