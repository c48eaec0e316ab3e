"""What the commands on accounts share: the stored row of a request, or the refusal."""

from __future__ import annotations

from sqlalchemy import func, select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.accounts import rules
from openblock.features.accounts.rights import Role
from openblock.features.accounts.tables import Account
from openblock.storage.store import Work


def stored_account(work: Work, account_id: int, version: int | None = None) -> Account:
    """The stored account; KnownError when it is gone or not as the form showed it (SEC-09)."""
    work.about("account", account_id)
    account = work.session.get(Account, account_id)
    if account is None:
        raise KnownError("account-gone")
    if version is not None:
        work.expect(account, version)
    return account


def new_account(work: Work, slot_id: str, name: str, role: str) -> Account:
    """An account of a person who has just been given a key slot, added to the session."""
    good = good_name(work, name)
    account = Account(
        slot_id=slot_id,
        name=good,
        name_key=rules.name_key(good),
        role=known(role, tuple(Role), Problem("role-unknown", field="role")),
        active=True,
        must_change_password=False,
        added_at=work.now,
    )
    work.session.add(account)
    return account


def good_name(work: Work, name: str, *, but: int = 0) -> str:
    """The name as it is kept; RuleBroken with all that is wrong with it."""
    tidy = rules.tidy_name(name)
    taken = set(work.session.scalars(select(Account.name_key).where(Account.id != but)))
    problems = rules.name_problems(tidy, taken)
    if problems:
        raise RuleBroken(*problems)
    return tidy


def known(value: str, choices: tuple[str, ...], otherwise: Problem) -> str:
    """``value`` when it is one of ``choices``; RuleBroken with ``otherwise`` if it is not."""
    if value not in choices:
        raise RuleBroken(otherwise)
    return str(value)


def keep_an_administrator(work: Work) -> None:
    """RuleBroken when the change just made leaves no active administrator (SEC-01)."""
    work.session.flush()
    administrators = select(func.count()).where(Account.role == Role.ADMINISTRATOR, Account.active)
    problems = rules.administrator_problems(work.session.scalar(administrators) or 0)
    if problems:
        raise RuleBroken(*problems)
