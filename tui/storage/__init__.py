"""The storage wing: the library file, what is kept in it, and the questions that it answers."""
