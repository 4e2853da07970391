from types import SimpleNamespace

import pytest

from claims.models import Story
from claims.records import Finding
from tests.claims.views.public.harbour import ONE, OTHER, harbour, rendering
from tests.factories import ContradictionFactory, StatementFactory, StoryStatementFactory


@pytest.fixture
def closures(db) -> SimpleNamespace:
    return harbour()


@pytest.fixture
def add_noise():
    """Adds to a story statements, each in two renderings and in a pair with the one before: more of everything."""

    def add(story: Story, number: int) -> None:
        before = None
        for i in range(number):
            statement = StatementFactory(confirmed=True)
            StoryStatementFactory(story=story, statement=statement)
            rendering(statement, ONE, "We have no list,") if i % 2 else rendering(statement, OTHER, "We have no lists")
            if before:
                ContradictionFactory(confirmed=True, first=before, second=statement, finding=Finding.PARTIAL.value)
            before = statement

    return add
