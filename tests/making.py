"""How a test makes a record of any kind: by its factory, or, for what only confirming writes, by confirming."""

from collections.abc import Callable
from typing import Any

from claims.models import (
    ContradictionEdition,
    EditionEvidence,
    Listing,
    PairListing,
    SpeakerNaming,
    Stamp,
    StatementEdition,
    StoryEdition,
    StoryEditionMember,
    Tally,
)
from tests import factories
from tests.factories import ContradictionFactory, QuotationFactory, StatementFactory, StoryFactory

FACTORIES = [getattr(factories, name) for name in factories.__all__ if name.endswith("Factory")]


def statement_edition() -> StatementEdition:
    return StatementFactory(confirmed=True).edition


def edition_evidence() -> EditionEvidence:
    quotation = QuotationFactory(accepted=True, statement=StatementFactory(confirmed=True))
    return EditionEvidence.objects.get(quotation=quotation)


def pair_edition() -> ContradictionEdition:
    return ContradictionFactory(confirmed=True).edition


def story_edition() -> StoryEdition:
    return StoryFactory(published=True).edition


def past_edition(make: Any, again: Callable[[Any], Any]) -> Any:
    """An edition that no record has as its own by now: `again` has written another one since."""
    record = make(confirmed=True)
    edition = record.edition
    again(record)
    return edition


def seat() -> StoryEditionMember:
    story = StoryFactory(published=True, statements=[StatementFactory(confirmed=True)])
    return story.edition.members.get()


KEPT_BY_THE_DATABASE = (Listing, PairListing, SpeakerNaming, Stamp, Tally)
"""What triggers write of other records: nobody makes one, or looks at one by itself."""
EDITIONS: dict[type, Callable[[], Any]] = {
    StatementEdition: statement_edition,
    EditionEvidence: edition_evidence,
    ContradictionEdition: pair_edition,
    StoryEdition: story_edition,
    StoryEditionMember: seat,
}
MAKERS: dict[type, Callable[[], Any]] = {factory._meta.model: factory for factory in FACTORIES} | EDITIONS
