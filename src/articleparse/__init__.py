"""Get the news article back from a dump."""
