"""The floor plan: rooms from stored walls, every bed, who is in it and what is wrong with it."""
