"""Accepting, joining, dismissing, undoing and selecting, through the addresses of the desk."""

import datetime as dt

import pytest
from django.urls import reverse

from claims.models import Quotation, Speaker, Statement
from claims.records import Said
from claims.search.desk import likely_same
from tests import cast
from tests.factories import ArticleVersionFactory, QuotationFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TYPED = {
    "speaker": "Mina Ister",
    "kind": "person",
    "role": "Transport minister",
    "words": "We have no list",
    "mode": "direct",
    "said": "25 April 2018",
    "said_basis": "on Wednesday",
    "said_confirmed": "on",
    "occasion": "A hearing",
    "question": "Is there a list?",
}


def post(name: str, *args: int, data: dict | None = None, who=cast.editor, **options):
    return cast.browser_of(who()).post(reverse(f"claims:{name}", args=args), {"sent": "1"} | (data or {}), **options)


def test_accepting_makes_a_statement_of_what_was_typed():
    quotation = QuotationFactory()
    answer = post("desk-accept", quotation.pk, data=TYPED)
    assert answer.headers["Location"] == reverse("claims:desk-quotation", args=[quotation.pk])
    statement = Statement.objects.get()
    assert (statement.speaker.name, statement.role, statement.words) == (
        "Mina Ister",
        "Transport minister",
        "We have no list",
    )
    assert statement.said == Said.on(dt.date(2018, 4, 25))
    assert (statement.said_basis, statement.said_confirmed) == ("on Wednesday", True)
    assert (statement.occasion, statement.question) == ("A hearing", "Is there a list?")
    assert list(statement.quotations.all()) == [quotation]


def test_what_was_read_across_a_line_break_is_offered_on_one_line():
    quotation = QuotationFactory(role="Minister of\nlists", said_basis="on\nWednesday")
    page = cast.browser_of(cast.editor()).get(reverse("claims:desk-accept", args=[quotation.pk]))
    form = page.context["accept_form"]
    assert (form["role"].value(), form["said_basis"].value()) == ("Minister of lists", "on Wednesday")


def test_a_known_speaker_is_found_by_an_alias_and_none_is_made():
    known = SpeakerFactory(name="Mina Ister", aliases=["Ms Ister"])
    post("desk-accept", QuotationFactory().pk, data=TYPED | {"speaker": "Ms Ister"})
    assert Statement.objects.get().speaker == known
    assert Speaker.objects.count() == 1


def test_two_speakers_of_one_name_are_told_apart_by_their_address():
    SpeakerFactory(name="Mina Ister", slug="mina-ister")
    meant = SpeakerFactory(name="Mina Ister", slug="mina-ister-2")
    quotation = QuotationFactory()
    refused = post("desk-accept", quotation.pk, data=TYPED)
    assert refused.status_code == 422
    assert "Several speakers are called Mina Ister" in refused.content.decode()
    assert "Mina Ister (mina-ister), Mina Ister (mina-ister-2)" in refused.content.decode()
    assert '<option value="Mina Ister (mina-ister-2)">' in refused.content.decode()
    post("desk-accept", quotation.pk, data=TYPED | {"speaker": "Mina Ister (mina-ister-2)"})
    assert Statement.objects.get().speaker == meant


def offered_as_the_same(quotation, **query) -> list[tuple[str, bool]]:
    """The words of each statement offered, and whether it is marked as another speaker's."""
    page = cast.browser_of(cast.editor()).get(reverse("claims:desk-same", args=[quotation.pk]), query).text
    rows = page.split('id="found"')[1].split("<li>")[1:]
    words = ("no list at all", "no list, he said", "not any list")
    return [(said, "another speaker" in row) for row in rows for said in words if said in row]


def test_the_same_words_are_looked_for_with_the_speaker_that_was_read_first():
    mina = SpeakerFactory(name="Mina Ister", aliases=["Ms Ister"])
    StatementFactory(speaker=mina, words="no list at all")
    StatementFactory(words="no list, he said")
    StatementFactory(speaker=mina, words="not any list", withdrawn=True)
    quotation = QuotationFactory(speaker_name="Ms Ister")
    assert offered_as_the_same(quotation) == [("no list at all", False), ("no list, he said", True)]
    assert offered_as_the_same(quotation, q="said") == [("no list, he said", True)]


def test_where_no_speaker_was_read_nobody_is_another():
    StatementFactory(words="no list, he said")
    assert offered_as_the_same(QuotationFactory()) == [("no list, he said", False)]


WITHDRAWN = {"drafts are offered": ({}, 1), "withdrawn ones are not": ({"withdrawn": True}, 0)}


@pytest.mark.parametrize(("details", "offered"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_what_may_be_the_same_once_more_is_no_withdrawn_statement_and_nobody_elses(details, offered):
    quotation = QuotationFactory(speaker_name="Mina Ister")
    StatementFactory(words=quotation.words)
    theirs = StatementFactory(speaker__name="Mina Ister", words=quotation.words, **details)
    assert likely_same(quotation) == [theirs][:offered]


def test_a_refusal_makes_no_speaker_either():
    quotation = QuotationFactory(accepted=True)
    answer = post("desk-accept", quotation.pk, data=TYPED | {"speaker": "Nobody Yet"})
    assert answer.status_code == 422
    assert not Speaker.objects.filter(name="Nobody Yet").exists()


FAULTS = {
    "no speaker": ({"speaker": ""}, "Say whose words"),
    "no words": ({"words": " "}, "What was said is missing"),
    "a date with two readings": ({"said": "04/05/2018"}, "two ways"),
    "no such day": ({"said": "31 February 2018"}, "no day of the calendar"),
    "no such mode": ({"mode": "sung"}, "not one of the available choices"),
    "no such kind": ({"kind": "ghost"}, "not one of the available choices"),
}


@pytest.mark.parametrize(("changes", "why"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["a page", "htmx"])
def test_what_is_refused_is_said_and_kept(changes, why, headers):
    answer = post("desk-accept", QuotationFactory().pk, data=TYPED | changes, headers=headers)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    form = answer.context["accept_form"]
    assert form["occasion"].value() == "A hearing"
    assert Statement.objects.count() == 0


def test_htmx_gets_the_panel_and_everything_that_changed():
    quotation = QuotationFactory()
    page = post("desk-accept", quotation.pk, data=TYPED, headers=HTMX).content.decode()
    assert "<html" not in page
    for part in (f'id="f-{quotation.pk}"', f'id="t-{quotation.start}"', 'id="tally"', 'id="undo"'):
        assert part in page
    assert page.count('hx-swap-oob="true"') == 4


def test_joining_adds_a_rendering():
    statement, quotation = StatementFactory(), QuotationFactory()
    post("desk-join", quotation.pk, statement.pk)
    assert list(statement.quotations.all()) == [quotation]
    assert Statement.objects.count() == 1


def test_joining_a_withdrawn_statement_is_refused():
    statement, quotation = StatementFactory(withdrawn=True), QuotationFactory()
    answer = post("desk-join", quotation.pk, statement.pk)
    assert answer.status_code == 422
    assert "withdrawn" in answer.content.decode()


@pytest.mark.parametrize(
    "data",
    [{"quick": "Nobody's words"}, {"reason": "Nobody's words"}, {"quick": "Nobody's words", "reason": "Half typed"}],
    ids=["a quick choice", "one's own words", "a quick choice goes first"],
)
def test_dismissing_keeps_the_reason(data):
    quotation = QuotationFactory()
    post("desk-dismiss", quotation.pk, data=data)
    quotation.refresh_from_db()
    assert (quotation.state, quotation.dismissed_reason) == ("dismissed", "Nobody's words")


def test_dismissing_without_a_reason_is_refused():
    quotation = QuotationFactory()
    answer = post("desk-dismiss", quotation.pk)
    assert answer.status_code == 422
    assert "The reason is missing" in answer.content.decode()


def test_the_last_action_can_be_undone_from_the_article():
    quotation = QuotationFactory()
    browser = cast.browser_of(cast.editor())
    browser.post(reverse("claims:desk-accept", args=[quotation.pk]), TYPED)
    page = browser.get(reverse("claims:desk-article", args=[quotation.version.article_id])).content.decode()
    assert "Last: accepted" in page
    browser.post(reverse("claims:desk-restore", args=[quotation.pk]), {"sent": "1"})
    page = browser.get(reverse("claims:desk-article", args=[quotation.version.article_id])).content.decode()
    assert "Last:" not in page
    quotation.refresh_from_db()
    assert (quotation.state, Statement.objects.count()) == ("suggested", 0)


def test_another_article_offers_no_undo_of_this_one():
    quotation, other = QuotationFactory(), QuotationFactory()
    browser = cast.browser_of(cast.editor())
    browser.post(reverse("claims:desk-dismiss", args=[quotation.pk]), {"reason": "Not needed"})
    page = browser.get(reverse("claims:desk-article", args=[other.version.article_id])).content.decode()
    assert "Last:" not in page


def test_the_only_evidence_of_a_confirmed_statement_is_not_taken_away():
    quotation = QuotationFactory(accepted=True, statement=StatementFactory(confirmed=True))
    answer = post("desk-restore", quotation.pk)
    assert answer.status_code == 422
    assert "only evidence" in answer.content.decode()


def select(version, headers=None, **data):
    typed = {"words": "", "mode": "indirect", "source": "", "cue": "", "start": "", "end": ""} | data
    return post("desk-select", version.pk, data=typed, headers=headers or {})


def test_pasted_words_that_stand_once_become_a_quotation():
    version = ArticleVersionFactory()
    select(version, words="Others doubted it.", source="Others", cue="doubted")
    kept = Quotation.objects.get()
    assert version.text[kept.start : kept.end] == "Others doubted it."
    assert (kept.mode, kept.source, kept.cue, kept.made_by) == ("indirect", "Others", "doubted", cast.editor())


def test_offsets_choose_among_words_that_stand_there_twice():
    version = ArticleVersionFactory(text="No list. Really: no list. No list.")
    assert "stand in the text 2 times" in select(version, words="No list.").content.decode()
    select(version, words="No list.", start="26", end="34")
    assert Quotation.objects.get().start == 26


def test_offsets_that_do_not_lead_to_the_words_do_not_count():
    version = ArticleVersionFactory()
    select(version, words="Others doubted it.", start="0", end="5")
    assert Quotation.objects.get().exact == "Others doubted it."


def test_words_over_two_lines_come_as_browsers_send_them():
    version = ArticleVersionFactory(text="One line.\n\nAnother line.")
    select(version, words="line.\r\n\r\nAnother")
    assert Quotation.objects.get().exact == "line.\n\nAnother"


SELECTIONS = {
    "nothing": ("", "Copy the words"),
    "words that are not there": ("We do have a list", "do not stand in the text"),
    "another kind of quotation mark": ("“We have no list,”", "do not stand in the text"),
    "punctuation alone": ('"', "2 times"),
}


@pytest.mark.parametrize(("words", "why"), SELECTIONS.values(), ids=SELECTIONS)
def test_words_that_cannot_be_placed_are_kept_in_the_form(words, why):
    answer = select(ArticleVersionFactory(), words=words, source="Others")
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert answer.context["select_form"]["source"].value() == "Others"
    assert Quotation.objects.count() == 0


def test_after_selecting_htmx_gets_the_whole_article():
    answer = select(ArticleVersionFactory(), words="Others doubted it.", headers=HTMX)
    assert answer["HX-Retarget"] == "#article"
    assert answer["HX-Replace-Url"] == reverse("claims:desk-quotation", args=[Quotation.objects.get().pk])


VERBS = {
    "accept": lambda quotation: ("desk-accept", [quotation.pk]),
    "join": lambda quotation: ("desk-join", [quotation.pk, StatementFactory().pk]),
    "dismiss": lambda quotation: ("desk-dismiss", [quotation.pk]),
    "restore": lambda quotation: ("desk-restore", [quotation.pk]),
    "select": lambda quotation: ("desk-select", [quotation.version_id]),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", [cast.public, cast.guest, cast.journalist])
def test_only_editors_decide(verb, who):
    quotation = QuotationFactory()
    name, args = VERBS[verb](quotation)
    assert post(name, *args, data=TYPED | {"reason": "No"}, who=who).status_code in {302, 403}
    quotation.refresh_from_db()
    assert quotation.state == "suggested"
    assert Quotation.objects.count() == 1


@pytest.mark.parametrize("verb", ["join", "dismiss", "restore"])
def test_a_verb_is_never_a_link(verb):
    name, args = VERBS[verb](QuotationFactory())
    assert cast.browser_of(cast.editor()).get(reverse(f"claims:{name}", args=args)).status_code == 405
