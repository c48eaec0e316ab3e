"""The words of the programme: those that stand in the code, and those of a catalogue."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "openblock"
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("lv",)
KEYWORDS = {"_": None, "n_": (1, 2), "p_": ((1, "c"), 2)}
# A catalogue has no dates of its own: it changes when a word does, and git knows when that was.
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_LEFT_OUT = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Report-Msgid-Bugs-To',
    '"Last-Translator',
    '"Language-Team',
)

Key = tuple[str | None, str | tuple[str, ...]]


def in_the_code() -> Catalog:
    """Every message in the code, with the files it stands in and the comments for translators."""
    found = Catalog(
        project="OpenBlock", version="1", creation_date=_NO_DATE, revision_date=_NO_DATE
    )
    messages = extract_from_dir(
        HOUSE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, _line, message, comments, context in sorted(messages, key=lambda each: each[:2]):
        found.add(
            message,
            locations=[(f"openblock/{file}", 0)],
            auto_comments=comments,
            context=context,
        )
    return found


def place(language: str, ending: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"openblock.{ending}"


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is kept; an empty one when there is none yet."""
    path = place(language, "po")
    if not path.exists():
        return Catalog(
            locale=language,
            project="OpenBlock",
            version="1",
            fuzzy=False,
            creation_date=_NO_DATE,
            revision_date=_NO_DATE,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def key(message: Message) -> Key:
    identity = message.id
    return (message.context, identity if isinstance(identity, str) else tuple(identity))


def keys(catalogue: Catalog) -> set[Key]:
    return {key(message) for message in catalogue if message.id}


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    if message.string is None or isinstance(message.string, str):
        return (message.string or "",)
    return tuple(each or "" for each in message.string)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w*)[^}]*}", text))


def as_po(catalogue: Catalog) -> bytes:
    catalogue.header_comment = "# The words of OpenBlock."
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    lines = written.getvalue().decode().splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(_LEFT_OUT))
    return "".join(kept).encode()


def as_mo(catalogue: Catalog) -> bytes:
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()
