"""What is offered to readers: feeds, sitemaps, subscription files, and the interfaces of platforms."""
