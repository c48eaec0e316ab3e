"""What may be used when, and by whom: functions that return every problem they find."""
