"""What may be done on the grounds; every one of it can be undone."""
