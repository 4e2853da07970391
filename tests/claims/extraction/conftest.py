"""One extractor for the whole session: it takes a second to load and keeps nothing between texts."""

import pytest

from claims.extraction import pipeline


@pytest.fixture(scope="session")
def extractor():
    return pipeline.load()
