"""Reads a page as a front page: its stories, its sections and its feeds."""
