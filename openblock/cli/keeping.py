"""Checking, backing up and restoring the block's file without a window."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import nullcontext, suppress

from openblock.cli.arguments import Arguments
from openblock.cli.door import file_of, password_of, signed_in, who
from openblock.entry import backup_folders, entrance
from openblock.errors import Problem, StorageTrouble
from openblock.features.accounts.session import restorer
from openblock.i18n import _, format_moment, n_
from openblock.migrations.upgrade import newest
from openblock.storage.anchors import backup_heads
from openblock.storage.audit import Entry
from openblock.storage.backup import back_up
from openblock.storage.check import check
from openblock.storage.keys import unlock
from openblock.storage.restoring import restore

FINE, REFUSED = 0, 1


def check_now(arguments: Arguments) -> int:
    """Check pages, links, log, keys and schema; exit code 1 where anything is wrong."""
    store = signed_in(arguments)
    try:
        store.demand("storage.check")
        anchors = backup_heads(store, backup_folders(store)[0])
        report = check(store, newest=newest(), anchors=anchors)
        # What was found is told all the same where the file takes no more rows.
        with nullcontext() if report.is_clean else suppress(StorageTrouble):
            codes = [each.code for each in report.findings]
            store.note(Entry("check", details={"findings": codes}))
    finally:
        store.close()
    _tell(report.findings)
    if not report.is_clean:
        return REFUSED
    rows = n_("{number} row", "{number} rows", report.rows)
    print(
        _("The file is in order. Log: {rows}, head {number} {mac}.").format(
            rows=rows, number=report.head.number, mac=report.head.short
        )
    )
    return FINE


def back_up_now(arguments: Arguments) -> int:
    """Take a backup and prove it; says where it lies."""
    store = signed_in(arguments)
    try:
        store.demand("storage.back_up")
        first, second = backup_folders(store)
        made = back_up(store, arguments.folder or first, "asked", second=second)
        store.note(Entry("backup", details={"file": made.path.name}))
    finally:
        store.close()
    print(
        _("Backup of {moment}: {path}").format(moment=format_moment(made.taken_at), path=made.path)
    )
    return FINE


def restore_now(arguments: Arguments) -> int:
    """Put a backup in the place of the block's file, which is set aside and not deleted."""
    if arguments.backup is None:
        raise ValueError(arguments)
    if not arguments.backup.is_file():
        raise StorageTrouble("file-missing", path=str(arguments.backup))
    # The password is the one the backup was taken under: its own key file came with it.
    slot = who(entrance(arguments.backup), arguments.officer)
    dek = unlock(arguments.backup, slot.slot_id, password_of(slot.name))
    admit = restorer(slot.slot_id)
    done = restore(arguments.backup, file_of(arguments), dek, admit=admit, newest=newest())
    print(_("Restored: {path}").format(path=done.path))
    if done.quarantine is not None:
        print(_("The file that was there is kept in {path}").format(path=done.quarantine))
    _tell(done.doubts)
    return FINE


def _tell(findings: Iterable[Problem]) -> None:
    from openblock.ui.messages import words  # noqa: PLC0415  words are for what was found

    # Several damaged pages are one sentence.
    for sentence in dict.fromkeys(map(words, findings)):
        print(sentence, file=sys.stderr)
