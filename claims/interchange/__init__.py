"""What comes in or goes out in a format of others, one module a format."""
