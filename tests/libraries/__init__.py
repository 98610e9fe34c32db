"""A library file of each version of the schema, as that version wrote it; `python -m tests.libraries` adds today's."""
