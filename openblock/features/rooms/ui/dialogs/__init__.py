"""The dialogs of the rooms: place, swap, vacate, close, hold, and the set-up of the house."""
