"""Where residents sleep: buildings, floors, sections, rooms and beds, and who has which when."""
