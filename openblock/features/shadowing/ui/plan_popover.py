"""The popover that plans one shadowing shift: day and hours, and the mentors for it, best first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.shadowing.commands import PlanShadowing, plan_shadowing
from openblock.features.shadowing.queries import (
    MentorOffers,
    ShadowingRow,
    confirming,
    mentor_offers,
)
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.ui.offers_model import shared_problems
from openblock.features.shadowing.ui.plan_frame import PlanFrame
from openblock.i18n import _, format_short_day, format_time
from openblock.ui.desk import Desk
from openblock.ui.messages import words

_PAUSE = 120
_TABLES = frozenset({"shadowings", "duties", "trainees", "officers", "courses", "classes"})


class PlanPopover(PlanFrame):
    """Stands beside the grid: digits pick a mentor, Enter plans, Esc closes.

    Until somebody types hours, each mentor comes with the usual part of the own duty; hours that
    were typed are asked of every mentor.
    """

    #: PlanShadowing that was done.
    planned = Signal(object)
    #: It is closed, whether something was planned or not.
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trainee_id = 0
        self._moved: ShadowingRow | None = None
        self._offers: MentorOffers | None = None
        self._typed = False
        self._sending = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask)
        self.day.edited.connect(self._day_typed)
        self.hours.edited.connect(self._hours_typed)
        self.usual_button.clicked.connect(self.use_usual_hours)
        self.list.picked.connect(self._chosen)
        self.entered.connect(self.plan)
        self.left.connect(self.leave)
        desk.changed.connect(self._heard)
        self.hide()

    def open_for(self, trainee_id: int, day: date, shadowing: ShadowingRow | None = None) -> None:
        """Offer mentors for a trainee on a day, or (``shadowing``) others for what is planned."""
        self._trainee_id, self._moved = trainee_id, shadowing
        self._typed = shadowing is not None
        self.footer.start(changing=shadowing is not None)
        self._fill_day(day)
        self.hours.set_value(shadowing.span if shadowing else None)
        if not self._desk.show(self._ask):
            return
        if self._typed and self._offers is not None and not self._offers.fit:
            self._fall_back()
        self.show()
        self.raise_()
        self.focus_list()

    def request(self) -> PlanShadowing | None:
        """What Enter would send; None while the mentor or the hours are not such as can be."""
        line, span = self.list.line(), self._span()
        if line is None or line.offer is None or not line.fit or span is None:
            return None
        moved = self._moved
        return PlanShadowing(
            trainee_id=self._trainee_id,
            officer_id=line.offer.officer_id,
            starts_at=span.start,
            ends_at=span.end,
            shadowing_id=moved.shadowing_id if moved else None,
            version=moved.version if moved else 0,
            reason=self.footer.answer(),
        )

    def plan(self) -> bool:
        """Send what is chosen; a refusal is said here and nothing typed is lost."""
        if self._pause.isActive():
            self.ask()
        request = self.request()
        if request is None or self.footer.lacks_reason():
            return False
        self._sending = True
        try:
            self._desk.attempt(plan_shadowing, request, self._said(request))
        except KnownError as refusal:
            self._refused(refusal)
            return False
        finally:
            self._sending = False
        self.planned.emit(request)
        self.leave()
        return True

    def leave(self) -> None:
        """Close; what is planned stays as it is."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def ask(self) -> None:
        """Look again who can be shadowed at these hours."""
        self._pause.stop()
        self._desk.show(self._ask)

    # Inside

    def _ask(self) -> None:
        day = self.day.value()
        wanted = self._span() if self._typed else None
        if day is None or (self._typed and wanted is None):
            self._judge()
            return
        kept = self.list.offer() if self._offers is not None and self.isVisible() else None
        keep = kept.officer_id if kept else (self._moved.officer_id if self._moved else None)
        self._offers = self._desk.read(
            mentor_offers,
            self._trainee_id,
            day,
            clock.now(),
            wanted=wanted,
            instead_of=self._moved.shadowing_id if self._moved else None,
        )
        self.list.show_offers(self._offers, keep)
        self._say_title(day)
        self._chosen()

    def _fill_day(self, day: date) -> None:
        self.day.blockSignals(True)
        self.day.set_value(day)
        self.day.blockSignals(False)
        self.hours.set_day(day)

    def _day_typed(self) -> None:
        self.hours.set_day(self.day.value())
        self._pause.start()

    def _hours_typed(self) -> None:
        self._typed = True
        self._pause.start()

    def _heard(self, tables: frozenset[str]) -> None:
        """Somebody changed what the list was made of."""
        if self.isVisible() and not self._sending and (tables & _TABLES or "*" in tables):
            self.ask()

    def _say_title(self, day: date) -> None:
        facts = {"name": self._offers.trainee.name if self._offers else ""}
        facts["day"] = format_short_day(day)
        moved = self._moved
        if moved is None:
            words_ = _("Plan practice: {name}, {day}")
        elif moved.standing is Standing.REPLAN:
            words_ = _("Plan anew: {name}, {day}")
        else:
            words_ = _("Move practice: {name}, {day}")
        self.title.setText(words_.format(**facts))

    def _fall_back(self) -> None:
        """Nobody can at the hours it was planned for: show the hours at which somebody can."""
        span = self.hours.value()
        self.use_usual_hours()
        if span is not None and self._offers is not None and self._offers.fit:
            self.note.setText(
                _(
                    "Nobody can be shadowed {start}\N{EN DASH}{end}: these are hours that fit."
                ).format(start=format_time(span.start), end=format_time(span.end))
            )
            self.note.show()

    def use_usual_hours(self) -> None:
        """Take the usual part of each mentor's duty instead of the hours typed."""
        self._typed = False
        self.ask()

    def _chosen(self) -> None:
        offer = self.list.offer()
        if not self._typed:
            self.hours.set_value(offer.span if offer else None)
        self._judge()

    def _judge(self) -> None:
        line = self.list.line()
        unread = self.day.unread() or self.hours.unread()
        shared = shared_problems(self._offers) if self._offers is not None else ()
        said = unread or " ".join(words(each) for each in shared)
        if not said and self._offers is not None and not (self._offers.fit or self._offers.unfit):
            said = _("No mentor is on duty then. Choose another day or other hours.")
        self.note.setText(said)
        self.note.setVisible(bool(said))
        self.usual_button.setVisible(self._typed)
        offer = line.offer if line is not None else None
        self.footer.judge(offer, self._span(), fit=line is not None and line.fit)

    def _span(self) -> Span | None:
        """The time typed, on the day typed; None while one of them cannot be read."""
        return self.hours.value() if self.day.value() is not None else None

    def _refused(self, refusal: KnownError) -> None:
        if refusal.code == "changed-meanwhile":
            self._read_moved()
        self._desk.show(self._ask)
        self.footer.say(words(refusal))
        if isinstance(refusal, RuleBroken) and all(
            each.severity is not Severity.ERROR or each.field == "reason"
            for each in refusal.problems
        ):
            self.footer.ask(wanted=True)
            self.footer.reason.setFocus()

    def _read_moved(self) -> None:
        """Build upon what somebody else made of it meanwhile (SEC-09)."""
        if self._moved is None:
            return
        found = self._desk.read(confirming, self._moved.shadowing_id, clock.now())
        if found is not None:
            self._moved = found.row

    def _said(self, request: PlanShadowing) -> str:
        line = self.list.line()
        facts = {
            "trainee": self._offers.trainee.name if self._offers else "",
            "mentor": line.title if line is not None else "",
            "day": format_short_day(clock.day_of(request.starts_at)),
            "start": format_time(request.starts_at),
            "end": format_time(request.ends_at),
        }
        if self._moved is not None:
            return _("{trainee}, {day} {start}\N{EN DASH}{end}: now with {mentor}").format(**facts)
        return _("{trainee}, {day} {start}\N{EN DASH}{end}: planned with {mentor}").format(**facts)
