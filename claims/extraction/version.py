"""Which reading of texts this code does. Apart from the pipeline, so that asking for it loads nothing."""

VERSION = "6"
"""Stored with what was found; raise it whenever the same text may be read differently."""
