"""Fair shares as lines: what each officer had, and what is fair for the days served; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from openblock.features.roster.queries.figures import FairShare
from openblock.features.roster.sheets.words import team_name
from openblock.i18n import _, format_hours, language, sort_key
from openblock.ui.plain_label import on_hover
from openblock.ui.table_model import Column

#: What is shared out, in the order of the columns.
BURDENS = ("nights", "weekends", "holidays", "minutes")


@dataclass(frozen=True, slots=True)
class FairRow:
    """One officer's part: the counts, what is fair of each, and the most anybody has.

    Who was away half of the time can have had only half of the nights: a fair share goes by the
    days served.
    """

    share: FairShare
    fair: Mapping[str, float]
    most: Mapping[str, float]

    def value(self, burden: str) -> int:
        """How many nights, weekends, holidays or minutes it was."""
        return int(getattr(self.share, burden))


def rows_of(shares: Sequence[FairShare]) -> tuple[FairRow, ...]:
    """The lines of those shown, who share among themselves."""
    served = sum(each.served_days for each in shares)
    rates = {
        burden: sum(getattr(each, burden) for each in shares) / served if served else 0.0
        for burden in BURDENS
    }
    fair = [{name: rate * each.served_days for name, rate in rates.items()} for each in shares]
    most = {
        burden: max(
            (
                float(number)
                for each, own in zip(shares, fair, strict=True)
                for number in (getattr(each, burden), own[burden])
            ),
            default=0.0,
        )
        for burden in BURDENS
    }
    return tuple(FairRow(each, own, most) for each, own in zip(shares, fair, strict=True))


def burden_names() -> Mapping[str, str]:
    """What is shared out, as the columns are headed."""
    return {
        "nights": _("Nights"),
        "weekends": _("Weekends"),
        "holidays": _("Holidays"),
        "minutes": _("Hours"),
    }


def figure(burden: str, value: float) -> str:
    """A count, or minutes as hours; a share to one decimal."""
    if burden == "minutes":
        return format_hours(round(value / 60) * 60)
    said = f"{value:.1f}".removesuffix(".0")
    return said.replace(".", ",") if language() == "lv" else said


def columns() -> tuple[Column, ...]:
    """Officer, team, one column for each burden, and the days they are shared by."""
    return (
        Column(
            _("Officer"),
            lambda row: row.share.name,
            tooltip=lambda row: on_hover(row.share.name),
            strong=True,
        ),
        Column(
            _("Team"),
            lambda row: team_name(row.share.team),
            sort=lambda row: (row.share.team or 1000, sort_key(row.share.name)),
        ),
        *(_burden(burden, title) for burden, title in burden_names().items()),
        Column(
            _("Days served"),
            lambda row: str(row.share.served_days),
            sort=lambda row: row.share.served_days,
            align="right",
            hint=_("Days of service without those of absence"),
        ),
    )


def _burden(burden: str, title: str) -> Column:
    return Column(
        title,
        lambda row: figure(burden, row.value(burden)),
        sort=lambda row: (row.value(burden), row.share.officer_id),
        tooltip=lambda row: on_hover(spoken(row, burden)),
        spoken=lambda row: spoken(row, burden),
        hint=_("The dashed line is a fair share for the days served"),
    )


def spoken(row: FairRow, burden: str) -> str:
    """7, fair would be 5.5."""
    return _("{number}, fair would be {fair}").format(
        number=figure(burden, row.value(burden)), fair=figure(burden, row.fair[burden])
    )


def team_options(shares: Sequence[FairShare]) -> tuple[tuple[object, str], ...]:
    """Everybody, and each team there is; "" is everybody, None those without a team."""
    teams = sorted({each.team for each in shares}, key=lambda team: team or 1000)
    return (("", _("All teams")), *((team, team_name(team)) for team in teams))


def of_team(team: object) -> Callable[[FairShare], bool]:
    """Whether a share is of the team chosen."""
    return lambda share: team in {"", share.team}


def averages(rows: Sequence[FairRow]) -> str:
    """What each had on average, as one sentence."""
    if not rows:
        return ""
    names = burden_names()
    parts = [
        f"{names[burden].lower()} {figure(burden, sum(r.value(burden) for r in rows) / len(rows))}"
        for burden in BURDENS
    ]
    return _("On average: {figures}.").format(figures=", ".join(parts))
