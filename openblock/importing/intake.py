"""What a feature gives the importer: columns, what is stored, how rows are known and judged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from openblock.errors import Problem
from openblock.importing.columns import Column

Values: TypeAlias = Mapping[str, Any]
#: Everything as it would stand after the import → (owner, values) → the problems of that entry.
Judge: TypeAlias = Callable[
    [Mapping[Hashable, Values]], Callable[[Hashable, Values], Sequence[Problem]]
]


@dataclass(frozen=True, slots=True)
class Stored:
    """What the programme holds under one identity: whose it is, and its values.

    ``source`` is for the feature alone: what it needs again to write the row.
    """

    owner: Hashable
    values: Values
    source: object = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What a feature gives the importer besides the file.

    ``identity`` is the value rows are recognised by, compared after ``folded``; ``stored`` is
    keyed by it. ``defaults`` hold every value of a new entry, for what its row leaves out.
    ``judge`` applies the rules.

    Where one value does not do, ``recognise`` gives the keys of what a row gives, the surest
    first, ``named`` the words for that row, and ``settle`` what becomes of what is stored and
    given; faults of recognition then stand beside ``identity`` all the same.
    """

    columns: tuple[Column, ...]
    identity: str
    folded: Callable[[Any], str]
    stored: Mapping[str, Stored]
    defaults: Values
    judge: Judge
    recognise: Callable[[Values], Sequence[str]] | None = None
    named: Callable[[Values], str] | None = None
    settle: Callable[[Stored | None, Values], Values] | None = None

    def keys_of(self, given: Values) -> Sequence[str]:
        """The keys by which a row that gives these values may be stored."""
        if self.recognise is not None:
            return self.recognise(given)
        identity = given.get(self.identity)
        return (self.folded(identity),) if identity else ()

    def name_of(self, values: Values) -> str:
        """The entry as a fault names it."""
        return str(values[self.identity]) if self.named is None else self.named(values)

    def after(self, stored: Stored | None, given: Values) -> dict[str, Any]:
        """All values of an entry once a row has given ``given``."""
        settled = given if self.settle is None else self.settle(stored, given)
        return {**(stored.values if stored else self.defaults), **settled}
