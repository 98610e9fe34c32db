"""A page read as a front page: its stories and its sections."""
