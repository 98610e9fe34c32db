"""The fetching wing: jobs that ask the web, the client that speaks HTTP, and the workers in which foreign bytes are
read."""
