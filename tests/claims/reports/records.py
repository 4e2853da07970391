"""Records to report on, and readers to report to."""

import datetime as dt

from django.contrib.auth.models import AnonymousUser

from claims.models import StoryStatement
from claims.models.states import ContradictionState
from claims.records import Said
from claims.reports.gathering import Reader
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)
from tests.factories.claims import NOON

LATER = NOON + dt.timedelta(days=3)
THURSDAY = Said.on(dt.date(2018, 4, 26))


def reading(user=None, now=LATER) -> Reader:
    return Reader(user or AnonymousUser(), now, lambda path: f"https://claims.example.org{path}")


def reported(words="We have no list", **parts):
    """A confirmed statement with a quotation that reports it."""
    statement = StatementFactory(words=words, confirmed=True, **parts)
    text = f"Heard here: {words}. And more."
    QuotationFactory(accepted=True, statement=statement, version=ArticleVersionFactory(text=text), exact=words)
    return statement


def published_pair(**parts):
    speaker = SpeakerFactory(name="Mina Ister", slug="mina-ister")
    first = reported(speaker=speaker, role="Minister of Lists")
    second = reported("There was a list", speaker=speaker, said=THURSDAY)
    pair = ContradictionFactory(first=first, second=second, confirmed=True, **parts)
    return pair, StoryFactory(published=True, statements=[first, second], slug="the-list")


def withdraw(pair):
    state = ContradictionState.WITHDRAWN
    type(pair).objects.filter(pk=pair.pk).update(state=state, withdrawn_reason="We misheard.")


def noise(story):
    """What readers must never find: each holds the word SECRET."""
    draft = StatementFactory(words="SECRET draft")
    StoryStatement.objects.create(story=story, statement=draft)
    shown = story.statements.earliest("pk")
    ContradictionFactory(first=shown, second=draft, explanation="SECRET proposal")
    other = StatementFactory(confirmed=True, words="SECRET elsewhere")
    ContradictionFactory(first=shown, second=other, confirmed=True, explanation="SECRET pair across stories")
    version = shown.quotations.get().version
    QuotationFactory(version=version, exact="And more", role="SECRET role")
    QuotationFactory(version=version, exact="more", dismissed=True, dismissed_reason="SECRET reason")
