"""A page read as a story: its text, what stands around it, and where it leads."""
