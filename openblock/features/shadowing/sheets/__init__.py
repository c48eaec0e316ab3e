"""What is on the sheets of practice."""
