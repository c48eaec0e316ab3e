"""A shadowing shift in words: who, when, beside whom, and what was said of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from openblock import clock
from openblock.features.shadowing.queries import AddendumRow, Confirming, Settled, ShadowingRow
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.words import (
    item_name,
    mark_words,
    situation_name,
    standing_words,
)
from openblock.i18n import _, format_day, format_hours, format_long_day, format_moment, format_time


def span_words(span: Span) -> str:
    """09:00–21:00 = 12 h."""
    return _("{start}\N{EN DASH}{end} = {hours} h").format(
        start=format_time(span.start),
        end=format_time(span.end),
        hours=format_hours(span.minutes),
    )


def heading_of(row: ShadowingRow) -> str:
    """Zariņa Elīna, 28.11.2026."""
    return f"{row.trainee}, {format_day(row.day)}"


def planned_words(seen: Confirming) -> str:
    """When and beside whom it was planned, and the duty it stands in."""
    row = seen.row
    said = _("{day}, planned {span}, with {mentor}.").format(
        day=format_long_day(row.day), span=span_words(row.span), mentor=row.mentor
    )
    if seen.duty is None:
        return said
    duty = _("Duty {start} to {end}.").format(
        start=format_time(seen.duty.start), end=format_moment(seen.duty.end)
    )
    return f"{said} {duty}"


def fact_lines(seen: Confirming) -> Iterator[tuple[str, str]]:
    """What happened, as (what, in words): nobody's opinion."""
    row, settled = seen.row, seen.row.settled
    yield _("Planned"), f"{span_words(row.span)}, {row.mentor}"
    yield _("Standing"), standing_words(row.standing)
    if settled is None:
        return
    if settled.span is not None:
        yield _("Was there"), span_words(settled.span)
        yield _("Saw"), ", ".join(_seen_names(seen, settled)) or "\N{EN DASH}"
    if row.standing is Standing.MISSED:
        yield _("Reason"), settled.remark or "\N{EN DASH}"
    yield _("Entered"), f"{format_moment(settled.at)}, {settled.by}"


def judgement_lines(seen: Confirming) -> Iterator[tuple[str, str]]:
    """How it went in the mentor's eyes, as (competence, mark) and the remark."""
    settled = seen.row.settled
    if settled is None or settled.span is None:
        return
    for each in seen.competences:
        mark = settled.evaluation.get(each.item_id)
        if mark is not None:
            yield item_name(each.code, each.name), mark_words(mark)
    if settled.remark:
        yield _("Remark"), settled.remark


def addendum_words(addendum: AddendumRow) -> tuple[str, str]:
    """Who added it when, and the words."""
    return f"{format_moment(addendum.at)}, {addendum.by}", addendum.words


def is_settled(row: ShadowingRow) -> bool:
    """Whether nothing but an addendum can change what was said."""
    return row.standing in (Standing.CONFIRMED, Standing.MISSED)


def has_begun(row: ShadowingRow) -> bool:
    """Whether there is anything to confirm yet."""
    return row.span.start <= clock.now()


def _seen_names(seen: Confirming, settled: Settled) -> Iterator[str]:
    for each in seen.course.situations:
        if each.situation_id in settled.situations:
            yield situation_name(each.content)
