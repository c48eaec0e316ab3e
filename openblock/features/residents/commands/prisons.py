"""The list of prisons people come from and go to is kept up to date."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.commands.requests import SavePrison
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.rules.marks import prison_problems
from openblock.features.residents.rules.names import tidy
from openblock.features.residents.tables import Prison
from openblock.storage.store import Done, Work


def save_prison(work: Work, request: SavePrison) -> Done:
    """A new prison or other content for one; ``Done.value`` is its number.

    RuleBroken with every problem; KnownError ``prison-unknown``.
    """
    prison = None if request.prison_id is None else work.session.get(Prison, request.prison_id)
    if prison is None and request.prison_id is not None:
        raise KnownError("prison-unknown")
    if prison is not None:
        work.expect(prison, request.version)
    content = replace(request.content, name=tidy(request.content.name))
    taken = any(
        each is not prison and each.name.casefold() == content.name.casefold()
        for each in work.session.scalars(select(Prison))
    )
    found = prison_problems(content, taken=taken)
    if found:
        raise RuleBroken(*found)
    values = {
        "name": content.name,
        "active_from": content.active_from,
        "active_to": content.active_to,
    }
    rows = Rows(work)
    if prison is None:
        prison = Prison(**values)
        rows.add(prison)
    else:
        rows.change(prison, **values)
    work.about("prison", prison.id)
    return Done(prison.id, rows.undo())
