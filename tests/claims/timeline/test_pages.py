"""A story's and a speaker's page as values: what is wanted of them, and of any size."""

import datetime as dt

import pytest

from claims.models import Listing, PairListing, Statement
from claims.records import Finding, Mode, PairKind, Said, Stance
from claims.timeline import pages
from claims.timeline.pages import speaker_page, story_page
from claims.timeline.wanted import Wanted, narrowed
from claims.timeline.windows import Cursor
from tests import cast
from tests.factories import ContradictionFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db

RANGES = {
    "inside": ("2018-04-25", "2018-04-01", "2018-04-30", True),
    "first day": ("2018-04-25", "2018-04-25", None, True),
    "last day": ("2018-04-25", None, "2018-04-25", True),
    "day before": ("2018-04-25", "2018-04-26", None, False),
    "day after": ("2018-04-25", None, "2018-04-24", False),
    "month that overlaps": ("2015-12", None, "2015-12-10", True),
    "month that ends in it": ("2015-12", "2015-12-31", None, True),
    "month outside": ("2015-12", "2016-01-01", None, False),
    "year that overlaps": ("2015", "2015-06-01", "2015-06-30", True),
    "limit may lie in it": ("[..2018-04-25]", "2018-01-01", "2018-02-01", True),
    "limit before it": ("[..2018-04-25]", "2018-04-26", None, False),
    "unknown in no range": (None, "1900-01-01", None, False),
    "unknown without range": (None, None, None, True),
}


@pytest.mark.parametrize(("said", "since", "until", "shown"), RANGES.values(), ids=RANGES)
def test_a_range_of_days_takes_what_can_lie_in_it(said, since, until, shown):
    StatementFactory(said=said and Said.from_edtf(said))
    wanted = Wanted(since=since and dt.date.fromisoformat(since), until=until and dt.date.fromisoformat(until))
    assert narrowed(Listing.objects.all(), wanted, PairListing.objects.all()).exists() is shown


# ------------------------------------------------------------------ what is wanted


def harbour():
    """Four statements of a published story: a denial, an admission that clashes with it, a report, a charge."""
    minister, union = (
        SpeakerFactory(name="Mina Ister", slug="mina-ister"),
        SpeakerFactory(name="Una Ion", slug="una-ion"),
    )
    told = {
        "denial": StatementFactory(
            speaker=minister,
            words="There were no closures",
            mode=Mode.INDIRECT,
            stance=Stance.DENIES,
            said=Said.from_edtf("2018-04-25"),
            confirmed=True,
        ),
        "admission": StatementFactory(
            speaker=minister,
            words="One pier was closing",
            stance=Stance.ASSERTS,
            said=Said.from_edtf("2018-04-26"),
            confirmed=True,
        ),
        "charge": StatementFactory(
            speaker=union, words="We were shown the café list", said=Said.from_edtf("2018-04-24"), confirmed=True
        ),
        "undated": StatementFactory(speaker=union, words="Nobody asked us", said=None, confirmed=True),
    }
    ContradictionFactory(first=told["denial"], second=told["admission"], confirmed=True)
    ContradictionFactory(first=told["denial"], second=told["charge"], confirmed=True, finding=Finding.CONSISTENT)
    StoryFactory(published=True, slug="harbour", statements=list(told.values()))
    return {name: one.pk for name, one in told.items()} | {one.pk: name for name, one in told.items()}


built, made = built_once(harbour)

WANTED = {
    "nothing named": (Wanted(), ["charge", "denial", "admission", "undated"]),
    "a speaker": (Wanted(speakers=frozenset({"una-ion"})), ["charge", "undated"]),
    "a mode": (Wanted(modes=frozenset({Mode.INDIRECT})), ["denial"]),
    "a stance": (Wanted(stances=frozenset({Stance.DENIES, Stance.ASSERTS})), ["denial", "admission"]),
    "what clashes": (Wanted(clashing=True), ["denial", "admission"]),
    "a kind of pair": (Wanted(kinds=frozenset({PairKind.DISPUTE})), ["charge", "denial"]),
    "a finding": (Wanted(findings=frozenset({Finding.CONSISTENT})), ["charge", "denial"]),
    "a stem": (Wanted(words="closed"), ["admission"]),
    "a phrase": (Wanted(words='"pier was closing"'), ["admission"]),
    "without a word": (Wanted(words="ister -pier"), ["denial"]),
    "no accent typed": (Wanted(words="cafe"), ["charge"]),
    "somebody's name": (Wanted(words="ister"), ["denial", "admission"]),
    "all of several": (Wanted(words="pier", speakers=frozenset({"una-ion"})), []),
    "nothing that is there": (Wanted(words="zeppelin"), []),
}


@pytest.mark.parametrize(("wanted", "shown"), WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("most", [120, 1], ids=["fits", "in windows"])
def test_what_is_wanted_is_shown_and_counted(wanted, shown, most, made, monkeypatch):
    monkeypatch.setattr(pages, "FITS", most)
    page = story_page(cast.public(), "harbour", wanted, Cursor())
    assert [made[entry.key] for entry in page.part.timeline.entries] == shown
    assert (page.part.total, page.part.found, page.part.speakers) == (4, len(shown), 2)
    assert made[page.part.lead.earlier.key] == "denial"
    assert [voice.name for voice in page.part.offered.voices] == ["Mina Ister", "Una Ion"]


WITHHELD = {
    "words": Wanted(words="piers"),
    "a stance": Wanted(stances=frozenset({Stance.DENIES})),
    "an outlet": Wanted(outlets=frozenset({"The Daily Sample"})),
}


@pytest.mark.parametrize("wanted", WITHHELD.values(), ids=WITHHELD)
def test_what_is_hidden_of_a_withdrawn_statement_finds_it_no_more(wanted):
    gone = StatementFactory(words="No piers were shut", mode=Mode.INDIRECT, stance=Stance.DENIES, confirmed=True)
    StoryFactory(published=True, slug="piers", statements=[gone])
    Listing.objects.filter(pk=gone.pk).update(outlets=["The Daily Sample"])
    found = story_page(cast.public(), "piers", wanted, Cursor())
    Statement.objects.filter(pk=gone.pk).update(state="withdrawn", withdrawn_reason="Somebody else.")
    assert (found.part.found, story_page(cast.public(), "piers", wanted, Cursor()).part.found) == (1, 0)
    assert story_page(cast.public(), "piers", Wanted(), Cursor()).part.found == 1


def test_a_speakers_page_has_what_is_theirs_and_what_it_is_compared_with(made):
    page = speaker_page(cast.public(), "una-ion", Wanted(), Cursor())
    assert [made[entry.key] for entry in page.part.timeline.entries] == ["charge", "undated"]
    assert [made[tie.other.key] for tie in page.part.timeline.sections[0].lines[0].ties] == ["denial"]
    assert (page.first, page.last, page.part.clashing) == (dt.date(2018, 4, 24), dt.date(2018, 4, 24), 0)
