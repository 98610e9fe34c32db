"""Words of pages, by language, and what they mean."""
