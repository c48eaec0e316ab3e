"""One background thread for work that may take longer than a blink: backups, imports, planning."""

from __future__ import annotations

import gc
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer, Signal
from shiboken6 import isValid

from openblock.errors import KnownError


class Cancelled(Exception):
    """The officer stopped the work; nothing is said about it but that."""


class Progress:
    """What a job is given: it reports how far it is, and learns whether it should stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._stop = threading.Event()
        #: Whether nobody is left who would hear how it ended.
        self.is_muted = False

    def at(self, done: int, total: int, words: str = "") -> None:
        """Say how far the job is (``total`` 0: unknown); raises :class:`Cancelled` if stopped."""
        self.check()
        self._report(done, total, words)

    def check(self) -> None:
        """Raise :class:`Cancelled` when the officer has stopped the job."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next :meth:`check`."""
        self._stop.set()

    def mute(self) -> None:
        """Let the job end unheard: whoever started it is gone."""
        self.is_muted = True


@dataclass(frozen=True, slots=True)
class Job:
    """Work for the thread, and who hears of its end (called in the window's own thread)."""

    work: Callable[[Progress], Any]
    finished: Callable[[Any], None]
    refused: Callable[[KnownError], None]
    words: str = ""


_Fault = tuple[type[BaseException], BaseException, TracebackType | None]


class _Bench(QObject):
    """Lives in the thread and does one job at a time."""

    ended = Signal(object, object, object)

    def do(self, job: Job, progress: Progress) -> None:
        """Run the job; whatever comes of it travels back as a signal, never as an exception."""
        try:
            outcome = job.work(progress)
        except Cancelled:
            self.ended.emit(job, None, Cancelled())
        except KnownError as refusal:
            self.ended.emit(job, None, refusal)
        except Exception as fault:
            # The thread must outlive any bug; the window's thread hands it to the excepthook.
            self.ended.emit(job, None, fault)
        else:
            self.ended.emit(job, outcome, None)


def _stop(thread: QThread, *_gone: object) -> None:
    # When the interpreter ends, the thread's object may have gone before the worker.
    if isValid(thread):
        thread.quit()
        thread.wait()


class Worker(QObject):
    """The window's one background worker: jobs queue up and run one after another."""

    #: True when a job starts, False when the last one ended.
    busy = Signal(bool)
    #: done, total (0: unknown), words.
    progressed = Signal(int, int, str)
    _go = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Job, Progress]] = deque()
        self._current: tuple[Job, Progress] | None = None
        self._thread = QThread()
        self._thread.setObjectName("openblock-worker")
        self._bench = _Bench()
        self._bench.moveToThread(self._thread)
        self._go.connect(self._bench.do)
        self._bench.ended.connect(self._end)
        # A thread that still runs when its object goes takes the whole process with it.
        self.destroyed.connect(partial(_stop, self._thread))

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._current is not None

    @property
    def words(self) -> str:
        """What the job that runs now calls itself."""
        return self._current[0].words if self._current else ""

    def start(
        self,
        work: Callable[[Progress], Any],
        *,
        finished: Callable[[Any], None],
        refused: Callable[[KnownError], None],
        words: str = "",
        owner: QObject | None = None,
    ) -> Progress:
        """Queue ``work``; ``finished(result)`` or ``refused(error)`` is called in this thread.

        ``refused`` hears "cancelled" of a job that was stopped. Neither is called when ``owner``
        (a dialog that the callbacks belong to) is destroyed before the job ends.
        """
        progress = Progress(self.progressed.emit)
        if owner is not None:
            owner.destroyed.connect(progress.mute)
        self._waiting.append((Job(work, finished, refused, words), progress))
        if self._current is None:
            self.busy.emit(True)
            self._next()
        return progress

    def cancel(self) -> None:
        """Ask the running job to stop and forget those that wait."""
        self._waiting.clear()
        if self._current:
            self._current[1].cancel()

    def drop(self) -> None:
        """Stop what runs, wait for it, and let nobody hear of it: the officer has left."""
        self._waiting.clear()
        if self._current:
            self._current[1].cancel()
            self._current[1].mute()
        self.finish()

    def finish(self, timeout_ms: int = 30_000) -> bool:
        """Let what was queued end while the window stays alive; False when it took too long."""
        if self._current is None:
            return True
        loop = QEventLoop()
        self.busy.connect(loop.quit)
        QTimer.singleShot(timeout_ms, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._current is None

    def close(self) -> None:
        """Stop what runs and end the thread; the worker is not used again."""
        self.cancel()
        self.finish()
        self._thread.quit()
        self._thread.wait()

    def _next(self) -> None:
        self._current = self._waiting.popleft() if self._waiting else None
        if self._current is None:
            self.busy.emit(False)
        else:
            # Not before the first job: most starts of the window need no thread.
            if not self._thread.isRunning():
                self._thread.start()
            # Python's collector runs in whatever thread allocates, and a widget it takes apart in
            # this one brings the process down; it waits until the job has ended.
            gc.disable()
            self._go.emit(*self._current)

    def _end(self, job: Job, outcome: object, fault: BaseException | None) -> None:
        gc.enable()
        muted = self._current is not None and self._current[1].is_muted
        try:
            if muted:
                return
            if fault is None:
                job.finished(outcome)
            elif isinstance(fault, Cancelled):
                job.refused(KnownError("cancelled"))
            elif isinstance(fault, KnownError):
                job.refused(fault)
            else:
                sys.excepthook(type(fault), fault, fault.__traceback__)
        finally:
            self._next()
