"""The door, the first start, people and roles, settings, and the log on screen."""
