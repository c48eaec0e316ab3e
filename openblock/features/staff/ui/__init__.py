"""The officers on the screen: the list, the card, import and export."""
