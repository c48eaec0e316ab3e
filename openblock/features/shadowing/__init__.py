"""Courses, trainees, and the shifts on which they shadow a named officer."""
