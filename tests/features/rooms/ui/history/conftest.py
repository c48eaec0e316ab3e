"""The invented floor of the board's tests, for the past of rooms."""

from tests.features.rooms.ui.board.conftest import built, house, open_as, standing

__all__ = ["built", "house", "open_as", "standing"]
