"""Turns bytes into words: no network, no database, no clock."""
