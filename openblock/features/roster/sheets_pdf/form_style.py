"""The type and measures of the time-sheet on each paper, and where its columns stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from openblock.features.roster.sheets.time_sheet import FormSheet
from openblock.features.roster.sheets_pdf.style import Paper
from openblock.printing.style import A3_FORM, A4_FORM, MM, PageStyle

#: Dates of the longest month: a shorter one leaves its last columns hatched.
DATES = 31


@dataclass(frozen=True, slots=True)
class FormStyle:
    """Sizes in points; ``row`` is one of a person's three rows, no lower than ``row_floor``.

    Widths: the number, the least of the name, what the rows are, a date, the figures of each
    group, and the figure of the whole period.
    """

    page: PageStyle
    row: float
    row_floor: float
    band: float
    heads: float
    name: float
    about: float
    hours: float
    night: float
    called: float
    figure: float
    day: float
    head: float
    note: float
    sign: float
    number_width: float
    kind_width: float
    date_width: float
    figure_widths: tuple[float, float, float]
    norm_width: float
    hatch: float


_A3 = FormStyle(
    page=A3_FORM,
    row=4.8 * MM,
    row_floor=4.2 * MM,
    band=6.6 * MM,
    heads=31 * MM,
    name=10,
    about=8,
    hours=9.5,
    night=8,
    called=8,
    figure=10.5,
    day=10.5,
    head=8,
    note=8.5,
    sign=9,
    number_width=6 * MM,
    kind_width=17 * MM,
    date_width=6.8 * MM,
    figure_widths=(10.2 * MM, 9.2 * MM, 7 * MM),
    norm_width=12.6 * MM,
    hatch=1.7 * MM,
)

_A4 = FormStyle(
    page=A4_FORM,
    row=3.75 * MM,
    row_floor=3.3 * MM,
    band=5.2 * MM,
    heads=25.5 * MM,
    name=8.5,
    about=7,
    hours=7.5,
    night=7,
    called=7,
    figure=8,
    day=8,
    head=7,
    note=7.25,
    sign=8,
    number_width=5 * MM,
    kind_width=13 * MM,
    date_width=4.45 * MM,
    figure_widths=(7.6 * MM, 6.6 * MM, 5.4 * MM),
    norm_width=11.2 * MM,
    hatch=1.35 * MM,
)

FORM_STYLES: dict[Paper, FormStyle] = {"A4": _A4, "A3": _A3}


class FormColumns:
    """The edges of the form's columns in points from the paper's left edge."""

    def __init__(self, sheet: FormSheet, style: FormStyle) -> None:
        page = style.page
        widths = _figure_widths(sheet, style)
        fixed = style.number_width + style.kind_width + DATES * style.date_width + sum(widths)
        self.left = page.left
        self.name = page.left + style.number_width
        self.kind = self.name + page.inner_width - fixed
        self.days = [
            self.kind + style.kind_width + style.date_width * place for place in range(DATES + 1)
        ]
        self.figures = list(accumulate(widths, initial=self.days[-1]))
        self.right = self.figures[-1]
        self.groups = self._groups(sheet)

    def _groups(self, sheet: FormSheet) -> list[float]:
        """The edges of the groups of figures."""
        counts = accumulate((len(columns) for _title, columns in sheet.groups), initial=0)
        return [self.figures[count] for count in counts]


def _figure_widths(sheet: FormSheet, style: FormStyle) -> list[float]:
    """The norm is wide, for its head is long; a period of many months has narrow columns."""
    widths = []
    for (_title, columns), wide in zip(sheet.groups, style.figure_widths, strict=True):
        usual = min(len(columns), 5)
        widths += [wide * usual / len(columns)] * len(columns)
    widths[0] = style.norm_width
    return widths
