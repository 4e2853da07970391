import re

import pytest

from claims.models import Statement
from claims.templatetags.timeline import unbroken
from claims.verbs import pairs
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import ContradictionFactory, StoryFactory, edition_of

STORY = "/stories/harbour/"


def test_statements_stand_in_the_order_they_were_said_under_their_days(closures):
    answer = opened(STORY)
    page = words(answer).split("Skip the picture")[1]
    told = ["December 2015", "2 years 4 months", "Wednesday 25 April 2018", "Thursday 26 April 2018", "Date unknown"]
    in_order = [closures.charge, closures.denial, closures.admission, closures.undated]

    shown = re.findall(r'id="statement-(\d+)"', answer.content.decode())

    assert [page.index(words) for words in told] == sorted(page.index(words) for words in told)
    assert shown == [str(statement.pk) for statement in in_order]


def test_a_statement_names_role_outlets_and_what_contradicts_it(closures):
    page = words(opened(STORY))

    assert "Harbour Secretary" in page
    assert "The Daily Sample, Sample Evening News" in page
    assert "Contradicted the next day: “There was a list.”" in page
    assert "Contradicts own words on 25 April 2018" in page


def test_no_line_cuts_a_date_in_a_sentence(closures):
    assert 'on <span class="unbroken">25 April 2018</span>' in opened(STORY).content.decode()


@pytest.mark.parametrize(
    ("told", "shown"),
    {
        "a day": ("by 5 May 2018", 'by <span class="unbroken">5 May 2018</span>'),
        "a month": ("in May 2018", 'in <span class="unbroken">May 2018</span>'),
        "a year": ("in 2018", "in 2018"),
        "no date": ("a <b> & c", "a &lt;b&gt; &amp; c"),
    }.values(),
)
def test_a_date_is_one_piece(told, shown):
    assert unbroken(told) == shown


def test_the_picture_stands_above_in_both_widths(closures):
    body = opened(STORY).content.decode()

    assert body.index("picture--wide") < body.index("picture--narrow") < body.index('id="days"')
    assert f'href="#statement-{closures.denial.pk}"' in body
    assert f'id="statement-{closures.denial.pk}"' in body


def test_readers_see_no_draft_and_the_newsroom_sees_it_named(closures):
    assert "A draft that nobody should see" not in opened(STORY).content.decode()
    assert "Draft." in words(opened(STORY, cast.journalist()))


def test_a_proposed_pair_is_the_newsrooms_and_a_dismissed_one_nobodys(closures):
    pair = ContradictionFactory(first=closures.charge, second=closures.denial)
    assert "Proposed: Contradicts" not in words(opened(STORY))
    assert "Proposed: Contradicts" in words(opened(STORY, cast.journalist()))

    pairs.dismiss(contradiction=pair, by=cast.editor(), reason="Not the same list.")
    assert "Proposed: Contradicts" not in words(opened(STORY, cast.journalist()))


def test_a_withdrawn_statement_stays_and_says_so(closures):
    Statement.objects.filter(pk=closures.undated.pk).update(state="withdrawn", withdrawn_reason="Somebody else.")

    assert "Withdrawn. Somebody else." in words(opened(STORY))


CHOICES = {
    "one speaker": ("speaker=una-ion", "2 of 4 statements.", "There had been a list", "We have no list."),
    "a range": ("since=2018-04-26&until=2018-04-30", "1 of 4 statements.", "There was a list", "There had been"),
    "a month that overlaps": ("until=2015-12-10", "1 of 4 statements.", "There had been a list", "There was a list"),
    "no unknown dates": ("since=2000-01-01", "1 statement of unknown date left out.", "We have", "Nobody asked us"),
}


@pytest.mark.parametrize(("query", "told", "shown", "left_out"), CHOICES.values(), ids=CHOICES)
def test_a_choice_in_the_address_narrows_the_timeline(closures, query, told, shown, left_out):
    page = words(opened(f"{STORY}?{query}")).split("Choose speakers")[1]

    assert told in page
    assert shown in page.split("statements.")[1]
    assert left_out not in page.split("Skip the picture")[1].split("Contradict")[0]


def test_htmx_gets_the_timeline_alone(closures):
    answer = opened(f"{STORY}?speaker=una-ion", **{"HX-Request": "true"})
    body = answer.content.decode()

    assert "<html" not in body
    assert 'hx-swap-oob="true"' in body
    assert "There had been a list" in body
    assert "HX-Request" in answer.headers["Vary"]


def test_the_address_that_htmx_shows_leaves_out_what_is_empty(closures):
    answer = opened(f"{STORY}?speaker=una-ion&since=&until=", **{"HX-Request": "true"})

    assert answer.headers["HX-Push-Url"] == f"{STORY}?speaker=una-ion"


def test_a_page_restored_from_history_is_whole(closures):
    restoring = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in opened(STORY, **restoring).content.decode()


WRONG = {
    "no date": ("since=soon", "Enter a valid date."),
    "a day out of reach": ("until=9999-12-31", "The year 9999 lies outside of 1000 to 2999."),
    "words of every text": ("q=we+have+the", "stand in every text"),
    "backwards": ("since=2018-05-01&until=2018-04-01", "before the first one"),
    "nobody": ("speaker=nobody", "not one of the available choices"),
    "a speaker whom no database has": ("speaker=%00", "not one of the available choices"),
    "an outlet that no database has": ("outlet=%00", "not one of the available choices"),
}


@pytest.mark.parametrize(("query", "told"), WRONG.values(), ids=WRONG)
def test_a_choice_that_cannot_be_read_is_told_and_left_out(closures, query, told):
    answer = opened(f"{STORY}?{query}")

    assert answer.status_code == 200
    assert told in words(answer)
    assert "We have no list" in words(answer)


DAYS = {"1999-01-01": 0, "2015-12-31": 1, "2018-04-25": 1, "2018-04-26": 3}
"""A day, and how many of the three statements with a date were known by it; their articles are of the last one."""


@pytest.mark.parametrize(("day", "known"), DAYS.items(), ids=DAYS)
def test_the_picture_of_an_earlier_day_draws_what_was_known_by_it(closures, day, known):
    page = opened(f"{STORY}?as_of={day}").content.decode()

    assert page.count("Not yet known on") == 4 - known
    assert len(re.findall(r'<a href="#statement-', page.partition("picture--narrow")[0])) == known
    assert opened(f"/speakers/mina-ister/?as_of={day}").status_code == 200


def test_a_proposed_pair_is_in_no_choice_count_or_picture_of_readers(closures):
    pairs.withdraw(contradiction=closures.reversal, by=cast.reviewer(), reason="They meant different lists.")
    ContradictionFactory(first=closures.charge, second=closures.undated, finding="partial", first_clash="been a list")
    nothing = "Nothing here is like that"

    for address in (STORY, "/speakers/una-ion/"):
        for choice in ("finding=partial", "clashing=on", "kind=reversal"):
            assert nothing in words(opened(f"{address}?{choice}"))
        assert nothing not in words(opened(f"{address}?finding=partial", cast.journalist()))
    for address in (STORY, f"/embed{STORY}", "/"):
        page = opened(address).content.decode()
        assert "been a list</mark>" not in page
        assert "1 contradiction" not in page


def test_a_choice_that_nothing_fits_says_what_to_do(closures):
    assert "Nothing here is like that" in words(opened(f"{STORY}?until=1999-01-01"))


def test_an_unpublished_story_is_not_there_for_readers(closures):
    assert opened("/stories/secret/").status_code == 404
    assert opened("/stories/secret/", cast.guest()).status_code == 404
    assert opened("/stories/secret/", cast.journalist()).status_code == 200


def test_markup_in_a_field_stays_words(closures):
    Statement.objects.filter(pk=closures.denial.pk).update(words="<script>alert(1)</script> \u202eright to left")
    edition_of(closures.denial)

    assert "<script>alert(1)" not in opened(STORY).content.decode()
    assert "<script>alert(1)</script>" in words(opened(STORY))


def test_a_longer_story_costs_no_more_queries(closures, add_noise, django_assert_num_queries):
    add_noise(closures.story, 8)
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(10):
        browser.get(STORY)


@pytest.mark.django_db
def test_an_empty_story_says_what_to_do_next():
    StoryFactory(published=True, slug="empty")

    assert "Nothing in this story yet" in words(opened("/stories/empty/"))
