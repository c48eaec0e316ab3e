"""Draws the extract of one person's own data, section by section, in their own words of rights."""

from __future__ import annotations

from openblock.features.residents.sheets import ExtractSheet
from openblock.i18n import _, format_moment, language
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (14.0, 17.0)


def extract_pdf(sheet: ExtractSheet, imprint: Imprint) -> bytes:
    """The extract as a PDF in the language spoken now; its title names no person."""
    title = _("Extract of a person's own data")
    listing = Listing(
        heading=Heading(title, "", _("Personal data"), format_moment(sheet.at)),
        parts=(
            _person(sheet),
            _stays(sheet),
            _placements(sheet),
            _uses(sheet),
            _alerts(sheet),
            *_apart(sheet),
            _notes(sheet),
            _looks(sheet),
            _given(sheet),
            _rights(),
        ),
        # Notes are free words: a person has to see to it that they name nobody else.
        signatures=(_("Prepared by"), _("Checked: nobody else is named"), _("Received by")),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), title, language())


def _table(
    title: str, columns: tuple[Column, ...], lines: tuple[tuple[str, ...], ...], empty: str
) -> Group:
    return Group(title, columns, tuple(Block((Row(each),)) for each in lines), empty=empty)


def _person(sheet: ExtractSheet) -> Group:
    columns = (Column("", 0.28), Column("", 0.72, size=11, bold=True))
    return _table(_("The person"), columns, sheet.person, "")


def _stays(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("From"), 0.17),
        Column(_("Until"), 0.17),
        Column(_("How it began, from where"), 0.23, wraps=True),
        Column(_("Sentence"), 0.22),
        Column(_("How it ended, to where"), 0.21, wraps=True),
    )
    return _table(_("Stays"), columns, sheet.stays, _("No stay is recorded."))


def _placements(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("From"), 0.19),
        Column(_("Until"), 0.19),
        Column(_("Room and bed"), 0.2, bold=True),
        Column(_("Why, on whose decision"), 0.42, wraps=True),
    )
    empty = _("No placement is recorded.")
    return _table(_("Where the person lived"), columns, sheet.placements, empty)


def _uses(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("From"), 0.19),
        Column(_("Until"), 0.19),
        Column(_("Area"), 0.25, bold=True, wraps=True),
        Column(_("What became of it, for what"), 0.37, wraps=True),
    )
    empty = _("No booking of the grounds is recorded.")
    return _table(_("Bookings of the grounds"), columns, sheet.uses, empty)


def _alerts(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("First day"), 0.14),
        Column(_("Last day"), 0.14),
        Column(_("Alert mark"), 0.17, bold=True),
        Column(_("What it says"), 0.55, wraps=True),
    )
    return _table(_("Alert marks"), columns, sheet.alerts, _("No alert mark is recorded."))


def _apart(sheet: ExtractSheet) -> tuple[Group, ...]:
    columns = (
        Column(_("From"), 0.19),
        Column(_("Until"), 0.19),
        Column(_("How far"), 0.62),
    )
    empty = _("The person is not kept apart from anybody.")
    group = _table(_("Kept apart from another person"), columns, sheet.apart, empty)
    if not sheet.apart:
        return (group,)
    why = _("Who the other person is, and why, is that person's data and is not given.")
    return (group, Group("", (Column("", 1),), (), empty=why))


def _notes(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("When"), 0.19),
        Column(_("Fact or assessment"), 0.19, bold=True),
        Column(_("Note"), 0.62, wraps=True),
    )
    return _table(_("Notes"), columns, sheet.notes, _("No note is recorded."))


def _looks(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("Day"), 0.19),
        Column(_("Role"), 0.56),
        Column(_("Times"), 0.25, align=RIGHT),
    )
    empty = _("Nobody has opened the card.")
    return _table(_("Who opened this person's card"), columns, sheet.looks, empty)


def _given(sheet: ExtractSheet) -> Group:
    columns = (
        Column(_("When"), 0.19),
        Column(_("What was given out"), 0.27, wraps=True),
        Column(_("Purpose"), 0.27, wraps=True),
        Column(_("Recipient"), 0.27, wraps=True),
    )
    empty = _("Nothing was given out.")
    return _table(_("Sheets and files with this person's data"), columns, sheet.given, empty)


def _rights() -> Group:
    columns = (Column("", 1, wraps=True),)
    lines = (
        (
            _(
                "You may ask the prison administration to have wrong data corrected, incomplete "
                "data completed, and data that is kept without a reason erased."
            ),
        ),
        (
            _(
                "You may complain to the Data State Inspectorate or to a court. Data is kept as "
                "long as the law asks, and made unrecognisable afterwards."
            ),
        ),
    )
    return _table(_("Your rights"), columns, lines, "")
