"""Where words were said: "Home Affairs Committee", "House of Commons, urgent question", "BBC Daily Politics",
"Twitter", "in a letter". As printed and normalised lightly.

What has a name of its own is called by it; what has none stays a phrase, as printed."""

from claims.extraction.occasions.finding import find_occasions

__all__ = ["find_occasions"]
