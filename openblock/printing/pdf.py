"""Writes drawn pages as a PDF: embedded subsets of our own faces, equal bytes for equal input."""

from __future__ import annotations

import io
from collections.abc import Sequence
from threading import Lock
from typing import Any

from openblock.printing.fonts import Face, font, runs
from openblock.printing.leaf import Leaf, Text

# A font object cuts its subsets with a file position of its own, so two sheets at once
# (the window's preview and the worker) would write each other's glyphs.
_one_at_a_time = Lock()


def write(leaves: Sequence[Leaf], title: str, language: str) -> bytes:
    """The pages as one PDF 1.7 file, to be printed at its true size.

    ``title`` stands in the file's properties and in printer queues, so it names no person.
    Neither the time nor the computer goes in: equal pages give equal bytes.
    """
    # ReportLab is imported when something is first printed: it costs the start otherwise.
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    with _one_at_a_time:
        font(Face.REGULAR.value[0])
        target = io.BytesIO()
        canvas = Canvas(
            target,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            # Otherwise ReportLab lists its own Helvetica, which is not embedded.
            initialFontName=Face.REGULAR.value[0],
            lang=language,
        )
        _describe(canvas, title)
        writer = _Writer(canvas)
        for leaf in leaves:
            canvas.setPageSize((leaf.width, leaf.height))
            canvas.addLiteral(writer.page(leaf))
            canvas.showPage()
        canvas.save()
    return target.getvalue()


def _describe(canvas: Any, title: str) -> None:
    canvas.setTitle(title)
    canvas.setAuthor("OpenBlock")
    canvas.setSubject("")
    canvas.setCreator("OpenBlock")
    canvas.setProducer("OpenBlock")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "/None")


class _Writer:
    """Turns pages into PDF operators, encoding each different string once per document."""

    def __init__(self, canvas: Any) -> None:
        from reportlab.lib.rl_accel import escapePDF  # noqa: PLC0415 - as above

        # Subsets belong to a document, and the canvas has no public name for its own.
        self._document = canvas._doc  # noqa: SLF001
        self._escape = escapePDF
        self._encoded: dict[tuple[str, Face], tuple[tuple[str, str], ...]] = {}

    def page(self, leaf: Leaf) -> str:
        height = leaf.height
        parts = ["0 g 0 G"]
        parts += [
            f"{x1:.2f} {height - y2:.2f} {x2 - x1:.2f} {y2 - y1:.2f} re"
            for x1, y1, x2, y2 in leaf.bars
        ]
        if leaf.bars:
            parts.append("f")
        for weight in sorted({*leaf.lines, *leaf.boxes}):
            # Each line is stroked by itself: viewers fit single lines to the pixels, and grey the
            # thin ones of a long path.
            parts.append(f"{weight} w")
            parts += [
                f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l S"
                for x1, y1, x2, y2 in leaf.lines.get(weight, ())
            ]
            parts += [
                f"{x1:.2f} {height - y2:.2f} {x2 - x1:.2f} {y2 - y1:.2f} re S"
                for x1, y1, x2, y2 in leaf.boxes.get(weight, ())
            ]
        parts.append("BT")
        self._strings(leaf.texts, height, parts)
        parts.append("ET")
        return "\n".join(parts)

    def _strings(self, texts: Sequence[Text], height: float, parts: list[str]) -> None:
        chosen: tuple[str, float] = ("", 0.0)
        white_now = False
        for x, baseline, words, face, size, turned, white in texts:
            if white != white_now:
                parts.append("1 g" if white else "0 g")
                white_now = white
            turn = "0 1 -1 0" if turned else "1 0 0 1"
            parts.append(f"{turn} {x:.2f} {height - baseline:.2f} Tm")
            for name, shown in self._encode(words, face):
                if (name, size) != chosen:
                    parts.append(f"{name} {size:g} Tf")
                    chosen = (name, size)
                parts.append(shown)

    def _encode(self, words: str, face: Face) -> tuple[tuple[str, str], ...]:
        known = self._encoded.get((words, face))
        if known is None:
            known = self._encoded[words, face] = tuple(
                (
                    file.getSubsetInternalName(subset, self._document),
                    f"({self._escape(codes)}) Tj",
                )
                for run in runs(words, face)
                for file in [font(run.font)]
                for subset, codes in file.splitString(run.text, self._document)
            )
        return known
