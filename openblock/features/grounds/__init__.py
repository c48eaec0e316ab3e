"""The adjacent grounds: areas, daylight, closures, and who uses what when under whose eyes."""
