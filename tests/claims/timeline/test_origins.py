"""How many reports stand behind renderings, and which of them need not be read twice."""

import pytest

from claims.records import Mode, Stance
from claims.timeline.entries import Rendering
from claims.timeline.origins import folded, numbered, printing_one_report, reported


def rendering(outlet: str, report: int = 1, words: str = "We have no list.", **more) -> Rendering:
    return Rendering(1, outlet, "A title", "", None, words, report=report, **more)


def of(*printed: tuple[str, int]) -> tuple[Rendering, ...]:
    return tuple(rendering(outlet, report) for outlet, report in printed)


COUNTS = {
    "nothing": ((), ""),
    "one outlet": ((("BBC", 1),), "1 outlet"),
    "one outlet, twice the same": ((("BBC", 1), ("BBC", 1)), "1 outlet"),
    "one outlet, two pieces of its own": ((("BBC", 1), ("BBC", 2)), "1 outlet"),
    "two outlets, one report": ((("BBC", 1), ("CSW", 1)), "2 outlets, 1 independent report"),
    "two outlets, two reports": ((("BBC", 1), ("CSW", 2)), "2 outlets, 2 independent reports"),
    "three outlets, two reports": ((("BBC", 1), ("CSW", 2), ("PA", 2)), "3 outlets, 2 independent reports"),
    "an agency's and one's own": ((("BBC", 1), ("CSW", 1), ("BBC", 2)), "2 outlets, 2 independent reports"),
    "several of one's own beside an agency's": (
        (("BBC", 1), ("CSW", 1), ("BBC", 2), ("BBC", 3)),
        "2 outlets, 2 independent reports",
    ),
    "one is not known": ((("BBC", 1), ("CSW", 0)), ""),
    "none is known": ((("BBC", 0), ("CSW", 0)), ""),
}


@pytest.mark.parametrize(("printed", "told"), COUNTS.values(), ids=COUNTS)
def test_what_is_counted(printed, told):
    assert str(reported(of(*printed)) or "") == told


def test_groups_are_counted_as_they_come_up():
    assert numbered([7, None, 3, 7]) == (1, 0, 2, 1)
    assert numbered([]) == ()


def test_outlets_that_print_one_report_are_named():
    printed = of(("BBC", 1), ("CSW", 2), ("PA", 2), ("BBC", 2), ("CSW", 3), ("Own", 0), ("Other", 0))
    assert printing_one_report(printed) == (("CSW", "PA", "BBC"),)


class TestFolding:
    def names(self, *renderings: Rendering) -> list[str]:
        return [fold.names for fold in folded(renderings)]

    def test_the_same_words_are_one_line(self):
        outlets = [rendering(name) for name in ("BBC News", "Civil Service World", "One", "Two", "Three")]
        assert self.names(*outlets) == ["BBC News, Civil Service World and 3 more"]
        assert self.names(*outlets[:2]) == ["BBC News and Civil Service World"]

    def test_typography_is_no_difference_and_words_are(self):
        one, same, other = (
            rendering("One"),
            rendering("Two", words="“We have no list”"),
            rendering("3", words="No list."),
        )
        assert self.names(one, other, same) == ["One and Two", "3"]

    def test_a_denial_is_not_an_assertion(self):
        denied = rendering("Two", mode=Mode.INDIRECT, stance=Stance.DENIES)
        assert self.names(rendering("One", mode=Mode.INDIRECT), denied) == ["One", "Two"]

    def test_an_outlet_is_named_once(self):
        assert self.names(rendering("One"), rendering("One"), rendering("Two")) == ["One and Two"]
