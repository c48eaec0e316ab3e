"""Where everyone is meant to be: one table of commitments, one clash check for all."""
