"""The month roster of 60 officers, against the bare canvas and against WeasyPrint, as ratios.

``python -m tests.benchmarks.printing``. The bare canvas draws exactly the strings, lines and boxes
that stand on our page, one ReportLab call each, with the same fonts: what any programme pays that
has nothing left to measure or decide. WeasyPrint makes the same table from HTML. All take turns in
one process, after one round to warm up; the median round of each counts.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

from openblock.features.roster.sheets import RosterSheet
from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.sheets_pdf.columns import Sums, total_heads
from openblock.features.roster.sheets_pdf.layout import draw_month_roster
from openblock.printing.fonts import Face, runs
from openblock.printing.leaf import Leaf
from openblock.resources import resource
from tests.benchmarks.figures import Figure, in_turns, milliseconds
from tests.features.roster.roster_sheets import IMPRINT, roster_sheet

OFFICERS = 60


def bare(leaves: list[Leaf]) -> bytes:
    """The same strings, lines and boxes straight on a canvas."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1, initialFontName=Face.REGULAR.value[0])
    for leaf in leaves:
        canvas.setPageSize((leaf.width, leaf.height))
        for left, top, right, bottom in leaf.bars:
            canvas.rect(left, leaf.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        for weight, lines in leaf.lines.items():
            canvas.setLineWidth(weight)
            for x1, y1, x2, y2 in lines:
                canvas.line(x1, leaf.height - y1, x2, leaf.height - y2)
        for weight, boxes in leaf.boxes.items():
            canvas.setLineWidth(weight)
            for left, top, right, bottom in boxes:
                canvas.rect(left, leaf.height - bottom, right - left, bottom - top)
        _strings(canvas, leaf)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _strings(canvas, leaf: Leaf) -> None:
    for text in leaf.texts:
        if text.white:
            canvas.setFillGray(1)
        if text.turned:
            canvas.saveState()
            canvas.translate(text.x, leaf.height - text.baseline)
            canvas.rotate(90)
            canvas.setFont(text.face.value[0], text.size)
            canvas.drawString(0, 0, text.words)
            canvas.restoreState()
            continue
        x = text.x
        for run in runs(text.words, text.face):
            canvas.setFont(run.font, text.size)
            canvas.drawString(x, leaf.height - text.baseline, run.text)
            x += run.advance * text.size / 1000
        if text.white:
            canvas.setFillGray(0)


def page_of_html(sheet: RosterSheet) -> str:
    """The same table as HTML, with the marks CSS can make: borders, bold, a striped background."""

    def cell(tag: str, words: str, kind: str = "") -> str:
        return f"<{tag} class='{kind}'>{html.escape(words)}</{tag}>"

    days = "".join(cell("th", f"{day.day.day} {day.letters}", day.kind) for day in sheet.days)
    totals = "".join(cell("th", head) for head in total_heads())
    rows = []
    for band in sheet.bands:
        for officer in band.officers:
            cells = "".join(
                f"<td class='{'' if entry.code else day.kind}'>"
                f"{f'<b>{html.escape(entry.code)}</b>' if entry.code else ''}</td>"
                for day, entry in zip(sheet.days, officer.cells, strict=True)
            )
            figures = "".join(cell("td", words) for words in Sums.of((officer,)).words())
            rows.append(
                f"<tr>{cell('th', officer.name)}{cell('td', officer.position)}{cells}{figures}</tr>"
            )
    staffing = "".join(
        f"<tr>{cell('th', line.name)}<td></td>"
        + "".join(cell("td", str(count)) for count in line.counts)
        + "</tr>"
        for line in sheet.staffing
    )
    faces = "".join(
        f"@font-face{{font-family:Noto;font-weight:{weight};"
        f"src:url('{resource('fonts', name).as_uri()}')}}"
        for weight, name in (("400", "NotoSans-Regular.ttf"), ("700", "NotoSans-Bold.ttf"))
    )
    return f"""<html lang="lv"><style>{faces}
        @page {{ size: A3 landscape; margin: 9mm 10mm;
                 @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
        body {{ font: 8pt Noto }} table {{ border-collapse: collapse; width: 100% }}
        th, td {{ border: .25pt solid; padding: 0 1pt; height: 10pt; white-space: nowrap }}
        b {{ display: block; border: .9pt solid; text-align: center }}
        .weekend {{ background: repeating-linear-gradient(135deg, #fff 0 4pt, #000 4pt 4.25pt) }}
        </style><h1>{html.escape(f"{sheet.title} {sheet.period}")}</h1>
        <table><thead><tr><th>Uzvārds, v.</th><th>Amats</th>{days}{totals}</tr></thead>
        {"".join(rows)}{staffing}</table>"""


def weasyprint(markup: str) -> bytes:
    """The table made by WeasyPrint."""
    from weasyprint import HTML

    return HTML(string=markup).write_pdf()


def against_the_canvas(rounds: int = 15) -> Figure:
    """Our sheet ÷ the bare canvas."""
    sheet = roster_sheet(OFFICERS)
    leaves = draw_month_roster(sheet, IMPRINT, "A3")
    ours, floor = _alternating(
        rounds, partial(month_roster_pdf, sheet, IMPRINT, "A3"), partial(bare, leaves)
    )
    parts = f"{ours:.1f} ms ÷ {floor:.1f} ms"
    return Figure("b", "roster PDF of 60 officers ÷ bare canvas", ours / floor, 2, parts)


def against_weasyprint(rounds: int = 3) -> Figure | None:
    """Our sheet ÷ WeasyPrint; None where WeasyPrint is not installed."""
    if find_spec("weasyprint") is None:
        return None
    sheet = roster_sheet(OFFICERS)
    ours, theirs = _alternating(
        rounds,
        partial(month_roster_pdf, sheet, IMPRINT, "A3"),
        partial(weasyprint, page_of_html(sheet)),
    )
    parts = f"{ours:.1f} ms ÷ {theirs:.0f} ms"
    return Figure("b", "roster PDF of 60 officers ÷ WeasyPrint", ours / theirs, 0.06, parts)


def _alternating(rounds: int, *acts: Callable[[], object]) -> list[float]:
    """The median milliseconds of each act; the first round, which loads fonts, does not count."""
    for act in acts:
        act()
    return in_turns([partial(milliseconds, act) for act in acts], rounds)


def main() -> None:
    for figure in (against_the_canvas(), against_weasyprint()):
        if figure is None:
            print("WeasyPrint is not installed: not measured")
        else:
            print(f"{figure.what}: {figure.value:.3f} (aim {figure.aim}), {figure.parts}")


if __name__ == "__main__":
    main()
