"""The plan of the grounds: areas from stored places, coloured and lettered by their state."""
