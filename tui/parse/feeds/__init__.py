"""What sites and programs publish for readers: feeds, sitemaps, subscription files, and the APIs of platforms."""
