"""Every verb of the desk has its words in history."""

import inspect
from pathlib import Path

from claims.templatetags.desk import DEEDS, deed, in_100, spaced
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.views.desk.article_page import SHORTCUTS


def verbs() -> set[str]:
    """The functions that `history.verb` wraps."""
    modules = {module.__name__: module for module in (evidence, pairs, responses, speakers, statements, stories)}
    functions = [one for module in modules.values() for one in inspect.getmembers(module, inspect.isfunction)]
    return {name for name, one in functions if hasattr(one, "__wrapped__") and one.__module__ in modules}


def test_every_verb_is_told_in_words():
    assert verbs() <= set(DEEDS)


def test_a_verb_that_is_not_known_is_told_as_it_is_called():
    assert deed("turn_around") == "turn around"


def test_a_share_is_told_in_a_hundred():
    assert (in_100(0.934), in_100(1.0), in_100(None)) == ("93", "100", "")


def test_a_rule_is_read_without_its_underscores():
    assert spaced("behind_the_cue") == "behind the cue"


def test_every_key_is_in_the_manual():
    manual = (Path(__file__).parents[4] / "docs" / "desk.md").read_text(encoding="utf-8")
    keys = [key for _, group in SHORTCUTS for key, _ in group]
    assert [key for key in keys if f"`{key}`" not in manual] == []
