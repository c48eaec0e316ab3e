"""The recovery key on paper: what opens the file when every password is lost."""

from __future__ import annotations

import re
from datetime import datetime

from openblock.i18n import _, format_day, format_moment, language
from openblock.printing.fitting import LEADING, fit, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.marks import Cell, signature
from openblock.printing.page import CAP_HEIGHT
from openblock.printing.pdf import write
from openblock.printing.style import A4_HANDED, FINE, MM, RULE, SECTION

_GROUPS = 6
_KEY_SIZE = 36.0
_TEXT_SIZE = 11.0


def recovery_key_pdf(block: str, key: str, made_at: datetime) -> bytes:
    """One A4 page with ``key`` in six numbered groups, and where to keep it.

    ``made_at`` is an aware instant. Equal input gives equal bytes. The page has no sheet number
    and no place in the log: it is made before there is anyone who could be logged.
    """
    page = A4_HANDED
    leaf = Leaf(page.width, page.height)
    title = _("Recovery key")
    y = _head(leaf, block, title, format_day(made_at))
    y = _paragraph(
        leaf,
        y + 8 * MM,
        _(
            "This key opens the block's data when no officer remembers a password. "
            "Whoever holds it can read everything."
        ),
    )
    y = _key(leaf, y + 6 * MM, groups(key))
    y += 10 * MM
    for number, words in enumerate(_instructions(), 1):
        leaf.text(page.left, y + _TEXT_SIZE, f"{number}.", Face.BOLD, _TEXT_SIZE)
        y = _paragraph(leaf, y, words, indent=7 * MM) + 2.5 * MM
    _foot(leaf, made_at)
    return write([leaf], title, language())


def groups(key: str) -> tuple[str, ...]:
    """The key as it is printed and typed back: its own groups, or six of equal length."""
    parts = tuple(re.findall(r"\w+", key))
    if len(parts) > 1:
        return parts
    step = -(-len(key) // _GROUPS)
    return tuple(key[start : start + step] for start in range(0, len(key), step))


def _instructions() -> tuple[str, ...]:
    return (
        _(
            "Check that all groups can be read, and type back the two groups that the programme "
            "asks for."
        ),
        _(
            "Put this sheet into an envelope, seal it, and write the date and two signatures "
            "across the seal."
        ),
        _(
            "Keep the envelope in the governor's safe, not at the workstation and not with the "
            "backups: together they are the data itself."
        ),
        _("Make no copy, no photograph and no scan of it."),
        _(
            "An opened envelope is entered in the journal. Once used, this key is worth nothing: "
            "the programme makes a new one, to be printed and sealed again."
        ),
    )


def _head(leaf: Leaf, block: str, title: str, day: str) -> float:
    page = A4_HANDED
    y = page.top + CAP_HEIGHT * page.kicker
    kicker = fit(block, Face.REGULAR, page.kicker, page.inner_width)
    for line in kicker.lines:
        leaf.text(page.left, y, line, Face.REGULAR, kicker.size)
        y += kicker.size * LEADING
    y += 1.2 * page.title - kicker.size * LEADING
    leaf.text(page.left, y, title, Face.BOLD, page.title)
    after = page.left + width(title, Face.BOLD, page.title) + 0.6 * page.title
    leaf.text(after, y, day, Face.REGULAR, page.title)
    y += 0.36 * page.title
    leaf.across(page.left, page.right_edge, y, RULE)
    return y


def _paragraph(leaf: Leaf, top: float, words: str, indent: float = 0) -> float:
    page = A4_HANDED
    y = top + _TEXT_SIZE
    for line in wrap(words, Face.REGULAR, _TEXT_SIZE, page.inner_width - indent):
        leaf.text(page.left + indent, y, line, Face.REGULAR, _TEXT_SIZE)
        y += _TEXT_SIZE * 1.35
    return y - _TEXT_SIZE


def _key(leaf: Leaf, top: float, parts: tuple[str, ...]) -> float:
    """The groups, three in a row, each with its number above: the programme asks by number."""
    page = A4_HANDED
    between, high = 4 * MM, 21 * MM
    wide = (page.inner_width - 2 * between) / 3
    for place, part in enumerate(parts):
        left = page.left + place % 3 * (wide + between)
        y = top + place // 3 * (high + between)
        leaf.box(left, y, left + wide, y + high, SECTION)
        leaf.text(left + 5, y + 12, str(place + 1), Face.REGULAR, 9)
        fitted = fit(part, Face.MONO, _KEY_SIZE, wide - 10)
        for number, line in enumerate(fitted.lines):
            baseline = y + high - 5 * MM + number * fitted.size
            leaf.text(left + wide / 2, baseline, line, Face.MONO, fitted.size, align=CENTRE)
    return top + -(-len(parts) // 3) * (high + between) - between


def _foot(leaf: Leaf, made_at: datetime) -> None:
    page = A4_HANDED
    bottom = page.height - page.bottom
    words = _("Made {moment}").format(moment=format_moment(made_at))
    leaf.across(page.left, page.right_edge, bottom - 14, FINE)
    leaf.text(page.left, bottom - 4, words, Face.REGULAR, page.foot)
    middle = (page.left + page.right_edge) / 2
    for left, right, who in (
        (page.left, middle - 8, _("Sealed by")),
        (middle + 8, page.right_edge, _("Received by")),
    ):
        signature(leaf, Cell(left, bottom - 70, right, bottom - 30), who, 10)
