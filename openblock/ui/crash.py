"""Where bugs end: a log without personal data, and a dialog that says the data is safe."""

from __future__ import annotations

import logging
import logging.handlers
import platform
import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock import __version__, clock
from openblock.errors import KnownError
from openblock.i18n import _
from openblock.ui.theme import px

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_LOG = logging.getLogger("openblock")


def log_folder() -> Path:
    """The user's own folder for logs."""
    return platformdirs.user_log_path("openblock")


def report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """What may be told of a fault: its kind and where it happened, never what was in it.

    Messages of exceptions quote names and values, so they are left out; a refusal's code is kept.
    """
    computer = f"{platform.system()} {platform.release()}"
    lines = [
        f"OpenBlock {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {computer}",
        f"{clock.now():%Y-%m-%d %H:%M:%S} UTC",
        "",
    ]
    lines += [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}: {frame.line}"
        for frame in traceback.extract_tb(trace)
    ]
    code = f" ({fault.code})" if isinstance(fault, KnownError) else ""
    lines.append(f"{kind.__name__}{code}")
    cause = fault.__cause__ or fault.__context__
    if cause is not None:
        lines.append(f"← {type(cause).__name__}")
    return "\n".join(lines)


def redacted(message: str) -> str:
    """A message of Qt without what it quotes: file names and texts may name people."""
    return _QUOTED.sub("…", message)


def open_log(folder: Path) -> Path | None:
    """Write the log to ``folder``; None when it cannot be written, and then there is no log."""
    path = folder / "openblock.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for old in list(_LOG.handlers):
        _LOG.removeHandler(old)
        old.close()
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    return path


class CrashDialog(QDialog):
    """Says what happened to whom it happened, offers the details, and lets the work go on."""

    close_wanted = Signal()

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("OpenBlock met a fault of its own"))
        self.details = details
        heading = QLabel(_("Something in the programme went wrong."))
        heading.setProperty("kind", "title")
        words = QLabel(
            _(
                "Your data is safe: everything saved before is in the file, and what was being "
                "saved just now is either wholly in it or not at all. Look whether the last change "
                "is there. Please send the details to whoever looks after the programme; they name "
                "no person."
            )
        )
        words.setWordWrap(True)
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName(_("Details of the fault"))
        box.setMinimumHeight(px(140))
        column = QVBoxLayout(self)
        for each in (heading, words, box):
            column.addWidget(each)
        column.addWidget(self._buttons())
        self.resize(px(560), px(400))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.copy_button = QPushButton(_("Copy details"))
        self.close_button = QPushButton(_("Close the programme"))
        self.continue_button = QPushButton(_("Go on working"))
        roles = QDialogButtonBox.ButtonRole
        buttons.addButton(self.copy_button, roles.ActionRole)
        buttons.addButton(self.close_button, roles.DestructiveRole)
        buttons.addButton(self.continue_button, roles.AcceptRole)
        self.continue_button.setDefault(True)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self._close_programme)
        self.continue_button.clicked.connect(self.accept)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText(_("Copied"))

    def _close_programme(self) -> None:
        self.accept()
        self.close_wanted.emit()


class Crashes(QObject):
    """Hears of every exception nobody caught, in any thread, and of what Qt complains about."""

    #: The officer wants the programme closed after a fault.
    close_wanted = Signal()
    _heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: CrashDialog | None = None
        self._heard.connect(self._show)

    def install(self, folder: Path | None = None) -> None:
        """Take over the hooks of Python and Qt; the log goes to ``folder``."""
        open_log(folder or log_folder())
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self.heed_qt)

    def caught(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault and show it; an interrupt from the keyboard ends the programme as usual."""
        if issubclass(kind, KeyboardInterrupt):
            self.close_wanted.emit()
            return
        details = report(kind, fault, trace)
        _LOG.error("%s", details)
        # Queued to the window's thread when it was another one that failed.
        self._heard.emit(details)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def heed_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Log what Qt complains about, without what it quotes."""
        _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", redacted(message))

    def _show(self, details: str) -> None:
        # One dialog is enough: a fault in a repaint would otherwise pile them up.
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(details)
        self.dialog.setModal(True)
        self.dialog.close_wanted.connect(self.close_wanted)
        self.dialog.finished.connect(self._closed)
        self.dialog.show()

    def _closed(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
