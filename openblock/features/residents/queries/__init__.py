"""Reads of residents: the register, one card, the search, keep-apart pairs, prisons."""

from openblock.features.residents.queries.apart import pairs_between, pairs_of, pairs_open
from openblock.features.residents.queries.card import (
    open_matters,
    personal_code,
    read_notes,
    resident_card,
)
from openblock.features.residents.queries.joined import Join, join
from openblock.features.residents.queries.people import find_residents, people, residents
from openblock.features.residents.queries.prisons import prisons
from openblock.features.residents.queries.rows import (
    AlertRow,
    Event,
    Found,
    NoteRow,
    OpenMatter,
    PairRow,
    PrisonRow,
    ResidentCard,
    ResidentRow,
    StayRow,
)
from openblock.features.residents.queries.wheres import wheres

__all__ = [
    "AlertRow",
    "Event",
    "Found",
    "Join",
    "NoteRow",
    "OpenMatter",
    "PairRow",
    "PrisonRow",
    "ResidentCard",
    "ResidentRow",
    "StayRow",
    "find_residents",
    "join",
    "open_matters",
    "pairs_between",
    "pairs_of",
    "pairs_open",
    "people",
    "personal_code",
    "prisons",
    "read_notes",
    "resident_card",
    "residents",
    "wheres",
]
