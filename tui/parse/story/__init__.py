"""Reads a page as a story: its text, what surrounds it, and where it leads."""
