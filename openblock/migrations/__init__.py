"""Builds the schema step by step, and takes an older file to it without losing a row."""
