"""The screens of the grounds."""
