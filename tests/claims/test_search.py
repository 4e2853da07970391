"""Finding statements, speakers and stories by words: what readers find, and nothing that they may not see."""

import pytest

from claims.models import Speaker
from claims.records import Said
from claims.search import names as by_name
from claims.search import readers
from claims.search.names import speakers_like
from claims.search.ranking import without_phrases
from claims.search.readers import search
from claims.text.searching import grams, search_of
from tests import cast
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db


def newsroom():
    """Three public statements, one withdrawn, one confirmed in no published story, one draft."""
    rudd = SpeakerFactory(name="Amber Rudd", aliases=["Home Secretary"])
    union = SpeakerFactory(name="Lucía Moreno")
    told = {
        "denial": StatementFactory(
            speaker=rudd, words="We do not have targets for removals", said=Said.from_edtf("2018-04-25"), confirmed=True
        ),
        "admission": StatementFactory(
            speaker=rudd,
            words="There were local targets, targets for offices",
            said=Said.from_edtf("2018-04-26"),
            confirmed=True,
        ),
        "charge": StatementFactory(
            speaker=union, words="Regional targets were printed", said=Said.from_edtf("2015-12"), confirmed=True
        ),
        "withdrawn": StatementFactory(speaker=union, words="Targets everywhere", withdrawn=True),
        "loose": StatementFactory(speaker=union, words="Targets that nobody published", confirmed=True),
        "draft": StatementFactory(speaker=union, words="Targets in a draft"),
    }
    QuotationFactory(accepted=True, statement=told["draft"])
    ContradictionFactory(first=told["denial"], second=told["admission"], confirmed=True)
    public = [told[name] for name in ("denial", "admission", "charge", "withdrawn", "draft")]
    StoryFactory(published=True, title="Removal targets", slug="removal-targets", statements=public)
    StoryFactory(title="Targets that nobody published", statements=[told["loose"]])
    return {name: one.pk for name, one in told.items()} | {one.pk: name for name, one in told.items()}


built, made = built_once(newsroom)

FOUND = {
    "best first": ("target", ["admission", "denial", "charge"]),
    "a stem": ("removal", ["denial"]),
    "a word that is being typed": ("remov", ["denial"]),
    "fewer letters than say anything": ("re", []),
    "a phrase": ('"local targets"', ["admission"]),
    "without": ("targets -local", ["denial", "charge"]),
    "either": ("removals or regional", ["denial", "charge"]),
    "a speaker": ("speaker:rudd", ["admission", "denial"]),
    "a misspelt speaker": ("speaker:rud targets", ["admission", "denial"]),
    "somebody without the accent": ("speaker:lucia", ["charge"]),
    "after": ("targets after:2018-04-26", ["admission"]),
    "before": ("targets before:2016", ["charge"]),
    "what clashes": ("has:contradiction", ["admission", "denial"]),
    "a speaker who is none": ("speaker:zeppelin", []),
    "an outlet that is none": ("outlet:zeppelin", []),
    "a name among the words": ("rudd targets", ["admission", "denial"]),
    "marks alone": ("\"-' & | ! <->", []),
}


@pytest.mark.parametrize(("typed", "names"), FOUND.values(), ids=FOUND)
def test_readers_find_what_is_public(made, typed, names):
    found = search(cast.public(), search_of(typed))
    assert [made[hit.entry.key] for hit in found.hits] == names
    assert (found.total, found.more) == (len(names), False)


def test_the_newsroom_finds_what_is_confirmed_and_not_published_too(made):
    found = search(cast.journalist(), search_of("targets"), newest=True)
    assert {made[hit.entry.key] for hit in found.hits} == {"admission", "denial", "charge", "loose"}


def test_matches_are_marked(made):
    (hit,) = search(cast.public(), search_of("local")).hits
    assert hit.pieces == (("There were ", False), ("local", True), (" targets, targets for offices", False))


def test_speakers_and_stories_stand_beside_the_statements(made):
    found = search(cast.public(), search_of("removal targets"))
    assert [head.title for head in found.stories] == ["Removal targets"]
    assert [voice.name for voice in search(cast.public(), search_of("ambre rudd")).speakers] == ["Amber Rudd"]


def test_pages_go_on_where_they_ended(made, monkeypatch):
    monkeypatch.setattr(readers, "PAGE", 1)
    best = [search(cast.public(), search_of("targets"), page=page).hits[0].entry.key for page in (1, 2, 3)]
    assert [made[key] for key in best] == ["admission", "denial", "charge"]
    dated, before = [], ""
    for _ in range(3):
        found = search(cast.public(), search_of("targets"), newest=True, before=before)
        dated.append(made[found.hits[0].entry.key])
        before = found.later
    assert (dated, before) == (["admission", "denial", "charge"], "")
    assert search(cast.public(), search_of("targets"), page=99).page == 3


def test_very_common_words_say_that_the_newest_are_ranked(made, monkeypatch):
    monkeypatch.setattr(readers, "COUNTED", 1)
    monkeypatch.setattr(readers, "RANKED", 2)
    found = search(cast.public(), search_of("targets"))
    assert (found.total, found.more, found.ranked, found.newest) == (1, True, 2, "2")
    assert [made[hit.entry.key] for hit in found.hits] == ["admission"]


def test_what_is_counted_no_farther_is_put_in_order_all_the_same(made, monkeypatch):
    monkeypatch.setattr(readers, "COUNTED", 2)
    found = search(cast.public(), search_of("targets"))
    assert (found.total, found.more, found.ranked) == (2, True, 0)


AMONG = {
    "the newest that have its words": (1, 1, ["admission"], 1),
    "more of them where it is rare in these": (2, 2, ["admission", "charge"], 2),
    "all where they are few": (2, 9, ["admission", "charge"], 0),
}


@pytest.mark.parametrize(("page", "through", "names", "ranked"), AMONG.values(), ids=AMONG)
def test_a_phrase_is_looked_for_among(made, monkeypatch, page, through, names, ranked):
    monkeypatch.setattr(readers, "PAGE", page)
    monkeypatch.setattr(readers, "WITH_PHRASE", 1)
    monkeypatch.setattr(readers, "LOOKED_THROUGH", through)
    found = search(cast.public(), search_of('"local targets" or "regional targets"'))
    assert ([made[hit.entry.key] for hit in found.hits], found.ranked) == (names, ranked)


LOOSE = {
    "a phrase": ('"local targets" office', "local targets office"),
    "one that is not closed": ('office "local targets', "office local targets"),
    "a dash in it": ('"-local targets"', "local targets"),
    "a word left out": ('"local targets" -office', "local targets -office"),
    "a phrase left out": ('"local targets" -"for offices"', '"local targets" -"for offices"'),
    "none": ("local targets", "local targets"),
}


@pytest.mark.parametrize(("words", "loose"), LOOSE.values(), ids=LOOSE)
def test_the_words_of_phrases_stand_alone(words, loose):
    assert without_phrases(words) == loose


def test_a_search_costs_a_fixed_number_of_queries(made, django_assert_num_queries):
    with django_assert_num_queries(8):
        search(cast.public(), search_of("targets"))


def test_an_order_by_date_says_how_many_have_none(made):
    undated = StatementFactory(words="Targets at an unknown time", said=None, confirmed=True)
    StoryFactory(published=True, statements=[undated])
    found = search(cast.public(), search_of("targets"), newest=True)
    assert ([made[hit.entry.key] for hit in found.hits], found.total, found.undated) == (
        ["admission", "denial", "charge"],
        3,
        1,
    )


def test_a_question_that_was_found_is_shown_and_marked(made):
    asked = StatementFactory(words="We print none", question="Are there quotas in Kent?", confirmed=True)
    StoryFactory(published=True, statements=[asked])
    (hit,) = search(cast.public(), search_of("quota")).hits
    assert hit.asked == (("Are there ", False), ("quotas", True), (" in Kent?", False))
    assert search(cast.public(), search_of("print")).hits[0].asked == ()


COMMON = {
    "alone": ("we have the", []),
    "beside a condition": ("we have the speaker:rudd", ["admission", "denial"]),
}


@pytest.mark.parametrize(("typed", "names"), COMMON.values(), ids=COMMON)
def test_words_that_stand_in_every_text_are_told_and_left_out(made, typed, names):
    found = search(cast.public(), search_of(typed))
    assert found.common
    assert [made[hit.entry.key] for hit in found.hits] == names
    assert not search(cast.public(), search_of(f"{typed} targets")).common


def test_a_speaker_is_found_whose_name_is_such_a_word(made):
    Speaker.objects.filter(name="Amber Rudd").update(name="Will Rudd")
    found = search(cast.public(), search_of("will"))
    assert ([voice.name for voice in found.speakers], found.hits) == (["Will Rudd"], ())


# ------------------------------------------------------------------ names

NAMES = {
    "Rudd": ["Amber Rudd"],
    "ruddd": ["Amber Rudd"],
    "amber": ["Amber Rudd"],
    "home secretary": ["Amber Rudd"],
    "LUCIA moreno": ["Lucía Moreno"],
    "Morneo": ["Lucía Moreno"],
    "x": [],
    "zeppelin": [],
}


@pytest.mark.parametrize(("typed", "names"), NAMES.items(), ids=NAMES)
def test_names_are_found_however_they_are_spelt(made, typed, names):
    assert [one.name for one in speakers_like(typed)] == names


def test_where_very_many_have_all_of_a_name_they_alone_are_found_by_name(made, monkeypatch):
    SpeakerFactory(name="Rudd the Younger")
    SpeakerFactory(name="Rudy Vale")
    assert [one.name for one in speakers_like("rudd")] == ["Amber Rudd", "Rudd the Younger", "Rudy Vale"]
    monkeypatch.setattr(by_name, "MANY", 2)
    assert [one.name for one in speakers_like("rudd")] == ["Amber Rudd", "Rudd the Younger"]
    assert [one.name for one in speakers_like("vale rudd")] == ["Rudy Vale", "Amber Rudd", "Rudd the Younger"]


def test_a_new_name_is_found_and_the_letters_are_those_of_python(made):
    Speaker.objects.filter(name="Amber Rudd").update(name="Žofia O’Hara-Łuk", aliases=["Zo"])
    row = Speaker.objects.select_related("naming").get(name="Žofia O’Hara-Łuk")
    assert sorted(row.naming.grams) == grams("Žofia O’Hara-Łuk Zo")
    assert list(speakers_like("zofia")) == [row]
