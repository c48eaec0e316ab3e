"""What somebody else saved meanwhile, by field: the value, and how it reads beside yours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from openblock.features.residents.queries import ResidentCard, StayRow
from openblock.features.residents.words import admission_kinds, need_list, said, sexes
from openblock.i18n import format_day, format_moment

Theirs = Mapping[str, tuple[Any, str]]


def person_words(card: ResidentCard) -> Theirs:
    """A person as stored now."""
    content = card.content
    return {
        "surname": (content.surname, content.surname),
        "given_name": (content.given_name, content.given_name),
        "personal_code": (content.personal_code, content.personal_code),
        "birth_date": (content.birth_date, _day(content.birth_date)),
        "sex": (content.sex, said(sexes(), content.sex)),
        "needs": (content.needs, need_list(content.needs)),
        "contact_officer_id": (content.contact_officer_id, card.contact_officer),
    }


def stay_words(stay: StayRow) -> Theirs:
    """A stay as stored now."""
    content = stay.content
    kind = content.admission_kind
    return {
        "admitted": (content.admitted, format_moment(content.admitted)),
        "admission_kind": (kind, said(admission_kinds(), kind)),
        "admitted_from_id": (content.admitted_from_id, stay.admitted_from),
        "sentence_start": (content.sentence_start, _day(content.sentence_start)),
        "sentence_end": (content.sentence_end, _day(content.sentence_end)),
    }


def _day(day: date | None) -> str:
    return format_day(day) if day is not None else ""
