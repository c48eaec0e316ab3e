"""What stands on the sheets of the grounds."""
