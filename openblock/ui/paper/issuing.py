"""Makes a sheet's bytes, and writes into the log that it is looked at or leaves (SEC-03)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from openblock import __version__, clock
from openblock.i18n import language, set_language
from openblock.printing.sheet import Imprint
from openblock.storage.store import Disclosure, Head
from openblock.ui.desk import Desk
from openblock.ui.paper.choices import Choices
from openblock.ui.paper.preview import Preview


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """Speak ``code`` while a sheet is made: the sheet's language may differ from the screen's."""
    before = language()
    set_language(code)
    try:
        yield
    finally:
        set_language(before)


class Issuing:
    """One dialog's way from a chosen sheet to logged bytes."""

    def __init__(self, desk: Desk, choices: Choices, preview: Preview) -> None:
        self._desk = desk
        self._choices = choices
        self._preview = preview
        self._consulted: set[tuple[str, str]] = set()

    def show(self) -> None:
        """Log that the chosen sheet is looked at, and show it; KnownError when refused."""
        offer = self._choices.offer
        # Two copies of one sheet have one key: the one with names is a look of its own.
        looked = (offer.key, offer.number)
        if offer.consultation is not None and looked not in self._consulted:
            head = self._desk.consult(offer.consultation)
            self._consulted.add(looked)
        else:
            head = self._desk.store.head()
        self._preview.show_pdf(self._pdf(head))

    def issue(self, way: str, where: str) -> bytes:
        """Log the disclosure, then make the sheet that carries its row of the log.

        ``way`` is print, save or open, ``where`` the printer or "file". KnownError when refused:
        nothing may leave then.
        """
        choices, offer = self._choices, self._choices.offer
        disclosure = Disclosure(
            what=offer.key,
            subjects=offer.subjects,
            purpose=choices.purpose.purpose,
            recipient=choices.purpose.recipient.text().strip(),
            details={
                **offer.details,
                "way": way,
                "where": where,
                "paper": choices.paper,
                "language": choices.language,
                "copies": choices.copies.value() if way == "print" else 1,
                "pages": self._preview.pages,
            },
        )
        pdf = self._pdf(self._desk.disclose(disclosure))
        self._preview.show_pdf(pdf)
        return pdf

    def _pdf(self, head: Head) -> bytes:
        offer = self._choices.offer
        with _speaking(self._choices.language):
            imprint = Imprint(
                block=self._desk.block.name,
                sheet_number=offer.number,
                version=__version__,
                printed_by=self._desk.actor.name,
                printed_at=clock.now(),
                audit_number=head.number,
                audit_head=head.mac,
                remark=offer.remark or self._desk.block.remark,
            )
            return offer.make(imprint, self._choices.paper)
