"""Bytes in, words out: no network, no database, no clock."""
