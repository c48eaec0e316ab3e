"""The week calendar of the grounds: painted, drawn on with the mouse, walked with the keyboard."""

from openblock.features.grounds.ui.calendar.canvas import CalendarCanvas
from openblock.features.grounds.ui.calendar.drafts import Draft, Grip
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, picture_of

__all__ = ["CalendarCanvas", "CalendarPicture", "Draft", "Grip", "picture_of"]
