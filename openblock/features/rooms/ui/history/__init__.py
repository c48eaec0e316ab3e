"""The past of rooms: who slept where, a room, a person, and how full the house was."""
