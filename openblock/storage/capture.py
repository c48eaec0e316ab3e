"""Notes what a command changes, column by column, as the session writes it to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from sqlalchemy import Table, event, select
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session
from sqlalchemy.orm.attributes import History, instance_state

#: Set to true in ``session.info`` by a command that makes somebody unrecognisable: its log names
#: every changed column, and ``WITHHELD`` stands for what was and what is in it.
WITHOUT_VALUES = "without_values"
WITHHELD = "…"

#: Set to true in ``info`` of a table that only repeats what other tables hold: it is announced as
#: changed, but the log keeps the rows it repeats, and a command may write it in bulk.
REPEATS = "repeats"


class WorkSession(Session):
    """The session a command works in: what would slip past the log is refused as a bug.

    Bulk statements change rows without a flush, so without old values and versions; and the
    one transaction around a command is not the command's to end.
    """

    def _refuse(self, *_args: object, **_options: object) -> NoReturn:
        raise TypeError("a command changes mapped objects only, and never ends its transaction")

    commit = rollback = begin_nested = connection = _refuse
    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _refuse


class Changes:
    """Every change of one session: table by table, row by row, old values and new."""

    def __init__(self, session: Session) -> None:
        self._info = session.info
        self.rows: list[dict[str, object]] = []
        self.tables: set[str] = set()
        self.edited: list[tuple[type, tuple[Any, ...], object]] = []
        self._found: dict[tuple[int, str], object] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", self._only_select)

    def _only_select(self, state: ORMExecuteState) -> None:
        if state.is_select:
            return
        mapper = state.bind_mapper
        if mapper is None or not all(map(_repeats, mapper.tables)):
            raise TypeError("a command reads with select() and writes through mapped objects")
        self.tables.update(each.name for each in mapper.tables)

    def _before_flush(self, session: Session, _context: object, _instances: object) -> None:
        """Look up old values the session never loaded, while the database still has them."""
        for row in session.dirty:
            self._look_up(session, row, lambda history: bool(history.added) and not history.deleted)
        for row in session.deleted:
            self._look_up(session, row, lambda history: history.empty())

    def _look_up(self, session: Session, row: object, unknown: Callable[[History], bool]) -> None:
        state = instance_state(row)
        for key in _audited(row):
            if unknown(state.attrs[key].history):
                self._found[id(row), key] = _stored(session, state, key)
        if "version" in state.mapper.column_attrs and state.identity is not None:
            seen = state.committed_state.get("version", state.dict.get("version"))
            self.edited.append((type(row), state.identity, seen))

    def _after_flush(self, session: Session, _context: object) -> None:
        for row in session.new:
            self._note(row, new=_values(row))
        for row in session.dirty:
            old, new = self._difference(row)
            if new:
                self._note(row, old=old, new=new)
        for row in session.deleted:
            self._note(row, old={**_values(row), **self._missing(row)})
        self._found.clear()

    def _note(self, row: object, **values: dict[str, object]) -> None:
        mapper = instance_state(row).mapper
        table = mapper.tables[0].name
        self.tables.update(each.name for each in mapper.tables)
        if _repeats(mapper.tables[0]):
            return
        identity = "/".join(map(str, mapper.primary_key_from_instance(row)))
        if self._info.get(WITHOUT_VALUES):
            values = {when: dict.fromkeys(of, WITHHELD) for when, of in values.items()}
        self.rows.append({"table": table, "id": identity, **values})

    def _difference(self, row: object) -> tuple[dict[str, object], dict[str, object]]:
        old: dict[str, object] = {}
        new: dict[str, object] = {}
        for key in _audited(row):
            history = instance_state(row).attrs[key].history
            if not history.added:
                continue
            before = history.deleted[0] if history.deleted else self._found.get((id(row), key))
            if before != history.added[0]:
                old[key] = as_logged(row, key, before)
                new[key] = as_logged(row, key, history.added[0])
        return old, new

    def _missing(self, row: object) -> dict[str, object]:
        return {
            key: as_logged(row, key, self._found[id(row), key])
            for key in _audited(row)
            if (id(row), key) in self._found
        }


def _repeats(table: object) -> bool:
    return isinstance(table, Table) and bool(table.info.get(REPEATS))


def as_logged(row: object, key: str, value: Any) -> object:
    """What the log and a refusal may hold of a column's value.

    ``info={"masked": …}`` on a column names what makes of a value what everybody may see of it.
    """
    mask = instance_state(row).mapper.column_attrs[key].columns[0].info.get("masked")
    return value if mask is None or value is None else mask(value)


def _audited(row: object) -> list[str]:
    """The columns the log keeps; ``info={"audited": False}`` on a column leaves it out."""
    mapper = instance_state(row).mapper
    return [
        each.key
        for each in mapper.column_attrs
        if each.columns[0].info.get("audited", True) and each.key != "version"
    ]


def _values(row: object) -> dict[str, object]:
    loaded = instance_state(row).dict
    return {key: as_logged(row, key, loaded[key]) for key in _audited(row) if key in loaded}


def _stored(session: Session, state: InstanceState[Any], key: str) -> object:
    """The value the database still holds for a row about to be changed."""
    mapper = state.mapper
    column = getattr(mapper.class_, key)
    match = [
        attribute == value
        for attribute, value in zip(mapper.primary_key, state.identity or (), strict=True)
    ]
    with session.no_autoflush:
        return session.execute(select(column).where(*match)).scalar_one_or_none()
