"""Who passed on what somebody said, as a table of invented sentences."""

import pytest

from claims.records import Mode, Stance
from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

RELAYS = {
    "told": ("Anna Lindqvist told the BBC the bridge was safe.", "Anna Lindqvist", "BBC"),
    "told a paper": (
        "Anna Lindqvist told the Leeds Evening Post that it was safe.",
        "Anna Lindqvist",
        "Leeds Evening Post",
    ),
    "told a paper of a day": (
        "Anna Lindqvist told the Mail on Sunday that it was safe.",
        "Anna Lindqvist",
        "Mail on Sunday",
    ),
    "a paper of a day itself": ("The bridge is safe, the Mail on Sunday reported.", "Mail on Sunday", None),
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
    "quoted by": ("The bridge is safe, Anna Lindqvist was quoted by Reuters as saying.", "Anna Lindqvist", "Reuters"),
    "quoted by, before": (
        "Anna Lindqvist was quoted by Reuters as saying the bridge was safe.",
        "Anna Lindqvist",
        "Reuters",
    ),
    "quoted as saying by": (
        "The bridge is safe, Anna Lindqvist was quoted as saying by Reuters.",
        "Anna Lindqvist",
        "Reuters",
    ),
    "quoting": ('"The bridge is safe," Reuters quoted Anna Lindqvist as saying.', "Anna Lindqvist", "Reuters"),
    "as quoted by": ('"It is safe," Anna Lindqvist said, as quoted by Reuters.', "Anna Lindqvist", "Reuters"),
    "quoted by, behind the source": (
        '"It is safe," said Anna Lindqvist, quoted by Reuters.',
        "Anna Lindqvist",
        "Reuters",
    ),
    "quoted by nobody": ('"It is safe," Anna Lindqvist was quoted as saying.', "Anna Lindqvist", None),
    "told somebody of": ("Anna Lindqvist told Karl Berg of the BBC that it was safe.", "Anna Lindqvist", "BBC"),
    "in an interview with somebody of": (
        "In an interview with Karl Berg of CNN, Anna Lindqvist said it was safe.",
        "Anna Lindqvist",
        "CNN",
    ),
    "told an outlet's": ("Anna Lindqvist told the BBC's Karl Berg that it was safe.", "Anna Lindqvist", "BBC"),
    "told somebody of another house": (
        "Anna Lindqvist told Karl Berg of Leeds that it was safe.",
        "Anna Lindqvist",
        None,
    ),
    "a report in": (
        "Anna Lindqvist said the bridge was safe, according to a report in the Harbour Times.",
        "Anna Lindqvist",
        "Harbour Times",
    ),
    "the outlet itself": ("According to Reuters, the bridge over the river was safe.", "Reuters", None),
    "another sentence": ("Bob Hill told CNN that it rained. Anna Lindqvist said it was safe.", "Anna Lindqvist", None),
    "another report": ("Anna Lindqvist said it was safe and Bob Hill told CNN that it rained.", "Bob Hill", "CNN"),
}


@pytest.mark.parametrize(("text", "speaker", "relay"), RELAYS.values(), ids=RELAYS)
def test_relays(text, speaker, relay, extractor):
    one = extractor.read(text).attributions[-1]
    assert (one.speaker.name, one.relay.name if one.relay else None) == (speaker, relay)


PASSED_ON = {
    "said, behind": "[Anna Lindqvist] <said> {the bridge was safe}, according to Reuters.",
    "said, reported": "[Anna Lindqvist] <said> {the bridge was safe}, Reuters reported.",
    "said, before": "According to Reuters, [Anna Lindqvist] <said> {the bridge was safe}.",
    "said, around": "[Anna Lindqvist], according to Reuters, <said> {the bridge was safe}.",
    "said of, quoted": '{"The bridge is safe,"} [Anna Lindqvist] <added>, according to Reuters.',
    "said, quoted, by anybody": '{"The bridge is safe,"} [Anna Lindqvist] <said>, according to a transcript.',
    "according to somebody of no name": (
        "[Anna Lindqvist] <said> {the bridge was safe}, according to a person familiar with the matter."
    ),
    "according to papers": "[Anna Lindqvist] <said> {the bridge was safe}, according to court papers.",
    "according to her lawyer": "[Anna Lindqvist] <said> {the bridge was safe}, according to her lawyer, Bob Hill.",
    "somebody without a name": "[The minister] <said> {the bridge was safe}, according to the BBC.",
    "reported that": "Reuters reported that [the minister] <said> {the bridge was safe}.",
    "quoted as saying": "Reuters <quoted> [Anna Lindqvist] as saying {that the bridge was safe}.",
    "quoted as having said": "Reuters <quoted> [Anna Lindqvist] as having said {the bridge was safe}.",
    "quoted as saying, passive": "[Anna Lindqvist] was <quoted as saying> {that the bridge was safe}.",
    "left the bridge": "{Anna Lindqvist left the bridge}, [Reuters] <reported>.",
    "two who differ": "{Anna Lindqvist said it was safe, but Bob Hill denied it}, <according to> [Reuters].",
    "her lawyer and his name": "{The bridge was safe}, <according to> [her lawyer, Bob Hill].",
    "her lawyer and his name, before": "<According to> [her lawyer, Bob Hill], {the bridge was safe}.",
    "what she believed": "{Anna Lindqvist believed the bridge was safe}, <according to> [her lawyer].",
    "according to somebody else": "{The council said the bridge was safe}, <according to> [the mayor].",
}


@pytest.mark.parametrize("drawn", PASSED_ON.values(), ids=PASSED_ON)
def test_what_an_outlet_passes_on_is_what_the_other_said(drawn):
    assert read_by_rules(plain(drawn)) == [drawn_triple(drawn)]


STANCES = {
    "denied": ("Anna Lindqvist denied that the bridge was unsafe, according to Reuters.", Stance.DENIES, False),
    "promised": ("Anna Lindqvist promised to mend the bridge, according to Reuters.", Stance.PROMISES, False),
    "asked": ("Anna Lindqvist asked whether it was safe, according to Reuters.", Stance.ASKS, False),
    "quoted as denying": ("Reuters quoted Anna Lindqvist as denying that it was unsafe.", Stance.DENIES, False),
    "refused to say": ("Anna Lindqvist refused to say whether it was safe, according to Reuters.", None, True),
    "did not say": ("Anna Lindqvist did not say that it was safe, Reuters reported.", None, True),
}


@pytest.mark.parametrize(("text", "stance", "negated"), STANCES.values(), ids=STANCES)
def test_what_is_passed_on_keeps_its_stance(text, stance, negated, extractor):
    [one] = extractor.read(text).attributions
    assert (one.speaker.name, one.relay.name) == ("Anna Lindqvist", "Reuters")
    assert (one.stance, one.negated) == (stance, negated)


def test_the_inner_report_has_its_own_mode(extractor):
    [one] = extractor.read('"The bridge is safe," Anna Lindqvist said, according to Reuters.').attributions
    assert one.mode is Mode.DIRECT


def test_a_relay_carries_where_it_stands(extractor):
    text = "Anna Lindqvist told the BBC the bridge was safe."
    [one] = extractor.read(text).attributions
    assert one.relay.basis.of(text) == "BBC"
