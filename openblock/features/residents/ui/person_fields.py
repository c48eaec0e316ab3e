"""The fields of a person's form, and what is said beside them while somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import ResidentContent
from openblock.features.residents.rules.names import LONGEST_NAME
from openblock.features.residents.rules.people import cleaned, content_problems
from openblock.features.residents.rules.personal_code import DIGITS, birth_date_of, parsed_code
from openblock.features.residents.ui.needs_edit import NeedsEdit
from openblock.features.residents.words import sexes
from openblock.features.staff.queries import OfficerRow
from openblock.i18n import _
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit
from openblock.ui.messages import words

NAMES = (
    "surname",
    "given_name",
    "personal_code",
    "birth_date",
    "sex",
    "needs",
    "contact_officer_id",
)
#: Said by the save button and not at an empty field.
_NOT_WHILE_TYPING = frozenset({"text-missing"})


def person_fields(officers: Sequence[OfficerRow], content: ResidentContent) -> list[Field]:
    """Every field in reading order, filled with ``content``."""
    fields = [
        Field("surname", _("Surname"), _line(LONGEST_NAME), needed=True),
        Field("given_name", _("Given name"), _line(LONGEST_NAME), needed=True),
        Field("personal_code", _("Personal code"), TextEdit(), hint=_("Empty for a foreigner")),
        Field("birth_date", _("Birth date"), DayEdit()),
        Field("sex", _("Sex"), Choice(sexes(), "")),
        Field("needs", _("Needs of a room"), NeedsEdit()),
        Field(
            "contact_officer_id",
            _("Contact officer"),
            Choice(officer_options(officers, content.contact_officer_id)),
        ),
    ]
    for field in fields:
        field.set_value(getattr(content, field.name))
    return fields


def officer_options(
    officers: Iterable[OfficerRow], chosen: int | None
) -> list[tuple[int | None, str]]:
    """Nobody, everyone in service, and whoever is chosen already."""
    today = clock.today()
    offered = [
        (row.officer_id, row.name)
        for row in officers
        if row.serves_on(today) or row.officer_id == chosen
    ]
    return [(None, _("Nobody yet")), *offered]


def content_of(values: Mapping[str, Any]) -> ResidentContent:
    """What the fields hold."""
    given = {name: values[name] for name in NAMES}
    return ResidentContent(**{**given, "sex": given["sex"] or ""})


def _line(longest: int) -> TextEdit:
    editor = TextEdit()
    # More than allowed: what was pasted too long is refused in words, not cut in silence.
    editor.setMaxLength(longest * 4)
    return editor


class WhileTyping(QObject):
    """Says what is wrong with names, code and birth date beside them, as they are typed.

    ``masked`` is the code as the card gave it: left as it is it is not looked at.
    """

    def __init__(self, form: Form, masked: str = "") -> None:
        super().__init__(form)
        self._form = form
        self._masked = masked
        self._said: dict[str, str] = {}
        form.edited.connect(self._look)
        form.fields["personal_code"].edited.connect(self._fill_birth_date)

    def _look(self) -> None:
        found: dict[str, list[Problem]] = {}
        for problem in self._problems():
            found.setdefault(problem.field, []).append(problem)
        for name in ("surname", "given_name", "personal_code", "birth_date"):
            self._say(name, found.get(name, []))

    def _problems(self) -> Iterable[Problem]:
        content = cleaned(content_of(self._form.values()))
        typed = self._form.fields["personal_code"].value()
        unripe = typed == self._masked or _still_typing(typed)
        for problem in content_problems(content, clock.today()):
            mute = problem.code in _NOT_WHILE_TYPING
            if not (mute or (problem.field == "personal_code" and unripe)):
                yield problem

    def _say(self, name: str, problems: Sequence[Problem]) -> None:
        field = self._form.fields[name]
        if field.editor.unread():
            return
        said, before = "\n".join(map(words, problems)), self._said.get(name, "")
        # What a refusal said of another field stays until that field is touched.
        if said or field.problem() == before:
            error = any(each.severity is Severity.ERROR for each in problems)
            field.say(said, Severity.ERROR if error or not said else Severity.WARNING)
        self._said[name] = said

    def _fill_birth_date(self) -> None:
        """A code of the old form holds the birth date: it need not be typed twice."""
        digits = parsed_code(self._form.fields["personal_code"].value())
        birth = self._form.fields["birth_date"]
        if digits is None or birth.value() is not None or birth.editor.unread():
            return
        born = birth_date_of(digits)
        if born is not None and born <= clock.today():
            birth.set_value(born)


def _still_typing(typed: str) -> bool:
    """Whether so little is typed of a code that nothing can be said of it yet."""
    figures = sum(sign.isdigit() for sign in typed)
    return figures < DIGITS and all(sign.isdigit() or sign in " -" for sign in typed)
