"""What is known about any page: its tree, its facts, and the meaning of its elements' names."""
