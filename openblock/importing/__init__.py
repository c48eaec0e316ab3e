"""Tables in and out: CSV and XLSX read, mapped, previewed row by row, and written formula-safe.

A feature gives its columns and its rules; nothing here knows what is imported, Qt, or SQL.
"""
