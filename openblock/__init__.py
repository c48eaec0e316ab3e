"""OpenBlock: the programme with which an open-prison block plans and prints its day."""

__version__ = "0.1.0"
