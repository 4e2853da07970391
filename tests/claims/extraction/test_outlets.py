"""Which names are an outlet's or a programme's, whoever asks."""

import pytest

from claims.extraction.parsed.outlets import is_outlet, is_programme

OUTLETS = ["reuters", "leeds evening post", "bbc", "time", "fox news", "harbour times"]
NO_OUTLETS = ["post office", "leeds council", "news", "anna lindqvist"]
PROGRAMMES = ["bbc 's daily politics", "fox news sunday", "good morning britain", "harbour tonight", "cnn tonight"]
NO_PROGRAMMES = ["bbc", "sun street", "time square", "reuters building", "tonight"]


@pytest.mark.parametrize("name", OUTLETS)
def test_outlets(name):
    assert is_outlet(name.split())


@pytest.mark.parametrize("name", NO_OUTLETS)
def test_no_outlets(name):
    assert not is_outlet(name.split())


@pytest.mark.parametrize("name", PROGRAMMES)
def test_programmes(name):
    assert is_programme(name.split())


@pytest.mark.parametrize("name", NO_PROGRAMMES)
def test_no_programmes(name):
    assert not is_programme(name.split())
