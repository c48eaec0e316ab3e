"""Asks for the reason a warning of the roster is left as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.roster.commands import AcceptProblem, accept_problem
from openblock.features.roster.queries import RosterProblem
from openblock.features.roster.ui.problems import heading_of, sentence_of
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.forms.dialog import FormDialog


def ask_to_keep(desk: Desk, each: RosterProblem, parent: QWidget) -> bool:
    """Show the question about ``each``; whether a reason was given and stored."""

    def send(values: dict[str, str]) -> None:
        request = AcceptProblem(each.officer_id or 0, each.day, each.problem.code, values["reason"])
        desk.attempt(accept_problem, request, _("Kept with a reason"))

    form = Form([Field("reason", _("Reason"), TextEdit(), needed=True)], above=True)
    intro = f"{heading_of(each)}\n{sentence_of(each)}"
    title = _("Keep with a reason")
    return bool(FormDialog(title, form, send, intro=intro, parent=parent).exec())
