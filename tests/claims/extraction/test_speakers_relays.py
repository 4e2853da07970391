"""Who passed on what somebody said, as a table of invented sentences."""

import pytest

from claims.records import Mode

RELAYS = {
    "told": ("Anna Lindqvist told the BBC the bridge was safe.", "Anna Lindqvist", "BBC"),
    "told a paper": (
        "Anna Lindqvist told the Leeds Evening Post that it was safe.",
        "Anna Lindqvist",
        "Leeds Evening Post",
    ),
    "told nobody who passes on": ("Anna Lindqvist told Leeds Council that it was safe.", "Anna Lindqvist", None),
    "in an interview": ('"It is safe," Anna Lindqvist said in an interview with CNN.', "Anna Lindqvist", "CNN"),
    "in an interview, before": (
        'In an interview with CNN, Anna Lindqvist said: "It is safe."',
        "Anna Lindqvist",
        "CNN",
    ),
    "in a statement": ("Anna Lindqvist said in a statement to Reuters that it was safe.", "Anna Lindqvist", "Reuters"),
    "reported": ("Anna Lindqvist said the bridge was safe, Reuters reported.", "Anna Lindqvist", "Reuters"),
    "according to": ("The bridge is safe, Anna Lindqvist said, according to Reuters.", "Anna Lindqvist", "Reuters"),
    "according to, quoted": (
        '"The bridge is safe," Anna Lindqvist said, according to Reuters.',
        "Anna Lindqvist",
        "Reuters",
    ),
    "according to, before": (
        "According to Reuters, Anna Lindqvist said the bridge was safe.",
        "Anna Lindqvist",
        "Reuters",
    ),
    "the outlet itself": ("According to Reuters, the bridge over the river was safe.", "Reuters", None),
    "another sentence": ("Bob Hill told CNN that it rained. Anna Lindqvist said it was safe.", "Anna Lindqvist", None),
    "another report": ("Bob Hill told CNN that it rained and Anna Lindqvist said it was safe.", "Bob Hill", "CNN"),
}


@pytest.mark.parametrize(("text", "speaker", "relay"), RELAYS.values(), ids=RELAYS)
def test_relays(text, speaker, relay, extractor):
    one = extractor.read(text).attributions[-1]
    assert (one.speaker.name, one.relay.name if one.relay else None) == (speaker, relay)


INNER = {
    "behind": ("The bridge is safe, Anna Lindqvist said, according to Reuters.", "The bridge is safe", "said"),
    "before": ("Anna Lindqvist said the bridge was safe, Reuters reported.", "the bridge was safe", "said"),
    "quoted": ('"The bridge is safe," Anna Lindqvist added, according to Reuters.', '"The bridge is safe,"', "added"),
    "none": ("Anna Lindqvist left the bridge, Reuters reported.", "Anna Lindqvist left the bridge", "reported"),
}


@pytest.mark.parametrize(("text", "content", "cue"), INNER.values(), ids=INNER)
def test_what_an_outlet_passes_on_is_what_the_other_said(text, content, cue, extractor):
    [one] = extractor.read(text).attributions
    assert (one.content[0].of(text), one.cue[0].of(text)) == (content, cue)


def test_the_inner_report_has_its_own_mode(extractor):
    [one] = extractor.read('"The bridge is safe," Anna Lindqvist said, according to Reuters.').attributions
    assert one.mode is Mode.DIRECT


def test_a_relay_carries_where_it_stands(extractor):
    text = "Anna Lindqvist told the BBC the bridge was safe."
    [one] = extractor.read(text).attributions
    assert one.relay.basis.of(text) == "BBC"
