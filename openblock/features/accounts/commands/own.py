"""What everyone may do to the own account, and the drafts of half-typed forms (SEC-11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.accounts import rules
from openblock.features.accounts.commands.stored import known, stored_account
from openblock.features.accounts.tables import Draft
from openblock.i18n import LANGUAGES
from openblock.storage.store import Done, Work


@dataclass(frozen=True, slots=True)
class NotePasswordChanged:
    """The signed-in person changed the own password."""


@dataclass(frozen=True, slots=True)
class ChangeLanguage:
    """The signed-in person's language."""

    language: str


@dataclass(frozen=True, slots=True)
class ChangePreferences:
    """The signed-in person's theme and text size in per cent."""

    theme: str
    text_size: int


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """What stands in ``form`` and is not saved yet; plain values only."""

    form: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """The form was saved or left on purpose."""

    form: str


def note_password_changed(work: Work, _request: NotePasswordChanged) -> Done:
    """Record that the signed-in person changed the own password."""
    stored_account(work, work.actor.account_id).must_change_password = False
    return Done()


def change_language(work: Work, request: ChangeLanguage) -> Done:
    """Change the signed-in person's language."""
    account = stored_account(work, work.actor.account_id)
    account.language = known(
        request.language, LANGUAGES, Problem("language-unknown", field="language")
    )
    return Done()


def change_preferences(work: Work, request: ChangePreferences) -> Done:
    """Change how the window looks for the signed-in person."""
    account = stored_account(work, work.actor.account_id)
    account.theme = known(request.theme, rules.THEMES, Problem("theme-unknown", field="theme"))
    if request.text_size not in rules.TEXT_SIZES:
        raise RuleBroken(Problem("text-size-unknown", field="text_size"))
    account.text_size = request.text_size
    return Done()


def save_draft(work: Work, request: SaveDraft) -> Done:
    """Keep what is half typed, so that locking the window loses nothing (SEC-11)."""
    work.about("draft", request.form)
    draft = _own_draft(work, request.form)
    if draft is None:
        draft = Draft(account_id=work.actor.account_id, form=request.form)
        work.session.add(draft)
    draft.content, draft.saved_at = dict(request.content), work.now
    return Done()


def discard_draft(work: Work, request: DiscardDraft) -> Done:
    """Forget what was half typed; nothing happens when there is none."""
    work.about("draft", request.form)
    draft = _own_draft(work, request.form)
    if draft is not None:
        work.session.delete(draft)
    return Done()


def _own_draft(work: Work, form: str) -> Draft | None:
    own = select(Draft).where(Draft.account_id == work.actor.account_id, Draft.form == form)
    return work.session.scalars(own).one_or_none()
