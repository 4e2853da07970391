"""What identifies a record outside of the site: its title, the path of its page, and what is permanent of it."""

from django.urls import reverse

from claims.sharing.wording import pair_title, statement_title
from claims.timeline.entries import Entry, Pair, StoryHead

type Record = Entry | Pair | StoryHead


def title_of(record: Record) -> str:
    match record:
        case Entry():
            return statement_title(record)
        case Pair():
            return pair_title(record)
        case StoryHead():
            return record.title


def path_of(record: Record) -> str:
    """The path of its own page."""
    match record:
        case Entry(key=key):
            return reverse("claims:statement", args=[key])
        case Pair(key=key):
            return reverse("claims:contradiction", args=[key])
        case StoryHead(slug=slug):
            return reverse("claims:story", args=[slug])


def embed_path_of(record: Record) -> str:
    """The path of it as others frame it."""
    match record:
        case Entry(key=key):
            return reverse("claims:embed-statement", args=[key])
        case Pair(key=key):
            return reverse("claims:embed-pair", args=[key])
        case StoryHead(slug=slug):
            return reverse("claims:embed-story", args=[slug])


def card_path_of(record: Record, version: str) -> str:
    """The path of its preview card; the version is the card's."""
    match record:
        case Entry(key=key):
            return reverse("claims:statement-card", args=[key, version])
        case Pair(key=key):
            return reverse("claims:contradiction-card", args=[key, version])
        case StoryHead(slug=slug):
            return reverse("claims:story-card", args=[slug, version])


def key_of(record: Record) -> tuple[str, int]:
    """What is permanent of it: its kind and its number."""
    match record:
        case Entry(key=key):
            return "statement", key
        case Pair(key=key):
            return "pair", key
        case StoryHead(key=key):
            return "story", key
