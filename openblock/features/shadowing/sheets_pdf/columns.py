"""Where the columns of a wall sheet stand, and the words of its first one."""

from __future__ import annotations

from openblock.features.shadowing.sheets.wall import WallSheet
from openblock.features.shadowing.sheets_pdf.style import WallStyle
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import CAP_HEIGHT

PAD = 3.5
_ABOUT = 7.5


class Columns:
    """Names first, all days equal, the hours last; edges in points from the paper's left."""

    def __init__(self, sheet: WallSheet, style: WallStyle) -> None:
        page = style.page
        self.style = style
        least, most = style.name_width
        widest = max(
            (width(each.name, Face.BOLD, style.name) for each in sheet.trainees), default=0
        )
        name = min(max(widest + 2 * PAD + 1, least), most)
        day = (page.inner_width - name - style.total_width) / max(1, len(sheet.days))
        self.left = page.left
        self.days = [page.left + name + day * place for place in range(len(sheet.days) + 1)]
        self.right = page.right_edge

    @property
    def day_room(self) -> float:
        """How wide words in a day may be."""
        return self.days[1] - self.days[0] - 2 * PAD

    @property
    def name_room(self) -> float:
        """How wide a name may be."""
        return self.days[0] - self.left - 2 * PAD

    def names(self, name: str, about: str) -> tuple[Fitted, Fitted | None]:
        """A trainee's name, and the course under it where there are several."""
        bold = fit(name, Face.BOLD, self.style.name, self.name_room)
        small = fit(about, Face.REGULAR, _ABOUT, self.name_room) if about else None
        return bold, small

    def name_height(self, name: str, about: str) -> float:
        """How high the first column of a row has to be."""
        bold, small = self.names(name, about)
        return bold.height + (small.height if small else 0.0) + 4

    def draw_name(self, leaf: Leaf, cell: Cell, name: str, about: str) -> None:
        """The first column of a row, in the middle of its height."""
        bold, small = self.names(name, about)
        high = bold.height + (small.height if small else 0.0)
        baseline = (cell.top + cell.bottom - high) / 2
        baseline += (LEADING + CAP_HEIGHT) / 2 * bold.size
        for line in bold.lines:
            leaf.text(cell.left + PAD, baseline, line, Face.BOLD, bold.size)
            baseline += bold.size * LEADING
        if small is None:
            return
        baseline += (small.size - bold.size) * 0.95
        for line in small.lines:
            leaf.text(cell.left + PAD, baseline, line, Face.REGULAR, small.size)
            baseline += small.size * LEADING
