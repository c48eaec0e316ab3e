"""What the rules of practice say, as plain functions that return every problem they find."""
