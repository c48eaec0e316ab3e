"""The frame around every sheet: whose it is and what it shows above, which one it is below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openblock.i18n import _, format_moment, format_number
from openblock.printing.fitting import LEADING, fit, shrink, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.sheet import Imprint
from openblock.printing.style import FINE, MM, RULE, SMALLEST, PageStyle

CAP_HEIGHT = 0.714  # of both Noto faces, in parts of the size


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a sheet: title and period, and on the right the fact that matters."""

    title: str
    period: str
    fact: str = ""
    detail: str = ""


def centred(top: float, bottom: float, size: float) -> float:
    """The baseline on which capitals of ``size`` stand in the middle between two heights."""
    return (top + bottom + CAP_HEIGHT * size) / 2


class Frame:
    """A paper style, a heading and an imprint: what all pages of one sheet share."""

    def __init__(self, style: PageStyle, heading: Heading, imprint: Imprint) -> None:
        self.style = style
        self._heading = heading
        self._imprint = imprint
        self._right_room = style.inner_width * 0.3
        self._kicker = fit(imprint.block, Face.REGULAR, style.kicker, style.inner_width * 0.66)
        self._fact = fit(heading.fact, Face.BOLD, style.fact, self._right_room)
        self._detail = fit(heading.detail, Face.REGULAR, style.detail, self._right_room)
        self._notes = self._left_notes()
        self._remark = fit(imprint.remark, Face.REGULAR, style.foot, style.inner_width * 0.38)

    @property
    def title_baseline(self) -> float:
        """Where title and period stand; lower when a long block name takes more lines."""
        style = self.style
        kicker = style.top + CAP_HEIGHT * style.kicker
        kicker += (len(self._kicker.lines) - 1) * self._kicker.size * LEADING
        return max(kicker + 1.2 * style.title, self._fact_bottom() + self._detail.height)

    def _fact_bottom(self) -> float:
        extra = (len(self._fact.lines) - 1) * self._fact.size * LEADING
        return self.style.top + CAP_HEIGHT * self.style.fact + extra

    @property
    def body_top(self) -> float:
        """Where the sheet's own matter may begin."""
        return self.title_baseline + 0.55 * self.style.title

    @property
    def body_bottom(self) -> float:
        """Where it must end: 2 mm above the footer's rule."""
        return self._foot_rule() - 2 * MM

    def _foot_rule(self) -> float:
        lines = max(len(self._notes), 1 + len(self._remark.lines), 2)
        return self.style.height - self.style.bottom - 1 - self._foot_leading() * (lines + 0.05)

    def _foot_leading(self) -> float:
        return self.style.foot * LEADING

    def leaf(self) -> Leaf:
        """A new page with its head."""
        leaf = Leaf(self.style.width, self.style.height)
        self._head(leaf)
        return leaf

    def close(self, leaves: Sequence[Leaf]) -> None:
        """Put the foot under every page, now that it is known how many there are."""
        for page, leaf in enumerate(leaves, 1):
            self._foot(leaf, page, len(leaves))

    def _head(self, leaf: Leaf) -> None:
        style, heading = self.style, self._heading
        baseline = style.top + CAP_HEIGHT * style.kicker
        for line in self._kicker.lines:
            leaf.text(style.left, baseline, line, Face.REGULAR, self._kicker.size)
            baseline += self._kicker.size * LEADING
        baseline = style.top + CAP_HEIGHT * style.fact
        for line in self._fact.lines:
            leaf.text(style.right_edge, baseline, line, Face.BOLD, self._fact.size, align=RIGHT)
            baseline += self._fact.size * LEADING
        foot = self.title_baseline
        baseline = foot - (len(self._detail.lines) - 1) * self._detail.size * LEADING
        for line in self._detail.lines:
            leaf.text(
                style.right_edge, baseline, line, Face.REGULAR, self._detail.size, align=RIGHT
            )
            baseline += self._detail.size * LEADING
        room = style.inner_width * (0.68 if heading.detail else 1)
        size = self._title_size(room)
        leaf.text(style.left, foot, heading.title, Face.BOLD, size)
        after = style.left + width(heading.title, Face.BOLD, size) + 0.6 * size
        leaf.text(after, foot, heading.period, Face.REGULAR, size)
        rule = foot + 0.36 * style.title
        leaf.across(style.left, style.right_edge, rule, RULE)

    def _title_size(self, room: float) -> float:
        size = self.style.title
        while size > SMALLEST and self._title_width(size) > room:
            size -= 0.25
        return size

    def _title_width(self, size: float) -> float:
        title = width(self._heading.title, Face.BOLD, size)
        return title + 0.6 * size + width(self._heading.period, Face.REGULAR, size)

    def _left_notes(self) -> tuple[str, ...]:
        """The lines of the footer's left side; the first follows the sheet number."""
        imprint, size = self._imprint, self.style.foot
        room = self.style.inner_width * 0.6
        number = width(self._number(), Face.BOLD, size) + 2 * size
        printed = _("Printed by {name}, {moment}").format(
            name=imprint.printed_by, moment=format_moment(imprint.printed_at)
        )
        first = " · ".join(part for part in (imprint.version, printed) if part)
        head = imprint.audit_head[:12]
        groups = " ".join(head[start : start + 4] for start in range(0, len(head), 4))
        audit = _("Audit record No. {number} · chain head {head}").format(
            number=format_number(imprint.audit_number), head=groups
        )
        if number + width(first, Face.REGULAR, size) <= room:
            return (first, *wrap(audit, Face.REGULAR, size, room))
        lines = wrap(first, Face.REGULAR, size, room)
        return ("", *lines, *wrap(audit, Face.REGULAR, size, room))

    def _number(self) -> str:
        return _("Sheet No. {number}").format(number=self._imprint.sheet_number)

    def _foot(self, leaf: Leaf, page: int, pages: int) -> None:
        style, leading = self.style, self._foot_leading()
        rule = self._foot_rule()
        leaf.across(style.left, style.right_edge, rule, FINE)
        baseline = rule + leading
        bold = shrink(self._number(), Face.BOLD, style.foot + 0.75, style.inner_width * 0.6)
        leaf.text(style.left, baseline, self._number(), Face.BOLD, bold)
        left = style.left + width(self._number(), Face.BOLD, bold) + 1.2 * style.foot
        for note in self._notes:
            leaf.text(left, baseline, note, Face.REGULAR, style.foot)
            left = style.left
            baseline += leading
        baseline = rule + leading
        counted = _("Page {page} of {pages}").format(page=page, pages=pages)
        leaf.text(style.right_edge, baseline, counted, Face.BOLD, style.foot + 0.75, align=RIGHT)
        for line in self._remark.lines:
            baseline += leading
            leaf.text(
                style.right_edge, baseline, line, Face.REGULAR, self._remark.size, align=RIGHT
            )
