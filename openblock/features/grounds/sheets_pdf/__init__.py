"""How the sheets of the grounds read: bytes out."""
