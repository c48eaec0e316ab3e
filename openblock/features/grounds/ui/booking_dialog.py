"""Books an area for a group, or changes a booking: what forbids it stands there while typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from openblock import clock
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import (
    AreaRow,
    BookingRow,
    EarlierGroup,
    WeekAsked,
    areas,
    booking_card,
    earlier_groups,
    grounds_limits,
    risks_of_booking,
    supervisor_offers,
    week,
)
from openblock.features.grounds.rules.content import BookingContent
from openblock.features.grounds.ui.area_facts import area_facts, bookable
from openblock.features.grounds.ui.booking_fields import (
    at_hours,
    booking_fields,
    content_of,
    fill,
)
from openblock.features.grounds.ui.booking_groups import GroupsBox
from openblock.features.grounds.ui.booking_kept import KeptDialog
from openblock.features.grounds.ui.booking_said import named
from openblock.features.grounds.ui.people_edit import PICKED
from openblock.features.shadowing.ui.hours_edit import HOURS
from openblock.features.staff.queries import officers
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.entries import MOST_NUMBERED
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.shortcuts import hint, sequence
from openblock.ui.theme import on_screen, px

_WIDTH, _HEIGHT, _STACKED_BELOW = 940, 620, 760
NOBODY = "booking-nobody"


class BookingDialog(KeptDialog):
    """One key takes a group that was booked before; Enter books it."""

    #: The booking is to repeat: its content so far.
    repeat_wanted = Signal(object)
    draft_form = "booking"

    def __init__(
        self,
        desk: Desk,
        draft: BookingContent,
        booking_id: int | None = None,
        version: int = 0,
        *,
        parent: QWidget,
    ) -> None:
        title, save = _("Book an area"), _("Book")
        if booking_id is not None:
            title, save = _("Change the booking"), _("Save")
        super().__init__(desk, title, save, parent)
        self._booking_id, self._version = booking_id, version
        rows = desk.read(areas)
        held = [row for row in rows if row.area_id == draft.area_id]
        shown = bookable(rows)
        self._areas: Mapping[int, AreaRow] = {row.area_id: row for row in (*shown, *held)}
        self._groups_of: int | None = None
        self._approval = desk.read(grounds_limits).approval
        self._offers_for: tuple[object, ...] = ()
        self._about_for: tuple[object, ...] = ()
        self.about = labelled("", "secondary")
        self.reason = labelled("", "secondary")
        self.groups = GroupsBox(self)
        self._lay_fields()
        self._lay_groups()
        fill(self.form, draft)
        self._fill_officer(draft)
        self.repeat_button.setVisible(booking_id is None)
        self.take_size(_WIDTH, _HEIGHT)
        self.look()
        self._focus_first(draft)

    # What is asked and sent

    def request(self) -> BookArea | None:
        content = content_of(self.form)
        if content is None:
            return None
        return BookArea(content, self._booking_id, self._version, self.override())

    def risks(self, request: BookArea) -> Sequence[Problem]:
        self._read_around(request.content)
        fresh = self.request() or request
        found = at_hours(self.desk.read(risks_of_booking, fresh, clock.now()))
        self.form.fields["residents"].editor.mark(found)
        # An empty field is no mistake yet while the rest is being filled in.
        return tuple(each for each in found if each.code != NOBODY)

    def send(self, request: BookArea) -> None:
        said = named(request.content, self._areas[request.content.area_id].content.name)
        try:
            self.desk.attempt(book_area, request, self._words().format(booking=said))
        except RuleBroken as refusal:
            raise RuleBroken(*at_hours(refusal.problems)) from refusal
        except KnownError as refusal:
            if refusal.code == "changed-meanwhile":
                self._build_upon_theirs()
            raise

    def _words(self) -> str:
        if self._booking_id is not None:
            return _("Changed: {booking}")
        waits = self._approval and not self.desk.may("grounds.approve_booking")
        return _("Requested: {booking}") if waits else _("Booked: {booking}")

    def missing(self) -> str:
        return _("Choose the area, the day and the time.")

    def look(self) -> None:
        """Also say what the area is, and who was booked there before."""
        self.desk.show(self._read_area)
        super().look()

    # Kept over a lock

    def typed(self) -> dict[str, Any]:
        values = super().typed()
        span = values.pop(HOURS)
        return {
            **values,
            "starts_at": span.start if span else None,
            "ends_at": span.end if span else None,
            "version": self._version,
        }

    # One key for a whole group

    def take_group(self, group: EarlierGroup) -> None:
        """The same people again, for the same purpose, with the same things, as long as then."""
        self.form.fill(
            {
                "residents": group.residents,
                "purpose": group.purpose,
                "equipment": group.equipment,
            }
        )
        self.form.fields[HOURS].editor.set_length(group.minutes)
        self.save_button.setFocus()

    def repeat(self) -> None:
        """Turn to the page of repeating; what is typed goes along."""
        if self._pause.isActive():
            self.look()
        request = self.request()
        if not self.form.check() or request is None:
            return
        if not request.content.residents:
            self._show((Problem(NOBODY, field="residents"),), met=True)
            self.form.fields["residents"].setFocus()
            return
        self.reject()
        self.repeat_wanted.emit(request.content)

    # Inside

    def _read_area(self) -> None:
        row = self._areas.get(self.form.fields["area_id"].value())
        day = self.form.fields["day"].value()
        self.form.fields[HOURS].editor.set_day(day)
        if row is None:
            self.about.clear()
            return
        if self._about_for != (row.area_id, day):
            self._about_for = (row.area_id, day)
            self.about.setText(self._about(row, day))
        self.form.fields["residents"].editor.offer_places(row.content.capacity)
        if self._groups_of != row.area_id:
            self._groups_of = row.area_id
            self._read_groups(row.area_id)

    def _about(self, row: AreaRow, day: date | None) -> str:
        if day is None:
            return area_facts(row.content)
        seen = self.desk.read(week, WeekAsked(day, day, row.area_id), clock.now())
        hours = seen.open.get((row.area_id, day), ())
        return area_facts(row.content, seen.days[0].light, hours, seen.limits)

    def _read_groups(self, area_id: int) -> None:
        now = clock.now()
        groups = self.desk.read(
            earlier_groups, area_id, now, limit=MOST_NUMBERED, consult=PICKED
        ) or self.desk.read(earlier_groups, None, now, limit=MOST_NUMBERED)
        names = {number: row.content.name for number, row in self._areas.items()}
        self.groups.show_groups(groups, names, area_id)
        known = dict.fromkeys(each.purpose for each in groups if each.purpose)
        self.form.fields["purpose"].editor.offer(known)

    def _fill_officer(self, draft: BookingContent) -> None:
        if self._booking_id is not None:
            # Opening a booking is a look at it, and one that is gone is not opened.
            self._stored(self._booking_id)
        if draft.officer_id is None:
            return
        rows = self.desk.read(officers)
        named = {row.officer_id: row.content.name for row in rows}
        choice = self.form.fields["officer_id"].editor
        choice.keep(draft.officer_id, named.get(draft.officer_id, ""))

    def _read_around(self, content: BookingContent) -> None:
        """Who could watch, asked again only where the answer may be another."""
        asked = (content.area_id, content.span, len(content.residents))
        choice = self.form.fields["officer_id"].editor
        if asked != self._offers_for:
            self._offers_for = asked
            offers = self.desk.read(supervisor_offers, content, self._booking_id)
            choice.show_offers(offers, needed=self._areas[content.area_id].content.ratio > 0)
        self.reason.setText(choice.reason(choice.value()))

    def _build_upon_theirs(self) -> None:
        """Sent again, this one goes over what somebody else saved meanwhile (SEC-09)."""
        if self._booking_id is not None:
            self._version = self._stored(self._booking_id).version

    def _stored(self, booking_id: int) -> BookingRow:
        """The booking as it stands now; somebody may have taken it back (KnownError)."""
        look = Consultation("booking", str(booking_id))
        card = self.desk.read(booking_card, booking_id, clock.now(), consult=look)
        if card is None:
            raise KnownError("booking-unknown")
        return card.booking

    def _focus_first(self, draft: BookingContent) -> None:
        """Where something is wrong, or missing; where nothing is, Enter books."""
        wrong = [field for field in self.form.fields.values() if field.problem()]
        if wrong and not self.save_button.isEnabled():
            wrong[0].setFocus()
        else:
            (self.save_button if draft.residents else self.form.fields["residents"]).setFocus()

    # Looks

    def _lay_fields(self) -> None:
        for name, field in booking_fields(self.desk, tuple(self._areas.values())).items():
            self.form.add(field)
            below = {"area_id": self.about, "officer_id": self.reason}.get(name)
            column = field.layout()
            if below is not None and column is not None:
                below.setWordWrap(True)
                below.setTextFormat(Qt.TextFormat.PlainText)
                # Under its field, not under the label, over all the width there is.
                column.addWidget(below)
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _lay_groups(self) -> None:
        self.body.addWidget(self.groups, 1)
        self.groups.taken.connect(self.take_group)
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            self.body.setDirection(QBoxLayout.Direction.TopToBottom)
            self.body.setAlignment(self.form, Qt.AlignmentFlag(0))

    def _buttons(self) -> QHBoxLayout:
        row = super()._buttons()
        self.repeat_button = QPushButton(icon("cycle"), _("Repeat\N{HORIZONTAL ELLIPSIS}"))
        self.repeat_button.setAutoDefault(False)
        self.repeat_button.setToolTip(hint(_("The same on other dates as well"), "repeat-booking"))
        self.repeat_button.setShortcut(sequence("repeat-booking"))
        self.repeat_button.clicked.connect(self.repeat)
        row.insertWidget(0, self.repeat_button)
        return row
