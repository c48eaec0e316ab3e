"""The set-up of the house: a tree of building, floor, section and room, a form at its right."""

from openblock.features.rooms.ui.dialogs.setup.dialog import SetUpDialog

__all__ = ["SetUpDialog"]
