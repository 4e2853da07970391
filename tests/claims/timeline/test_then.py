"""Our record as it stood at the end of a day: what was public here, as it read then, and no word withdrawn since."""

import datetime as dt
from contextlib import contextmanager

import pytest

from claims.models import Listing, Publication, Speaker, Statement, Story
from claims.models.states import StoryState
from claims.records import Finding, Mode, PairKind, Said, Stance
from claims.timeline import pages_then
from claims.timeline.pages_then import speaker_asked, story_asked
from claims.timeline.wanted import Wanted
from claims.timeline.windows import Cursor
from tests import cast
from tests.factories import (
    ContradictionFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    edition_of,
    editions,
    story_edition_of,
)
from tests.world import built_once

pytestmark = pytest.mark.django_db
ZERO, ONE, TWO, THREE = (dt.date(2018, 5, day) for day in (1, 2, 4, 6))
"""Before anything was public, and after each of three days on which something was."""


@contextmanager
def on(day: int):
    """Whatever is confirmed in the block, is at noon of that day of May in London."""
    before, editions.NOON = editions.NOON, dt.datetime(2018, 5, day, 11, tzinfo=dt.UTC)
    try:
        yield
    finally:
        editions.NOON = before


def record():
    """2 May: a story with a denial, dated too early, an admission that contradicts it, and a charge. 4 May: the denial
    gets other words and its day, the charge leaves the story, a report enters it. 6 May: the report is withdrawn."""
    minister, union = (
        SpeakerFactory(name="Mina Ister", slug="mina-ister"),
        SpeakerFactory(name="Una Ion", slug="una-ion"),
    )
    with on(2):
        denial = _told(minister, "No list at all", "2018-04-23", stance=Stance.DENIES, mode=Mode.INDIRECT)
        admission = _told(minister, "There was a list", "2018-04-24")
        charge = _told(union, "They had lists", "2018-04-25")
        pair = ContradictionFactory(first=denial, second=admission, confirmed=True)
        dispute = ContradictionFactory(first=denial, second=charge, confirmed=True, finding=Finding.PARTIAL)
        story = StoryFactory(published=True, title="A list", slug="list", statements=[denial, admission, charge])
    with on(4):
        report = _told(union, "Six lists", "2018-04-26")
        Statement.objects.filter(pk=denial.pk).update(
            words="Never a list", said_from="2018-04-25", said_until="2018-04-25"
        )
        edition_of(denial)
        Story.objects.filter(pk=story.pk).update(title="The lists")
        story.statements.remove(charge)
        story.statements.add(report)
        story_edition_of(story)
    gone = {"state": "withdrawn", "withdrawn_reason": "Somebody else."}
    Statement.objects.filter(pk=report.pk).update(**gone)
    told = {"denial": denial, "admission": admission, "charge": charge, "report": report}
    names = {one.pk: name for name, one in told.items()}
    return told | names | {"story": story, "pair": pair, "dispute": dispute, "minister": minister, "union": union}


def _told(speaker, words, said, **parts):
    return StatementFactory(speaker=speaker, words=words, said=Said.from_edtf(said), confirmed=True, **parts)


built, made = built_once(record)


def story(day, user=None, cursor=None, **wanted):
    return story_asked(user or cast.public(), "list", Wanted(as_of=day, then=True, **wanted), cursor or Cursor())


def speaker(slug, day, user=None, **wanted):
    return speaker_asked(user or cast.public(), slug, Wanted(as_of=day, then=True, **wanted), Cursor())


def told(made, page):
    return [(made[entry.key], entry.words) for entry in page.part.timeline.entries]


def names(made, page):
    return [name for name, _ in told(made, page)]


def test_a_story_reads_as_it_did_then(made):
    assert told(made, story(ONE)) == [
        ("denial", "No list at all"),
        ("admission", "There was a list"),
        ("charge", "They had lists"),
    ]
    assert told(made, story(TWO)) == [("admission", "There was a list"), ("denial", "Never a list"), ("report", "")]
    assert (story(ONE).head.title, story(TWO).head.title) == ("A list", "The lists")
    assert (story(ONE).head.edition, story(ONE).head.slug, story(ONE).part.total) == (1, "list", 3)


def test_before_anything_was_published_nothing_was_public(made):
    page = story(ZERO)
    assert (page.part.total, page.part.timeline.entries) == (0, ())
    assert page.head.title == "The lists"


@pytest.mark.parametrize(
    ("zone", "first", "second"),
    [("Europe/London", 0, 3), ("Pacific/Kiritimati", 0, 0), ("Etc/GMT+12", 3, 3)],
    ids=["here", "where the 3rd has begun", "where it is still the 1st"],
)
def test_a_day_ends_on_the_newsrooms_clock(made, settings, zone, first, second):
    settings.TIME_ZONE = zone
    assert [story(dt.date(2018, 5, day)).part.total for day in (1, 2)] == [first, second]


def test_what_was_withdrawn_since_shows_no_words(made):
    (gone,) = [entry for entry in story(TWO).part.timeline.entries if entry.withdrawn]
    assert (gone.words, gone.stance, gone.renderings, gone.withdrawn) == ("", None, (), "Somebody else.")
    (seen,) = [one for one in story(TWO, cast.journalist()).part.timeline.entries if one.withdrawn]
    assert seen.words == "Six lists"


def test_pairs_stand_as_they_did_between_the_editions_that_they_name(made):
    one, other = story(ONE), story(TWO)
    assert [(pair.key, pair.earlier.words) for pair in one.part.clashes] == [
        (made["pair"].pk, "No list at all"),
        (made["dispute"].pk, "No list at all"),
    ]
    assert [pair.key for pair in other.part.clashes] == [made["pair"].pk]
    assert (one.part.clashing, other.part.clashing, one.part.lead.key) == (2, 1, made["pair"].pk)
    assert [len(line.ties) for section in one.part.timeline.sections for line in section.lines] == [2, 1, 1]


def test_what_is_found_no_more_is_marked_for_readers(made):
    page = story(ONE)
    assert [made[entry.key] for entry in page.part.timeline.entries if entry.gone] == ["charge"]
    assert [pair.key for pair in page.part.clashes if pair.gone] == [made["dispute"].pk]
    assert [made[one.key] for one in page.part.timeline.entries if one.has_newer] == ["denial"]
    assert not any(one.gone for one in story(ONE, cast.journalist()).part.timeline.entries)


WANTED = {
    "a speaker": ({"speakers": frozenset({"una-ion"})}, ["charge"]),
    "days as they read then": ({"until": dt.date(2018, 4, 23)}, ["denial"]),
    "words of then": ({"words": "list -una"}, ["denial", "admission"]),
    "words of now": ({"words": "never"}, []),
    "a name": ({"words": "mina"}, ["denial", "admission"]),
    "a mode": ({"modes": frozenset({Mode.INDIRECT})}, ["denial"]),
    "a stance": ({"stances": frozenset({Stance.DENIES})}, ["denial"]),
    "an outlet": ({"outlets": frozenset({"Nobody's Paper"})}, []),
    "what clashes": ({"clashing": True}, ["denial", "admission", "charge"]),
    "a kind": ({"kinds": frozenset({PairKind.REVERSAL})}, ["denial", "admission"]),
    "another kind": ({"kinds": frozenset({PairKind.RECORD})}, []),
    "a finding": ({"findings": frozenset({Finding.PARTIAL})}, ["denial", "charge"]),
}


@pytest.mark.parametrize(("wanted", "shown"), WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("most", [120, 1], ids=["fits", "in windows"])
def test_a_choice_is_made_of_what_stood_there_then(made, monkeypatch, wanted, shown, most):
    monkeypatch.setattr(pages_then, "FITS", most)
    page = story(ONE, **wanted)
    assert names(made, page) == shown
    assert (page.part.total, page.part.found, page.part.speakers) == (3, len(shown), 2)
    assert [voice.name for voice in page.part.offered.voices] == ["Mina Ister", "Una Ion"]


def test_a_withdrawn_statement_is_not_found_by_its_words(made):
    assert names(made, story(TWO, words="six")) == []
    assert names(made, story(TWO, cast.journalist(), words="six")) == []


def test_a_long_record_comes_in_windows_with_sums(made, monkeypatch):
    monkeypatch.setattr(pages_then, "FITS", 1)
    monkeypatch.setattr(pages_then, "SIZE", 2)
    first = story(ONE)
    assert names(made, first) == ["denial", "admission"]
    assert [(one.label, one.statements, one.clashes) for one in first.part.sums] == [("April 2018", 3, 2)]
    assert names(made, story(ONE, cursor=Cursor(after=first.part.window.later))) == ["charge"]
    assert names(made, story(ONE, cursor=Cursor(at=made["charge"].pk))) == ["denial", "admission"]


def test_a_speaker_is_on_record_with_what_was_public_then(made):
    assert told(made, speaker("mina-ister", ONE)) == [("denial", "No list at all"), ("admission", "There was a list")]
    assert told(made, speaker("una-ion", ONE)) == [("charge", "They had lists")]
    assert told(made, speaker("una-ion", TWO)) == [("report", "")]
    assert speaker("una-ion", ZERO).part.total == 0
    assert [pair.key for pair in speaker("una-ion", ONE).part.clashes] == [made["dispute"].pk]
    assert speaker("nobody", ONE) is None


def test_a_merged_speakers_words_are_under_the_one_of_now(made):
    Speaker.objects.filter(pk=made["union"].pk).update(merged_into=made["minister"].pk)
    page = speaker("mina-ister", ONE)
    assert names(made, page) == ["denial", "admission", "charge"]
    assert page.part.timeline.entries[-1].speaker.name == "Una Ion"
    assert speaker("una-ion", ONE).head.voice.key == "mina-ister"


def test_what_was_taken_from_readers_is_in_no_record(made):
    Publication.objects.filter(story=made["story"].pk).update(
        unpublished_at=dt.datetime(2018, 5, 10, tzinfo=dt.UTC),
        unpublished_by=cast.reviewer(),
        reason="To be looked at.",
    )
    Story.objects.filter(pk=made["story"].pk).update(state=StoryState.UNPUBLISHED)
    assert story(ONE) is None
    assert not Listing.objects.filter(public=True).exists()


def test_a_day_on_which_a_story_was_closed_has_nothing(made):
    open_again = dt.datetime(2018, 5, 9, tzinfo=dt.UTC)
    Publication.objects.filter(story=made["story"].pk).update(
        unpublished_at=dt.datetime(2018, 5, 3, tzinfo=dt.UTC), unpublished_by=cast.reviewer(), reason="To be looked at."
    )
    Publication.objects.create(story=made["story"], published_at=open_again, published_by=cast.reviewer())
    assert [story(day).part.total for day in (ONE, TWO, dt.date(2018, 5, 8), dt.date(2018, 5, 9))] == [3, 0, 0, 3]


def test_without_a_day_or_in_the_other_sense_the_record_is_that_of_now(made):
    now = story_asked(cast.public(), "list", Wanted(), Cursor())
    assert story_asked(cast.public(), "list", Wanted(then=True), Cursor()).part.timeline == now.part.timeline


@pytest.mark.parametrize(
    ("ask", "queries"),
    [(lambda: story(ONE), 19), (lambda: speaker("mina-ister", ONE), 19), (lambda: story(ZERO), 2)],
    ids=["story", "speaker", "nothing there"],
)
def test_a_record_as_it_stood_costs_a_fixed_number_of_queries(made, ask, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        ask()
