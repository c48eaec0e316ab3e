"""The settings page of posts that ask for a qualification, and who holds it (RO-11)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.roster.commands.posts import LONGEST_NAME, remove_post, save_post
from openblock.features.roster.commands.requests import RemovePost, SavePost
from openblock.features.roster.queries.posts import folded, posts
from openblock.features.roster.queries.rows import PostRow
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.roster.ui.holders_edit import HoldersEdit
from openblock.features.roster.ui.side_page import SidePage
from openblock.features.staff.queries import OfficerRow, officers
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, labelled
from openblock.ui.forms.known_text import KnownTextEdit
from openblock.ui.table_model import Column


class PostsPage(SidePage):
    """A post that is not in this list may be taken by any officer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._officers: tuple[OfficerRow, ...] = ()
        self.name = KnownTextEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.holders = HoldersEdit()
        form = Form(
            [
                Field("name", _("Post"), self.name, needed=True, hint=_("as on the shifts")),
                Field("holders", _("May stand on it too"), self.holders),
            ]
        )
        entries = Entries(
            columns=self._columns(),
            key=lambda row: row.post_id,
            read=self._read,
            fill=self._values,
            save=self._save,
            remove=self._remove,
            removable=lambda _row: True,
            remove_words=_("Ask for nothing"),
        )
        super().__init__(entries, form, parent)
        intro = labelled(
            _(
                "Posts that ask for a qualification: whoever has none is offered as a substitute "
                "there with a warning. Any other post may be taken by anybody."
            ),
            "secondary",
        )
        intro.setWordWrap(True)
        self.above.addWidget(intro)
        self.name.edited.connect(self._named)

    # Inside

    def _read(self) -> tuple[PostRow, ...]:
        rows = self._desk.read(posts)
        self._officers = self._desk.read(officers)
        held = {each for row in rows for each in row.holders}
        today = clock.today()
        self.holders.model.show_officers(
            [
                each
                for each in self._officers
                if each.last_day is None or each.last_day >= today or each.officer_id in held
            ]
        )
        listed = {folded(row.name) for row in rows}
        used = {each.post for each in self._officers if each.post}
        self.name.offer(sorted(each for each in used if folded(each) not in listed))
        return rows

    def _named(self) -> None:
        self.holders.model.name_post(self.name.text())

    def _values(self, row: PostRow | None) -> dict[str, Any]:
        if row is None:
            return {"name": "", "holders": ()}
        return {"name": row.name, "holders": row.holders}

    def _save(self, row: PostRow | None, values: dict[str, Any]) -> object:
        number, version = (None, 0) if row is None else (row.post_id, row.version)
        request = SavePost(values["name"], values["holders"], number, version)
        said = _("Post saved: {name}").format(name=values["name"])
        return self._desk.attempt(save_post, request, said)

    def _remove(self, row: PostRow) -> object:
        said = _("{name} asks for nothing any more").format(name=row.name)
        return self._desk.attempt(remove_post, RemovePost(row.post_id, row.version), said)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Post"), lambda row: row.name, strong=True),
            Column(
                _("May stand on it"),
                lambda row: n_("{number} officer", "{number} officers", self._count(row)),
                sort=self._count,
            ),
        )

    def _count(self, row: PostRow) -> int:
        own = {each.officer_id for each in self._officers if folded(each.post) == folded(row.name)}
        return len(own | set(row.holders))
