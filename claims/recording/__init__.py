"""What a machine stores: suggestions, and what becomes of decisions when a text changes."""
