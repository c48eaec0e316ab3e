"""A person's photograph: shown on the card, and made small enough to keep before it is sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError
from openblock.i18n import _
from openblock.ui.icons import pixmap
from openblock.ui.theme import px, token, watch

WIDEST, HIGHEST = 300, 400
LARGEST = 100 * 1024
_QUALITIES = (88, 80, 70, 60, 50, 40, 30, 20)
#: A picture of more pixels is not opened: it would take all memory there is.
_MOST_MEGABYTES = 512
#: What a photograph comes as; everything else is refused unread.
ENDINGS = ("jpg", "jpeg", "png", "bmp", "webp")


def photo_of(path: Path) -> bytes:
    """The picture at ``path`` as a small JPEG, and nothing else that stood in the file.

    Drawn anew, it holds no place and no camera (EXIF); turned as the camera says it was held.
    KnownError ``photo-not-a-picture`` for anything that cannot be read as one.
    """
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # Scaled while it is read where the format can: a camera's picture is large.
        box = QSize(max(WIDEST, HIGHEST) * 2, max(WIDEST, HIGHEST) * 2)
        if size.width() > box.width() or size.height() > box.height():
            reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise KnownError("photo-not-a-picture", file=path.name)
    return small_jpeg(image)


def small_jpeg(image: QImage) -> bytes:
    """``image`` within 300 × 400 pixels and 100 kB, on white where it was clear."""
    if image.width() > WIDEST or image.height() > HIGHEST:
        image = image.scaled(
            WIDEST,
            HIGHEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    drawn = QImage(image.size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, image)
    painter.end()
    written = b""
    for quality in _QUALITIES:
        written = _written(drawn, quality)
        if len(written) <= LARGEST:
            break
    return written


def _written(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


class Portrait(QWidget):
    """The photograph in its frame, or the outline of a person where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        watch(self.dress)
        self.dress()

    def dress(self) -> None:
        """Be as large as the text is."""
        # Large text needs the room more than the picture does.
        side = min(px(76), 100)
        self.setFixedSize(side, side * 92 // 76)

    def show_photo(self, jpeg: bytes | None, name: str) -> None:
        """Show a photograph, or none."""
        self._picture = QPixmap()
        if jpeg:
            self._picture.loadFromData(jpeg)
        words = _("Photograph of {name}") if jpeg else _("No photograph of {name}")
        self.setAccessibleName(words.format(name=name))
        self.setToolTip(words.format(name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, px(4), px(4))
        painter.fillPath(path, token("window"))
        if self._picture.isNull():
            side = px(40)
            corner = self.rect().center() - QPoint(side // 2, side // 2)
            painter.drawPixmap(corner, pixmap("person", "text3", 40))
        else:
            painter.setClipPath(path)
            fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            shown = self._picture.scaled(
                self.size(), fill, Qt.TransformationMode.SmoothTransformation
            )
            left = (self.width() - shown.width()) // 2
            painter.drawPixmap(QPoint(left, 0), shown)
            painter.setClipping(False)
        painter.setPen(token("line"))
        painter.drawPath(path)
        painter.end()
