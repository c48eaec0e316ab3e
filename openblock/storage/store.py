"""The store, the one door to the data: one transaction per command, rights, log, announcement."""

from __future__ import annotations

import platform
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from openblock import clock
from openblock.errors import NotAllowed, StorageTrouble
from openblock.storage import audit, binding, conflicts, consulting, transactions
from openblock.storage.acts import (
    ASKER,
    Actor,
    Command,
    Consultation,
    Disclosure,
    Done,
    Head,
    Step,
    Work,
)
from openblock.storage.audit import Entry
from openblock.storage.capture import Changes, WorkSession
from openblock.storage.engine import close_engine, open_file
from openblock.storage.keys import derive
from openblock.storage.outgoing import demand_plain
from openblock.storage.watching import Watch

__all__ = [
    "Actor",
    "Command",
    "Consultation",
    "Disclosure",
    "Done",
    "Head",
    "Step",
    "Store",
    "Work",
    "open_store",
    "operation_of",
]

T = TypeVar("T")
May = Callable[[str, str], bool]


def operation_of(function: Callable[..., Any]) -> str:
    """The name rights and log know a command or query by: ``roster.change_cells``."""
    parts = function.__module__.split(".")
    feature = parts[parts.index("features") + 1] if "features" in parts else parts[-1]
    return f"{feature}.{function.__name__}"


def open_store(
    path: Path, dek: bytes, *, may: May, newest: int | None = None, workstation: str = ""
) -> Store:
    """Open the file at ``path`` with its raw key and give out the door to it.

    ``may`` tells whether a role may run an operation. ``newest`` is the highest schema version
    known. Raises StorageTrouble as :func:`open_file` does, and "keys-rolled-back" or
    "keys-of-another-file" when the key file beside does not belong to this state of the data.
    """
    engine = open_file(path, dek, newest=newest)
    try:
        store = Store(path, engine, dek, may=may, workstation=workstation)
    except BaseException:
        close_engine(engine, path)
        raise
    try:
        store.settle()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """The one door; safe to use from several threads, each call a transaction of its own.

    Listeners are called in the thread that ran the command.
    """

    def __init__(
        self, path: Path, engine: Engine, dek: bytes, *, may: May, workstation: str = ""
    ) -> None:
        self.path = path
        self.actor: Actor | None = None
        self.workstation = workstation or platform.node()
        self._engine: Engine | None = engine
        self._dek = bytearray(dek)
        self._chain_key = bytearray(derive(dek, "audit"))
        self._may = may
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._watch = Watch(engine, path)

    @property
    def dek(self) -> bytes:
        """The database key, for key slots and backups. Raises StorageTrouble "store-closed"."""
        if not self._dek:
            raise StorageTrouble("store-closed", path=str(self.path))
        return bytes(self._dek)

    @property
    def engine(self) -> Engine:
        """The open engine, for the check and the backup; features never touch it."""
        if self._engine is None:
            raise StorageTrouble("store-closed", path=str(self.path))
        return self._engine

    def run(self, command: Command, request: object, *, undoes: bool = False) -> Done:
        """Run one command in one transaction, log it, commit it, announce the changed tables.

        Raises NotAllowed (logged too), KnownError and RuleBroken of the command,
        KnownError "changed-meanwhile", StorageTrouble "file-busy", "disk-full" and others;
        whatever is raised, nothing of the command is left in the file.
        """
        operation = operation_of(command)
        actor = self.demand(operation)
        with self._writing(operation) as session:
            changes = Changes(session)
            work = Work(session, clock.now(), clock.today(), actor, conflicts.who_changed)
            try:
                done = command(work, request)
                session.flush()
            except StaleDataError as error:
                raise conflicts.of_stale(session, changes.edited) from error
            demand_plain(done, operation)
            entry = Entry(
                operation,
                sorted(work.subjects),
                reason="; ".join(work.reasons),
                changes=tuple(changes.rows),
                details={"undoes": True} if undoes else {},
            )
            head = self._append(Session.connection(session), entry, actor)
        self._watch.own_rows(head.number, 1)
        self._announce(frozenset(changes.tables | {audit.AUDIT}))
        return done

    def read(
        self,
        query: Callable[..., T],
        *args: Any,
        consult: Consultation | None = None,
        **options: Any,
    ) -> T:
        """Ask one question in a read-only transaction; the answer holds plain values only.

        With ``consult`` the look is logged before anything is shown (SEC-03). Raises NotAllowed
        (logged too), StorageTrouble, and TypeError when a mapped object would leave the store.
        """
        operation = operation_of(query)
        actor = self.demand(operation)
        if consult is not None:
            self.consult(consult)
        with self._reading(operation) as session:
            session.info[ASKER] = actor
            answer = query(session, *args, **options)
            demand_plain(answer, operation)
        return answer

    def consult(self, consultation: Consultation) -> Head:
        """Log that somebody's data was looked at; repeats within ten minutes are counted."""
        actor = self._demand_actor(consulting.CONSULT)
        with self._writing(consulting.CONSULT) as session:
            connection = Session.connection(session)
            before = audit.head_of(connection)
            head = consulting.consult(
                connection, actor, consultation, clock.now(), self._appender(connection)
            )
        self._watch.own_rows(head.number, head.number - before.number)
        return head

    def disclose(self, disclosure: Disclosure) -> Head:
        """Log that data leaves the programme; to be called before the sheet is printed."""
        actor = self._demand_actor("disclose")
        kinds = [each.partition(":") for each in disclosure.subjects]
        entry = Entry(
            "disclose",
            tuple((kind if sep else "", rest if sep else kind) for kind, sep, rest in kinds),
            purpose=disclosure.purpose,
            recipient=disclosure.recipient,
            details={"what": disclosure.what, **disclosure.details},
        )
        return self._log_alone(entry, actor)

    def note(self, entry: Entry) -> Head:
        """Log something that is neither a command nor a look: a backup, a check, a restore."""
        return self._log_alone(entry, self.actor)

    def head(self) -> Head:
        """The last row of the log, for the foot of a sheet or a backup's manifest."""
        with self._reading("head") as session:
            return audit.head_of(session.connection())

    def sign_in(self, actor: Actor) -> None:
        """Let ``actor`` act from here on; logged."""
        self.actor = actor
        self.settle()
        self._log_alone(Entry("sign-in"), actor)

    def sign_out(self) -> None:
        """Nobody is signed in any more; the actor's open consultations are settled; logged."""
        actor, self.actor = self.actor, None
        if actor is not None:
            self.settle(actor.account_id)
            self._log_alone(Entry("sign-out"), actor)

    def settle(self, account_id: int | None = None) -> None:
        """Chain overdue consultation counts, and bind the key file to this state of the data."""
        with self._writing("settle") as session:
            connection = Session.connection(session)
            binding.bind_key_file(connection, self.path, self.dek)
            before = audit.head_of(connection)
            consulting.settle(
                connection, clock.now(), self._appender(connection), account_id=account_id
            )
            head = audit.head_of(connection)
        self._watch.own_rows(head.number, head.number - before.number)

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Have ``heard`` called with the tables each committed command changed; returns the end.

        ``{"*"}`` means that another process wrote, see :meth:`poll`.
        """
        self._listeners.append(heard)

        def stop() -> None:
            if heard in self._listeners:
                self._listeners.remove(heard)

        return stop

    def poll(self) -> None:
        """Announce ``{"*"}`` when another process has written since the last time."""
        if self._watch.others_wrote():
            self._announce(frozenset({"*"}))

    def close(self) -> None:
        """Close the file and drop the key; a second call does nothing."""
        if self._engine is None:
            return
        self._watch.close()
        close_engine(self._engine, self.path)
        self._engine = self.actor = None
        for key in (self._dek, self._chain_key):
            key[:] = bytes(len(key))
            key.clear()
        self._listeners.clear()

    def demand(self, operation: str) -> Actor:
        """Who is acting, if they may; else NotAllowed, logged in its own transaction (SEC-01)."""
        role = self.actor.role if self.actor else ""
        if self.actor is None or not self._may(role, operation):
            self._log_alone(Entry("refused", details={"operation": operation}), self.actor)
            raise NotAllowed(operation, role)
        return self.actor

    def _demand_actor(self, operation: str) -> Actor:
        if self.actor is None:
            self._log_alone(Entry("refused", details={"operation": operation}), None)
            raise NotAllowed(operation, "")
        return self.actor

    def _writing(self, name: str) -> AbstractContextManager[WorkSession]:
        return transactions.writing(self.engine, self.path, name)

    def _reading(self, name: str) -> AbstractContextManager[Session]:
        return transactions.reading(self.engine.execution_options(readonly=True), self.path, name)

    def _append(self, connection: Connection, entry: Entry, actor: Actor | None) -> Head:
        return audit.append(
            connection,
            bytes(self._chain_key),
            entry,
            actor=actor,
            at=clock.now(),
            workstation=self.workstation,
        )

    def _appender(self, connection: Connection) -> consulting.Append:
        return lambda entry, actor: self._append(connection, entry, actor)

    def _log_alone(self, entry: Entry, actor: Actor | None) -> Head:
        with self._writing(entry.operation) as session:
            head = self._append(Session.connection(session), entry, actor)
        self._watch.own_rows(head.number, 1)
        return head

    def _announce(self, tables: frozenset[str]) -> None:
        for heard in tuple(self._listeners):
            heard(tables)
