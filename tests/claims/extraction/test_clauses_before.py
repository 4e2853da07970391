"""Clauses that "as the mayor said" is put into: before, behind and in the middle."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

AS = {
    "before": "As [the mayor] <noted>, {the bridge is safe}.",
    "before, behind a conjunction": "But as [the mayor] <noted>, {the bridge is safe}.",
    "before, with a day": "As [the Echo] <reported> on Monday, {the bridge is unsafe}.",
    "before, with a place that has a hyphen": "As [the Echo] <noted> in an op-ed Thursday, {the bridge is unsafe}.",
    "behind": "{The bridge is safe}, as [the mayor] <noted>.",
    "behind, with a day": "{The bridge is safe}, as [the mayor] <said> on Monday.",
    "in brackets": "(As [the Echo] first <reported>, {the bridge is unsafe}.)",
    "in the middle": "{The bridge}, as [the mayor] <noted>, {is safe}.",
}


@pytest.mark.parametrize("drawn", AS.values(), ids=AS.keys())
def test_as_somebody_says(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


HEADLINES = {
    "a headline without auxiliaries": "{Targets set in 2015}, [report] <finds>",
    "a dateline": "WELLFORD, May 3 (Echo) — {The bridge is closed}, [the mayor] <said>.",
    "a dateline and according to": "WELLFORD - {The bridge is closed}, <according to> [the mayor].",
    "a headline about what is to come": "{Bridge to close in May}, [mayor] <says>",
}


@pytest.mark.parametrize("drawn", HEADLINES.values(), ids=HEADLINES.keys())
def test_headlines(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


WHILE = {
    "at the same time": "As she said goodbye, the bridge fell.",
    "in the way of": "He worked as a clerk and said little.",
}


@pytest.mark.parametrize("text", WHILE.values(), ids=WHILE.keys())
def test_as_that_reports_nothing(text):
    assert read_by_rules(text) == []
