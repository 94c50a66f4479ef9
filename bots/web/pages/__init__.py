"""Make each page: what stands on it for people, and the same as JSON, which is that of the command line."""
