"""What was said, told by a noun: a claim that, a promise to, calls for."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

NOUNS = {
    "a day in between": "The council ignored [her] <claim> on Monday {that the bridge was safe}.",
    "by whom in between": "There was a <report> by [the council] {that the bridge was unsafe}.",
    "promise": "[His] <promise> last month {to build a bridge} was forgotten.",
    "call to act": "They ignored [the mayor's] <call> {to close the bridge}.",
    "calls for a thing": "The council ignored [her] <calls> for {a new bridge}.",
    "comments on a thing": "The council ignored [her] <comments> on {the old bridge}.",
    "questions about a thing": "There were <questions> about {the old bridge}.",
    "criticism of a thing": "They met [her] <criticism> of {the bridge} with silence.",
    "endorsement": "[Her] <endorsement> of {the plan} was late.",
    "reluctance": "[His] <reluctance> {to close the bridge} was known.",
    "the sentence's verb behind it": "[Mr Berg's] <admission> {that he lied} shocked Leeds.",
    "a denial by somebody": "A <denial> by [Mr Berg] {that he lied} shocked Leeds.",
    "plan": "The council voted on [her] <plan> {to close the bridge}.",
    "critique": "[The mayor's] <critique> of {the plan} was short.",
    "refusal": "They were angry at [the mayor's] <refusal> {to close the bridge}.",
}


@pytest.mark.parametrize("drawn", NOUNS.values(), ids=NOUNS.keys())
def test_a_noun_reports(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOTHING = {
    "what was asked for": "The mayor's office had a request for comment.",
    "a plan that nobody holds": "There was a plan to close the bridge.",
    "a thing that is planned": "The plans that the town made were old.",
    "a noun of thought": "His views on the bridge are old.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_such_a_noun_reports_nothing(text):
    assert read_by_rules(text) == []
