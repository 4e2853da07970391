"""Where somebody stands, told by an adjective: confident that, critical of."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

VIEWS = {
    "a clause": "[Ms Poe] is <confident> {that the bridge is safe}.",
    "a clause without that": "[Ms Poe] was <certain> {the wall would hold}.",
    "still": "[The mayor] remains <opposed> to {the new bridge}.",
    "a thing": "[The council] was <critical> of {the plan}.",
    "what somebody feels": "[Walkers] were <furious> {that the path was closed}.",
    "what somebody finds": "[Ms Poe] <found> {the plan troubling}.",
    "what somebody considers": "[Most walkers] <consider> {the mayor honest}.",
}


@pytest.mark.parametrize("drawn", VIEWS.values(), ids=VIEWS.keys())
def test_an_adjective_tells_a_view(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOTHING = {
    "nobody in particular": "It is certain that the bridge is safe.",
    "what somebody seems": "Ms Poe seemed confident that the bridge was safe.",
    "what somebody sees to": "Ms Poe made sure that the bridge was safe.",
    "a feeling about a thing": "Walkers were afraid of the bridge.",
    "before a noun": "The critical part of the bridge is old.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_such_an_adjective_tells_none(text):
    assert read_by_rules(text) == []
