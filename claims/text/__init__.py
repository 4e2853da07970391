"""Pure functions on words and days."""
