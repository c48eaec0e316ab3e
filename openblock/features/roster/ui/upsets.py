"""Says at once what a change of the roster has upset: duties, practice (TR-05), bookings (GR-06).

A duty that an absence takes leaves a gap for which somebody can be found at once (RO-12).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from openblock.features.roster.queries import Roster, RosterProblem, roster
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.ui.comparing import (
    Cell,
    Upset,
    cells_changed,
    keys_in,
    upset_between,
)
from openblock.features.roster.ui.losses import Loss, losses_between, stands
from openblock.features.roster.ui.upset_words import upset_notice, way_words
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Action, Desk

UPSET = "roster.upset"
Days = tuple[date, date]
_MOST_SPANS = 3
_MOST_LOOKED_AT = 10


class Upsets:
    """Compares the roster before and after, whoever changed it: an edit, a cycle, an undo.

    Days that were changed from here and are no longer on show are looked at too, unless one cell
    on show was all that changed: the undo of what was laid in another month is said as well.
    """

    def __init__(self, desk: Desk, substitute: Callable[[Cell], None] | None = None) -> None:
        self._desk = desk
        self._substitute = substitute
        self._losses: list[Loss] = []
        self._elsewhere: dict[Days, Roster] = {}
        self._edited = False
        self._held = False
        self._known: dict[str, date] = {}
        self._told: dict[str, Upset] = {}

    def edited(self) -> None:
        """The days on show were changed from here."""
        self._edited = True

    def look(self, before: Roster | None, now: Roster) -> None:
        """Compare what is on show now with what was on show; say what has been upset."""
        if before is None or self._held:
            return
        if _days(before) != _days(now):
            self._leave(before)
            self._elsewhere.pop(_days(now), None)
            return
        pairs = [(before, now)]
        if cells_changed(before, now) != 1:
            pairs += self._look_elsewhere(now)
        self._tell(pairs)

    def over(self, first: date, last: date, change: Callable[[], None]) -> None:
        """Make a ``change`` of the days from ``first`` to ``last``, and say what it has upset."""
        before = self._desk.read(roster, first, last)
        self._held = True
        try:
            change()
        finally:
            self._held = False
        now = self._desk.read(roster, first, last)
        self._remember(now)
        self._tell([(before, now)])

    def _leave(self, before: Roster) -> None:
        """Other days are on show; those that were changed are still looked at."""
        if self._edited:
            self._edited = False
            self._remember(before)

    def _remember(self, shown: Roster) -> None:
        self._elsewhere.pop(_days(shown), None)
        self._elsewhere[_days(shown)] = shown
        for days in list(self._elsewhere)[:-_MOST_SPANS]:
            del self._elsewhere[days]

    def _look_elsewhere(self, shown: Roster) -> list[tuple[Roster, Roster]]:
        found = []
        for days, before in list(self._elsewhere.items()):
            if not (shown.first <= days[0] and days[1] <= shown.last):
                now = self._elsewhere[days] = self._desk.read(roster, *days)
                found.append((before, now))
        return found

    def _tell(self, pairs: Sequence[tuple[Roster, Roster]]) -> None:
        """Say what is upset in any of the rosters and was not before, each once."""
        for _before, now in pairs:
            self._forget_what_is_right(now)
        upset = [each for before, now in pairs for each in upset_between(before, now)]
        found = {each.key: each for each in upset if each.key not in self._known}
        losses = [each for before, now in pairs for each in losses_between(before, now)]
        if found or losses:
            self._known |= {key: each.problem.day for key, each in found.items()}
            self._told = found
            self._losses = losses
            self._notify()
        else:
            kept = [each for each in self._losses if all(stands(each, *pair) for pair in pairs)]
            self._settle(kept)

    def filled(self, cell: Cell) -> None:
        """Somebody else has the duty of ``cell`` now; the next one that is lost is offered."""
        self._settle([each for each in self._losses if each.cell != cell])

    def _settle(self, losses: list[Loss]) -> None:
        """These losses are left: take the message away with the last of all, say the rest anew."""
        had, self._losses = self._losses, losses
        if not losses and (had or self._told) and self._told.keys().isdisjoint(self._known):
            self._told = {}
            self._desk.withdraw(UPSET)
        elif losses != had:
            self._told = {key: each for key, each in self._told.items() if key in self._known}
            self._notify()

    def _notify(self) -> None:
        fresh, acts = list(self._told.values()), []
        cell = self._open_cell()
        if cell is not None and self._substitute is not None:
            words = shortcuts.hint(_("Substitute…"), "substitute")
            acts.append(Action(words, partial(self._substitute, cell)))
        if fresh:
            first = fresh[0].problem
            acts.append(Action(way_words(first), goes_to(self._desk, first)))
        self._desk.notify(upset_notice(fresh, self._losses, acts, UPSET))

    def _open_cell(self) -> Cell | None:
        """The first lost duty that somebody can take over: of a draft not every one is known."""
        if self._substitute is None:
            return None
        cells = (each.cell for each in self._losses[:_MOST_LOOKED_AT])
        return next((each for each in cells if self._desk.read(open_duty, *each)), None)

    def _forget_what_is_right(self, shown: Roster) -> None:
        """What was told and stands no more where somebody looked may be told again."""
        still = keys_in(shown)
        self._known = {
            key: day
            for key, day in self._known.items()
            if key in still or not shown.first <= day <= shown.last
        }


def goes_to(desk: Desk, each: RosterProblem) -> Callable[[], None]:
    """Opens the tab where a problem is put right, there at its place."""
    place = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in each.place.items()
    }
    return lambda: desk.open_tab(each.tab, place)


def _days(shown: Roster) -> Days:
    return (shown.first, shown.last)
