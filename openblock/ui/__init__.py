"""Shared Qt: window, grid, forms, paper, sign-in; the features put their screens into it."""
