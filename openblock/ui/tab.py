"""What a feature gives to the window: its tab, the sheets of that tab, and its menu entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from openblock.storage.store import Consultation

if TYPE_CHECKING:
    from openblock.printing.sheet import Imprint
    from openblock.ui.desk import Desk

Paper = Literal["A4", "A3"]


@dataclass(frozen=True, slots=True)
class SheetOffer:
    """One sheet a tab can print now, the visible period already in it.

    ``make(imprint, paper)`` gives the PDF bytes; it is called again when the officer picks other
    paper or another language (the language is set while it runs). ``consultation`` is logged when
    the preview opens (SEC-03); ``subjects`` names whose data leaves when it is printed or saved
    (ids, never names); ``file_name`` has no folder and no ``.pdf``. ``recipient`` is proposed as
    who receives it: None is the notice board, "" somebody who has to be named.
    """

    key: str
    title: str
    make: Callable[[Imprint, Paper], bytes]
    file_name: str
    number: str = ""
    papers: tuple[Paper, ...] = ("A4",)
    orientation: Literal["landscape", "portrait"] = "landscape"
    subjects: tuple[str, ...] = ()
    consultation: Consultation | None = None
    remark: str = ""
    recipient: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)


class Tab(QWidget):
    """The base of every tab page; a page is made when its tab is first opened."""

    #: Name in ``resources/icons``.
    icon_name: str = ""
    #: Tables whose change makes the page read again; the hidden pages read when next shown.
    tables: frozenset[str] = frozenset()
    #: The manual page F1 opens: ``resources/manual/<language>/<manual_page>.md``.
    manual_page: str = "index"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def title(self) -> str:
        """The tab's name in the language spoken now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again and show; selection and scroll stay. KnownError goes to the message bar."""
        raise NotImplementedError

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The sheets Ctrl+P offers, the usual one first."""
        return ()

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def place(self) -> Mapping[str, object]:
        """Where the officer is (period, selection), as plain values without personal data.

        Given to :meth:`go_to` of the page's successor when the language changes and after a lock.
        """
        return {}

    def go_to(self, place: Mapping[str, object]) -> None:
        """Go where :meth:`place` says; unknown keys are passed over."""

    def keep_draft(self) -> None:
        """Keep what is half typed: called before the window locks or closes."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on a tab for what waits there: nothing is shown while it is 0.

    ``read(desk)`` gives the number and what it means; ``tables`` are those it hangs on.
    """

    tables: frozenset[str]
    read: Callable[[Desk], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab of the window: ``operation`` is the right needed to see it."""

    key: str
    title: Callable[[], str]
    icon: str
    operation: str
    make: Callable[[Desk], Tab]
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu that a feature owns: ``open(desk, parent)`` shows its dialog.

    ``operation`` is the right needed to see the line; empty: everyone signed in sees it.
    """

    key: str
    title: Callable[[], str]
    icon: str
    operation: str
    open: Callable[[Desk, QWidget], None]
