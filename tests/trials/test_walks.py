"""Whatever three people do, one after another: readers see what two people saw."""

import pytest

from claims.models import Speaker, Story
from claims.records import Precision
from tests import cast, listed
from tests.factories import ArticleVersionFactory, QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.trials.size import size
from tests.trials.walk import REACH_READERS, REFUSED, Walk, confirmed_words, confirmers, public_values, words_in
from tests.world import undone

pytestmark = pytest.mark.django_db

WALKS, STEPS, AT_ONCE = size(200, 2_000), size(6, 12), 10
TEXT = " ".join(f"“We have no list number {n},” she said." for n in range(40))


def newsroom() -> None:
    """A published story with two statements, one more that is a draft, and an article full of quotations."""
    version = ArticleVersionFactory(text=TEXT)
    minister = SpeakerFactory(name="Mina Ister")
    people = {"edited_by": cast.editor(), "speaker": minister}
    told = [StatementFactory(words=f"We have no list number {n}", **people) for n in range(3)]
    for n, statement in enumerate(told):
        QuotationFactory(version=version, exact=f"We have no list number {n},", accepted=True, statement=statement)
    known = [StatementFactory(confirmed=True, confirmed_by=cast.reviewer(), words="We had one", **people)]
    QuotationFactory(accepted=True, statement=known[0])
    StoryFactory(published=True, published_by=cast.reviewer(), statements=[*told, *known])
    for n in range(10, 14):
        QuotationFactory(version=version, exact=f"We have no list number {n},")


@pytest.mark.parametrize("first", range(0, WALKS, AT_ONCE), ids=lambda first: f"from {first}")
def test_readers_see_what_two_people_saw(first):
    newsroom()
    for seed in range(first, min(first + AT_ONCE, WALKS)):
        with undone():
            walk_and_watch(seed)


def walk_and_watch(seed: int) -> None:
    walk = Walk(seed)
    known, before = dict(editions()), public_values()
    for _ in range(STEPS):
        made = walk.makers()
        verb = walk.step()
        if verb == REFUSED:
            continue
        after, story = public_values(), f"seed {seed}: {walk.told}"
        assert verb in REACH_READERS or after == before, story
        assert set(words_in(after)) - confirmed_words() <= ALLOWED | slugs(), story
        for edition, confirmer in editions():
            record, _ = edition
            assert edition in known or confirmer not in made.get(record, ()), story
        known, before = dict(editions()), after
    assert not listed.faults(), f"seed {seed}: {walk.told}"


ALLOWED = {"", "a second editor", *Precision}


def editions():
    return [((record, number), confirmer) for record, number, confirmer in confirmers()]


def slugs() -> set[str]:
    return {*Speaker.objects.values_list("slug", flat=True), *Story.objects.values_list("slug", flat=True)}
