"""Words for what printing and saving a sheet can refuse, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _no_printer(_facts: Facts) -> str:
    return _("No printer is set up on this computer. Save the sheet as a PDF instead.")


def _print_refused(facts: Facts) -> str:
    return _("The printer did not take the job: {reason}. Nothing was printed.").format(
        reason=fact(facts, "reason")
    )


def _sheet_unreadable(_facts: Facts) -> str:
    return _("The sheet cannot be shown. Close the preview and open it again.")


def _write_failed(facts: Facts) -> str:
    return _("The file could not be written: {file}. Choose another folder.").format(
        file=fact(facts, "path")
    )


WORDS = {
    "no-printer": _no_printer,
    "print-refused": _print_refused,
    "sheet-unreadable": _sheet_unreadable,
    "write-failed": _write_failed,
}
