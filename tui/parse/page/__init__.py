"""What is known of any page: its tree, its facts, and what the names of its elements mean."""
