"""The rooms as a table: one line for each bed, saying in words what the plan draws."""
