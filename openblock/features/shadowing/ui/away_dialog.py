"""The form of a time a trainee cannot come, with the shadowing shifts that it upsets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.shadowing.commands import SaveUnavailability, save_unavailability
from openblock.features.shadowing.queries import (
    ShadowingRow,
    TraineeCard,
    UnavailabilityRow,
    trainee_card,
)
from openblock.features.shadowing.rules.content import Span, Standing, UnavailabilityContent
from openblock.features.shadowing.ui.until_edit import UntilEdit, until_words
from openblock.features.shadowing.ui.upset_list import UpsetList
from openblock.i18n import _, format_moment
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit

_LONGEST = 800
_MOVABLE = frozenset({Standing.PLANNED, Standing.DONE, Standing.REPLAN})


class AwayDialog(ReasonedDialog):
    """What is upset stands there while the time is typed; it is planned anew, never dropped."""

    draft_form = "away"

    def __init__(
        self,
        desk: Desk,
        card: TraineeCard,
        away: UnavailabilityRow | None = None,
        *,
        day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._desk = desk
        self._card = card
        self._away = away
        start = day or clock.today()
        span = Span(clock.at(start), clock.at(start, MINUTES_OF_DAY))
        if away is not None:
            span = Span(away.content.starts_at, away.content.ends_at)
        remark = TextEdit(away.content.remark if away else "")
        remark.setMaxLength(_LONGEST)
        form = Form(
            (
                Field("starts_at", _("From"), MomentEdit(span.start), needed=True),
                Field("ends_at", _("To"), UntilEdit(span.end), needed=True),
                Field("remark", _("Remark"), remark, hint=_("No medical details")),
            )
        )
        name = card.line.trainee.name
        title = _("Cannot come: {name}").format(name=name)
        super().__init__(title, form, self._save_away, parent=parent)
        self.upset = UpsetList()
        self.put_below(self.upset)
        form.edited.connect(self._look)
        self._look()
        self.fit(520, 380)

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        number = self._card.line.trainee.trainee_id
        look = Consultation("trainee", str(number))
        fresh = self._desk.read(trainee_card, number, clock.now(), consult=look)
        if fresh is None or self._away is None:
            return {}
        wanted = self._away.unavailability_id
        away = next((each for each in fresh.away if each.unavailability_id == wanted), None)
        if away is None:
            return {}
        self._card, self._away = fresh, away
        content = away.content
        return {
            "starts_at": (content.starts_at, format_moment(content.starts_at)),
            "ends_at": (content.ends_at, until_words(content.ends_at)),
            "remark": (content.remark, content.remark),
        }

    def refused(self, refusal: KnownError) -> None:
        super().refused(refusal)
        # The refusal names them one by one.
        self.upset.setVisible(self.upset.isVisible() and not isinstance(refusal, RuleBroken))

    # Inside

    def _look(self) -> None:
        start = self.form.fields["starts_at"].value()
        end = self.form.fields["ends_at"].value()
        found: tuple[ShadowingRow, ...] = ()
        if start is not None and end is not None:
            found = tuple(
                each
                for each in self._card.shadowings
                if each.standing in _MOVABLE and each.span.meets(Span(start, end))
            )
        self.upset.show_shifts(found)

    def _save_away(self, values: dict[str, Any]) -> None:
        trainee = self._card.line.trainee
        content = UnavailabilityContent(
            trainee.trainee_id, values["starts_at"], values["ends_at"], values["remark"]
        )
        number, version = None, 0
        if self._away is not None:
            number, version = self._away.unavailability_id, self._away.version
        request = SaveUnavailability(number, version, content, values[REASON])
        said = _("Cannot come: {name}").format(name=trainee.name)
        self._desk.attempt(save_unavailability, request, said)
