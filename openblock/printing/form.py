"""The frame of an official form: its name and period on the left, who approves it on the right."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.i18n import _
from openblock.printing.fitting import LEADING, fit, shrink
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.page import CAP_HEIGHT, Frame, Heading
from openblock.printing.sheet import Imprint
from openblock.printing.style import FINE, MM, PageStyle

_APPROVAL = 0.22  # of the width, for the block on the right
_BETWEEN = 8 * MM
_BLANK = "\N{LOW LINE}"


@dataclass(frozen=True, slots=True)
class Approval:
    """The block on the right: the word, who signs, what goes on the line, the year of the date."""

    word: str
    who: str
    caption: str
    year: str


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands over a form; ``notice`` is bold, for a form that is not final."""

    title: str
    period: str
    facts: str
    approval: Approval
    notice: str = ""


class FormFrame(Frame):
    """A frame with the head of a form instead of a wall sheet's; its foot is every sheet's."""

    def __init__(self, style: PageStyle, head: FormHead, imprint: Imprint) -> None:
        super().__init__(style, Heading(head.title, head.period), imprint)
        self._form = head
        room = style.inner_width * (1 - _APPROVAL) - _BETWEEN
        self._title = fit(head.title, Face.BOLD, style.title, room)
        self._period_room = room
        said = width(head.period, Face.BOLD, style.title) + style.title
        self._facts = fit(self._said(), Face.REGULAR, style.detail, room - said)

    def _said(self) -> str:
        parts = (self._form.notice, self._form.facts)
        return " · ".join(filter(None, parts))

    @property
    def title_baseline(self) -> float:
        """Where the form's name stands."""
        kicker = self.style.top + CAP_HEIGHT * self.style.kicker
        kicker += (len(self._kicker.lines) - 1) * self._kicker.size * LEADING
        return kicker + 1.5 * self.style.title

    @property
    def _period_baseline(self) -> float:
        lines = len(self._title.lines) - 1
        return self.title_baseline + lines * self._title.size * LEADING + 1.45 * self.style.title

    @property
    def body_top(self) -> float:
        """Where the form's own matter may begin."""
        lines = len(self._facts.lines) - 1
        period = self._period_baseline + lines * self._facts.size * LEADING
        return max(period, self._dated_baseline) + 0.6 * self.style.title

    @property
    def _dated_baseline(self) -> float:
        return self.style.top + 5.9 * self.style.detail

    def _head(self, leaf: Leaf) -> None:
        style = self.style
        baseline = style.top + CAP_HEIGHT * style.kicker
        for line in self._kicker.lines:
            leaf.text(style.left, baseline, line, Face.REGULAR, self._kicker.size)
            baseline += self._kicker.size * LEADING
        baseline = self.title_baseline
        for line in self._title.lines:
            leaf.text(style.left, baseline, line, Face.BOLD, self._title.size)
            baseline += self._title.size * LEADING
        self._period(leaf)
        self._approve(leaf)

    def _period(self, leaf: Leaf) -> None:
        style, baseline = self.style, self._period_baseline
        size = shrink(self._form.period, Face.BOLD, style.title, self._period_room / 2)
        leaf.text(style.left, baseline, self._form.period, Face.BOLD, size)
        x = style.left + width(self._form.period, Face.BOLD, size) + 0.7 * size
        face = Face.BOLD if self._form.notice else Face.REGULAR
        for line in self._facts.lines:
            leaf.text(x, baseline, line, face, self._facts.size)
            baseline += self._facts.size * LEADING

    def _approve(self, leaf: Leaf) -> None:
        """The word, a line to sign on with what it is for under it, and one for the date."""
        style, approval = self.style, self._form.approval
        size, right = style.detail, style.right_edge
        left = right - style.inner_width * _APPROVAL
        baseline = style.top + CAP_HEIGHT * style.fact
        leaf.text(left, baseline, approval.word, Face.BOLD, style.fact)
        baseline = style.top + 2.95 * size
        leaf.text(left, baseline, approval.who, Face.REGULAR, size)
        start = left + width(approval.who, Face.REGULAR, size) + size
        leaf.across(start, right, baseline + 1, FINE)
        small = shrink(approval.caption, Face.REGULAR, size - 1.5, right - start, 5)
        below = baseline + 1.15 * small + 1.5
        middle = (start + right) / 2
        leaf.text(middle, below, approval.caption, Face.REGULAR, small, align=CENTRE)
        date = _("{year} {day}. {month}").format(
            year=approval.year, day=_BLANK * 4, month=_BLANK * 16
        )
        leaf.text(left, self._dated_baseline, date, Face.REGULAR, size)
