"""Tests of what a command may tell the log."""

from __future__ import annotations

from openblock.storage.acts import Done
from openblock.storage.log import LogFilter, log_rows


def test_several_subjects_and_reasons_are_logged_once_each(store):
    def command(work, _request):
        work.about("officer", 5, reason="moved")
        work.about("officer", 5, reason="moved")
        work.about("officer", 6)
        work.about("officer", 7, reason="ill")
        return Done()

    store.run(command, None)
    (row,) = store.read(log_rows, LogFilter(operation="test_acts.command"))
    assert row.subjects == (("officer", "5"), ("officer", "6"), ("officer", "7"))
    assert row.reason == "moved; ill"
