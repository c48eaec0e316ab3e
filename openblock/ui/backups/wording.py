"""How backups and the findings of a check read."""

from __future__ import annotations

from datetime import datetime

from openblock.i18n import _, format_moment, n_
from openblock.storage.check import Report
from openblock.storage.manifest import Backup
from openblock.ui.messages import words
from openblock.ui.status import age_in_words

_MOST_FINDINGS = 5


def reason_words(reason: str) -> str:
    """Why a backup was taken."""
    known = {
        "regular": _("regular"),
        "close": _("when the programme closed"),
        "asked": _("asked for"),
        "import": _("before an import"),
        "migration": _("before an update of the file"),
        "restore": _("before a restore"),
        "repair": _("before a repair"),
    }
    return known.get(reason, reason)


def restore_words(backup: Backup, now: datetime) -> str:
    """What restoring ``backup`` replaces, in whole sentences."""
    return _(
        "The block's file is replaced by the backup of {moment}, {age} old. Everything entered "
        "after that is not in it. The present file is put aside in a folder beside it and is not "
        "deleted. The window locks; sign in afterwards with the password that was valid then."
    ).format(moment=format_moment(backup.taken_at), age=age_in_words(now - backup.taken_at))


def report_words(report: Report) -> str:
    """What a check found, in whole sentences."""
    if report.is_clean:
        return _(
            "The file is sound: every page, link and row of the log ({rows}) is whole."
        ).format(rows=report.rows)
    said = [words(each) for each in report.findings[:_MOST_FINDINGS]]
    found = len(report.findings)
    head = n_(
        "The check found {number} thing that is wrong.",
        "The check found {number} things that are wrong.",
        found,
    )
    return " ".join((head, *dict.fromkeys(said)))
