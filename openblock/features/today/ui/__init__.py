"""What the window shows of one day: for now the list of a shift among the sheets."""
