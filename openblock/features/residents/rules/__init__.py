"""The rules of residents: names and codes, stays, keep-apart pairs; plain Python."""
