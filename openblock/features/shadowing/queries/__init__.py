"""Reads of practice: the grid, the offers of mentors, one trainee, what waits."""
