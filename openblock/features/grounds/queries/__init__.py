"""Reads of the grounds: the calendar, one booking, what is free, who could watch."""
