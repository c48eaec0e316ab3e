"""The competences of a trainee as lines of a table: the marks over time, the last one in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openblock.clock import day_of
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.rules.content import Mark
from openblock.features.shadowing.words import item_name, mark_words
from openblock.i18n import _, format_day, p_
from openblock.ui.table_model import Column

#: How far somebody has come, from watching to doing it alone.
STEPS = (Mark.WATCHED, Mark.HELPED, Mark.ALONE)
_STEP = {Mark.WATCHED: "\N{WHITE CIRCLE}", Mark.HELPED: "\N{CIRCLE WITH LEFT HALF BLACK}"}
_ALONE = "\N{BLACK CIRCLE}"
_TONES = {Mark.WATCHED: "text2", Mark.HELPED: "accent", Mark.ALONE: "ok"}
_NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class CompetenceLine:
    """A competence, and the shifts on which it was evaluated, the first one first."""

    item_id: int
    name: str
    marks: tuple[Mark, ...]
    told: tuple[str, ...]

    @property
    def last(self) -> Mark | None:
        """The latest mark, if there is one."""
        return self.marks[-1] if self.marks else None


def competence_lines(card: TraineeCard) -> tuple[CompetenceLine, ...]:
    """Every competence in use, also those nobody has evaluated yet."""
    return tuple(
        CompetenceLine(
            item.item_id,
            item_name(item.code, item.name),
            card.marks.get(item.item_id, ()),
            tuple(_told(card.shadowings, item.item_id)),
        )
        for item in card.competences
    )


def _told(rows: Sequence[ShadowingRow], item_id: int) -> Iterator[str]:
    for row in sorted(rows, key=lambda each: each.span):
        settled = row.settled
        mark = settled.evaluation.get(item_id) if settled is not None else None
        if mark is not None:
            day = format_day(day_of(row.span.start))
            yield f"{day}: {mark_words(mark)} ({row.mentor})"


def step_of(mark: Mark) -> str:
    """The mark as a shape that fills: empty for watching, full for doing it alone."""
    return _STEP.get(mark, _ALONE)


def steps_words() -> str:
    """What the shapes mean, for the line under the table."""
    return " \N{MIDDLE DOT} ".join(f"{step_of(mark)} {mark_words(mark)}" for mark in STEPS)


def competence_columns() -> tuple[Column, ...]:
    """Name, how the marks went, and where they have come to."""
    return (
        Column(_("Competence"), lambda line: line.name),
        Column(
            _("Marks in order of time"),
            lambda line: " ".join(map(step_of, line.marks)) or _NOTHING,
            tooltip=lambda line: "\n".join(line.told),
            spoken=lambda line: ", ".join(line.told) or _("none"),
        ),
        Column(
            p_("mark", "Last"),
            lambda line: mark_words(line.last) if line.last else _NOTHING,
            tone=lambda line: _TONES[line.last] if line.last else "text3",
        ),
        Column(_("Times"), lambda line: str(len(line.marks)), align="right"),
    )
