"""The fields of an officer's card, one for each thing an administrator enters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import HIGHEST_TEAM, LIMITS, NEEDED, RANKS
from openblock.i18n import _, sort_key
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit, YesNo
from openblock.ui.theme import px

ANOTHER_PERSON = "another_person"
_USUAL_TEAMS = 8


def officer_fields(rows: Sequence[OfficerRow]) -> list[Field]:
    """Every field in reading order; what others hold already is offered while typing."""
    ranks = [forms[0] for forms in RANKS]
    return [
        _text("badge", _("Badge")),
        _text("surname", _("Surname")),
        Field(
            ANOTHER_PERSON, "", YesNo(_("This is another person")), hint=_("Two may bear one name")
        ),
        _text("given_name", _("Given name")),
        _text("rank", _("Rank"), [*ranks, *(row.rank for row in rows)]),
        _text("position", _("Position"), [row.position for row in rows]),
        _text("post", _("Post"), [row.post for row in rows]),
        Field("team", _("Team"), Choice(team_options(rows))),
        _text("phone", _("Phone")),
        Field("active_from", _("In service from"), DayEdit(), needed=True),
        Field("last_day", _("Last day"), DayEdit(), hint=_("Empty while in service")),
        Field("is_mentor", _("Mentor"), YesNo(_("May mentor trainees"))),
        Field("mentor_certified_until", _("Mentor certified until"), DayEdit()),
    ]


def team_options(rows: Iterable[OfficerRow]) -> list[tuple[int | None, str]]:
    """No team, the usual ones, and as many as there are."""
    highest = max([_USUAL_TEAMS, *(row.team for row in rows if row.team)])
    teams = range(1, min(highest, HIGHEST_TEAM) + 1)
    return [(None, _("No team")), *((team, team_words(team)) for team in teams)]


def team_words(team: int) -> str:
    """Team 1, as the block calls it."""
    return _("Team {number}").format(number=team)


def _text(name: str, label: str, offered: Iterable[str] = ()) -> Field:
    editor = TextEdit()
    # One more than allowed: what was pasted too long is refused in words, not cut in silence.
    editor.setMaxLength(LIMITS[name] * 4)
    known = sorted({text for text in offered if text}, key=sort_key)
    if known:
        completer = QCompleter(known, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)
    return Field(name, label, editor, needed=name in NEEDED)


def scrolling(form: Form) -> QScrollArea:
    """``form`` in an area that scrolls up and down, never sideways."""
    holder = QWidget()
    holder.setProperty("kind", "panel")
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(px(16), px(8), px(16), px(16))
    inside.addWidget(form)
    inside.addStretch(1)
    layout = form.layout()
    if isinstance(layout, QFormLayout):
        # With large text there is no room for a label beside its field.
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area
