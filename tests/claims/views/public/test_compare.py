"""Two sides of the record at one address: names lead on to it, and what is missing is told."""

import re

import pytest

from claims.timeline import comparing
from claims.verbs import statements
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import SpeakerFactory, StatementFactory, StoryFactory

TWO = "/compare/?a=mina-ister&b=una-ion"
DAY = "/compare/?a=mina-ister&day=2018-04-26"


def test_two_speakers_stand_side_by_side(closures):
    page = opened(TWO)
    told = words(page)
    assert page.status_code == 200
    assert "Mina Ister and Una Ion" in told
    assert told.index("No pair of statements from either side") < told.index("2 statements.")
    assert told.index("We have no list.") < told.index("There was a list.") < told.index("There had been a list")
    assert '<meta name="robots" content="noindex">' in page.text
    assert "A draft" not in told


def test_a_day_parts_what_one_speaker_said(closures):
    told = words(opened(DAY))
    assert "Mina Ister before and after 26 April 2018" in told
    assert "1 pair examined: 1 contradiction, 0 in part, 0 consistent" in told
    parts = ["How each was reported", "Before 26 April 2018 1 statement.", "26 April 2018 and later 1 statement."]
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)


def test_a_story_holds_a_comparison(closures):
    page = opened(f"{TWO}&story=harbour")
    assert "In The harbour list alone In all that is on record" in words(page)
    assert f'href="{TWO}"'.replace("&", "&amp;") in page.text


def test_no_id_stands_twice_on_a_page(closures):
    for address in (TWO, DAY):
        ids = re.findall(r'\sid="([^"]*)"', opened(address).text)
        assert len(ids) == len(set(ids))


LEADS = {
    "a surname": ("/compare/?a=ister&b=una-ion", TWO),
    "names": ("/compare/?a=Mina+Ister&b=Una+Ion", TWO),
    "a slip of the pen": ("/compare/?a=Mina+Istr&day=2018-04-26", DAY),
    "a merged speaker": ("/compare/?a=m-ister&b=una-ion", TWO),
    "a name and a story": ("/compare/?a=mina+ister&b=una-ion&story=harbour", f"{TWO}&story=harbour"),
}


@pytest.mark.parametrize(("typed", "address"), LEADS.values(), ids=LEADS)
def test_a_name_leads_on_to_an_address(closures, typed, address):
    SpeakerFactory(name="M. I.", slug="m-ister", merged_into=closures.minister)
    answer = opened(typed)
    assert (answer.status_code, answer.get("Location")) == (302, address)


MISSING = {
    "nothing asked": ("/compare/", 200, "Two sides of the record"),
    "one alone": ("/compare/?a=mina-ister", 200, "Two sides of the record"),
    "nobody": ("/compare/?a=mina-ister&b=zeppelin", 404, "Nobody on record here is called “zeppelin”."),
    "somebody unheard": ("/compare/?a=mina-ister&b=otto-unheard", 404, "Nobody on record here is called"),
    "the same twice": ("/compare/?a=mina-ister&b=mina-ister", 200, "This is the same speaker."),
    "one and a day": ("/compare/?a=mina-ister&b=una-ion&day=2018-04-26", 200, "a second speaker or a day, not both"),
    "no first": ("/compare/?b=mina-ister", 200, "Name the first of the two."),
    "a day of nobody": ("/compare/?day=2018-04-26", 200, "Name who spoke before and after that day."),
    "no day": ("/compare/?a=mina-ister&day=soon", 200, "Enter a valid date."),
    "no story": (f"{TWO}&story=nowhere", 404, "There is no such story here."),
    "an unpublished story": (f"{TWO}&story=secret", 404, "There is no such story here."),
    "no text of a name": ("/compare/?a=%00&b=una-ion", 200, "Null characters are not allowed."),
    "too long": (f"/compare/?a={'x' * 400}&b=una-ion", 200, "at most 300 characters"),
    "marks alone": ("/compare/?a=!!&b=una-ion", 404, "Nobody on record here is called “!!”."),
}


@pytest.mark.parametrize(("address", "status", "told"), MISSING.values(), ids=MISSING)
def test_what_is_missing_or_unknown_is_told_beside_the_form(closures, address, status, told):
    SpeakerFactory(name="Otto Unheard", slug="otto-unheard")
    answer = opened(address)
    assert answer.status_code == status
    assert told in words(answer)
    assert '<form class="compare"' in answer.text
    assert ('value="Mina Ister"' in answer.text) == ("a=mina-ister" in address or "b=mina-ister" in address)


def test_where_a_name_may_mean_several_each_is_offered(closures):
    other = SpeakerFactory(name="Mona Ister", slug="mona-ister")
    StoryFactory(published=True, statements=[StatementFactory(confirmed=True, speaker=other)])
    page = opened("/compare/?a=Ister&b=una-ion")
    assert "Which of these?" in words(page)
    for slug in ("mina-ister", "mona-ister"):
        assert f'href="/compare/?a={slug}&amp;b=una-ion"' in page.text
    assert opened("/compare/?a=Mona+Ister&b=una-ion")["Location"] == "/compare/?a=mona-ister&b=una-ion"


def test_a_name_alone_offers_those_it_was_compared_with(closures):
    assert "Whose words were examined" not in words(opened("/compare/?a=mina-ister"))


def test_a_withdrawn_statement_shows_no_words(closures):
    statements.withdraw_statement(statement=closures.denial, by=cast.reviewer(), reason="It was somebody else.")
    for address in (TWO, DAY):
        told = words(opened(address))
        assert "We have no list" not in told
        assert "It was somebody else." in told


def test_each_side_turns_its_pages_alone(closures, monkeypatch):
    monkeypatch.setattr(comparing, "SIZE", 1)
    page = opened(TWO)
    earlier = re.findall(r'id="([ab])-earlier" href="([^"#]*)#side-[ab]"', page.text)
    assert [name for name, _ in earlier] == ["a", "b"]
    (_, first), (_, second) = ((name, address.replace("&amp;", "&")) for name, address in earlier)
    turned = words(opened(first))
    assert "We have no list." in turned
    assert "There was a list." not in turned
    assert "Nobody asked us." in turned
    both = opened(f"{second}&{first.partition('una-ion&')[2]}")
    assert "There had been a list" in words(both)
    assert "We have no list." in words(both)

    part = opened(first, **{"HX-Request": "true", "HX-Trigger": "a-earlier"})
    assert "We have no list." in words(part)
    assert "Nobody asked us." not in words(part)
    assert "<form" not in part.text
    assert 'id="a-later"' not in part.text


@pytest.mark.parametrize(
    ("address", "queries"),
    [(TWO, 12), (DAY, 17), ("/compare/?a=mina-ister", 3), ("/compare/?a=nobody", 4)],
    ids=["two speakers", "a day", "one alone", "nobody"],
)
def test_a_comparison_costs_a_fixed_number_of_queries(closures, add_noise, django_assert_num_queries, address, queries):
    add_noise(closures.story, 6)
    browser = cast.browser_of(cast.public())
    with django_assert_num_queries(queries):
        browser.get(address)
