"""Shows a PDF from memory: the pages, and their small pictures beside them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from openblock.errors import KnownError
from openblock.i18n import _
from openblock.ui.theme import token

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_THUMBNAIL = 104


class Thumbnails(QAbstractListModel):
    """A small picture of each page, drawn when it is first looked at."""

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__(document)
        self._document = document
        self._pictures: dict[int, QPixmap] = {}

    def renew(self) -> None:
        """The document holds another sheet now."""
        self.beginResetModel()
        self._pictures.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._document.pageCount()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {number}").format(number=index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        return None

    def _picture(self, page: int) -> QPixmap:
        if page not in self._pictures:
            size = self._document.pagePointSize(page).scaled(
                _THUMBNAIL, _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio
            )
            self._pictures[page] = _on_white(self._document.render(page, size.toSize()))
        return self._pictures[page]


def _on_white(image: QImage) -> QPixmap:
    # A page has no ground of its own; paper is white in every theme.
    ground = QPixmap(image.size())
    ground.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.setPen(token("strong"))
    painter.drawRect(0, 0, ground.width() - 1, ground.height() - 1)
    painter.end()
    return ground


class _NumberBelow(QStyledItemDelegate):
    """Draws the number of a page under its picture."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Top
        option.decorationAlignment = Qt.AlignmentFlag.AlignCenter
        option.displayAlignment = Qt.AlignmentFlag.AlignCenter


class Preview(QWidget):
    """The pages of one PDF; a click on a small picture goes to that page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer: QBuffer | None = None
        self.thumbnails = Thumbnails(self.document)
        self.list = QListView()
        self.list.setModel(self.thumbnails)
        self.list.setItemDelegate(_NumberBelow(self.list))
        self.list.setIconSize(QSize(_THUMBNAIL, _THUMBNAIL))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setFixedWidth(_THUMBNAIL + 44)
        self.list.setAccessibleName(_("Pages"))
        self.view = QPdfView()
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A scroll bar that comes and goes changes the width the page is fitted to: at some sizes
        # the view then lays itself out for ever and the window hangs.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Preview of the sheet"))
        self.view.setDocument(self.document)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.list)
        line.addWidget(self.view, 1)
        self.list.selectionModel().currentChanged.connect(self._go)

    @property
    def pdf(self) -> bytes:
        """The bytes on show."""
        return bytes(self._bytes.data())

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes, on the page seen before; KnownError "sheet-unreadable"."""
        page = self.view.pageNavigator().currentPage()
        self.document.close()
        # QtPdf reads from the buffer as long as the document is open, so both stay referenced.
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready:
            raise KnownError("sheet-unreadable")
        self.thumbnails.renew()
        self.list.setVisible(self.pages > 1)
        if 0 < page < self.pages:
            self.view.pageNavigator().jump(page, QPointF())

    def fit(self, *, whole_page: bool) -> None:
        """Show the whole page, or its whole width."""
        modes = QPdfView.ZoomMode
        self.view.setZoomMode(modes.FitInView if whole_page else modes.FitToWidth)

    def _go(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.view.pageNavigator().jump(index.row(), QPointF())
