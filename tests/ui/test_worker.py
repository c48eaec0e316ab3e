"""The background worker: one job after another, cancelled, refused, failed, or left unheard."""

from __future__ import annotations

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from openblock.errors import KnownError
from openblock.ui.worker import Worker


@pytest.fixture
def worker(qapp):
    made = Worker()
    yield made
    made.close()


def test_work_runs_in_another_thread_and_is_heard_in_the_window_s(worker):
    heard = []
    worker.start(
        lambda _progress: threading.get_ident(),
        finished=lambda outcome: heard.append((outcome, QThread.currentThread())),
        refused=heard.append,
    )
    assert worker.finish()
    assert heard[0][0] != threading.get_ident()
    assert heard[0][1] is QThread.currentThread()


def test_jobs_run_one_after_another(worker):
    order = []
    for number in range(4):
        worker.start(
            lambda _progress, number=number: order.append(number),
            finished=lambda _outcome: None,
            refused=order.append,
        )
    worker.finish()
    assert order == [0, 1, 2, 3]
    assert not worker.is_busy


def test_progress_is_told_with_its_words(worker, qtbot):
    with qtbot.waitSignal(worker.progressed) as told:
        worker.start(
            lambda progress: progress.at(2, 5, "Reading"),
            finished=lambda _outcome: None,
            refused=lambda _refusal: None,
            words="Import",
        )
        assert worker.words == "Import"
    assert told.args == [2, 5, "Reading"]
    worker.finish()


def test_a_cancelled_job_says_so_and_those_that_wait_are_forgotten(worker):
    started, heard = threading.Event(), []

    def long(progress):
        started.set()
        while True:
            progress.at(0, 0)

    worker.start(long, finished=heard.append, refused=lambda refusal: heard.append(refusal.code))
    worker.start(lambda _progress: 1, finished=heard.append, refused=heard.append)
    started.wait(5)
    worker.cancel()
    worker.finish()
    assert heard == ["cancelled"]


def test_a_refusal_comes_back_as_it_was(worker):
    heard = []

    def refuse(_progress):
        raise KnownError("disk-full", path="x")

    worker.start(refuse, finished=heard.append, refused=heard.append)
    worker.finish()
    assert (heard[0].code, heard[0].facts) == ("disk-full", {"path": "x"})


def test_a_bug_goes_to_the_excepthook_and_the_next_job_runs(worker, monkeypatch):
    caught, heard = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _fault, trace: caught.append((kind, trace)))
    worker.start(lambda _progress: 1 // 0, finished=heard.append, refused=heard.append)
    worker.start(lambda _progress: "next", finished=heard.append, refused=heard.append)
    worker.finish()
    assert caught[0][0] is ZeroDivisionError
    assert caught[0][1] is not None
    assert heard == ["next"]


def test_nobody_hears_of_work_whose_owner_is_gone(worker, qtbot):
    go, heard, owner = threading.Event(), [], QObject()
    worker.start(
        lambda _progress: go.wait(5), finished=heard.append, refused=heard.append, owner=owner
    )
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    go.set()
    worker.finish()
    assert heard == []


def test_dropped_work_is_waited_for_and_not_heard(worker):
    started, ended, heard = threading.Event(), threading.Event(), []

    def stubborn(_progress):
        started.set()
        ended.wait(0.2)
        return 1

    worker.start(stubborn, finished=heard.append, refused=heard.append)
    started.wait(5)
    worker.drop()
    assert heard == []
    assert not worker.is_busy


def test_finish_gives_up_after_its_time(worker):
    go = threading.Event()
    worker.start(lambda _p: go.wait(5), finished=lambda _o: None, refused=lambda _r: None)
    assert not worker.finish(timeout_ms=50)
    go.set()
    assert worker.finish()


def test_python_s_collector_takes_no_widget_apart_in_the_thread(worker):
    heard = []
    worker.start(lambda _progress: gc.isenabled(), finished=heard.append, refused=heard.append)
    assert worker.finish()
    assert heard == [False]
    assert gc.isenabled()
