"""The documentation names every rule of who spoke."""

from pathlib import Path

import pytest

from claims.extraction.speakers.resolving import RULES

PAGE = Path(__file__).parents[3] / "docs" / "speakers.md"


@pytest.mark.parametrize("name", [rule.__name__ for rule in RULES])
def test_every_rule_has_its_row(name):
    assert f"| `{name}` |" in PAGE.read_text(encoding="utf-8")


def test_the_rows_stand_in_the_order_in_which_rules_are_asked():
    rows = [line.split("`")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [rule.__name__ for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_an_example(rule):
    assert "->" in rule.__doc__
