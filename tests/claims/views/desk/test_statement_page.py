"""A statement's page: edited, ordered within its day, confirmed, withdrawn, corrected; two editors on one record."""

import pytest
from django.urls import reverse

from claims.forms.statement import StatementForm
from claims.models import Statement
from claims.text.typed_dates import typed
from claims.verbs import statements
from tests import cast
from tests.claims.views.desk.scene import read_from
from tests.factories import QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


def by_editor(**details) -> Statement:
    statement = StatementFactory(edited_by=cast.editor(), **details)
    QuotationFactory(accepted=True, statement=statement)
    return statement


def form_of(statement: Statement, **changes) -> dict:
    """What the browser sends when an editor changes some fields of the page."""
    fields = StatementForm.saved_in(statement) | {"said": typed(statement.said)}
    fields["said_confirmed"] = "on" if fields["said_confirmed"] else ""
    return fields | changes


def post(verb: str, statement: Statement, who=cast.editor, follow=True, **data):
    url = reverse(f"claims:desk-statement{verb}", args=[statement.pk])
    return cast.browser_of(who()).post(url, {"sent": "1"} | data, follow=follow)


def test_what_is_typed_is_saved():
    statement = by_editor()
    answer = post("-edit", statement, **form_of(statement, role="Minister of lists", said="December 2015"))
    statement.refresh_from_db()
    assert (statement.role, statement.said.edtf(), statement.revision) == ("Minister of lists", "2015-12", 2)
    assert "Saved." in answer.content.decode()


def test_saving_what_was_opened_changes_nothing_though_browsers_send_other_line_ends():
    words, question = "We have no list.\n\nWe never had one.", "Is there one?\nOr two?"
    statement = by_editor(words=words, question=question, confirmed=True)
    opened = cast.browser_of(cast.editor()).get(reverse("claims:desk-statement", args=[statement.pk]))
    form = opened.context["edit_form"]
    sent = {name: str(form[name].value() or "").replace("\n", "\r\n") for name in form.fields}
    assert "\r\n" in sent["words"]
    post("-edit", statement, **sent | {"said": typed(statement.said), "said_confirmed": ""})
    before = statement.revision, statement.state, statement.words, statement.question
    statement.refresh_from_db()
    assert (statement.revision, statement.state, statement.words, statement.question) == before


def test_a_new_name_makes_a_speaker_of_its_kind():
    statement = by_editor()
    post("-edit", statement, **form_of(statement, speaker="Report on Lists", kind="document"))
    statement.refresh_from_db()
    assert (statement.speaker.name, statement.speaker.kind) == ("Report on Lists", "document")


def test_the_second_to_save_is_told_what_changed_and_loses_nothing():
    statement = by_editor(role="Minister")
    opened = form_of(statement)
    statements.edit(
        statement=statement, by=cast.second_editor(), revision=1, role="Minister of State", words="No list."
    )
    answer = post("-edit", statement, **opened | {"role": "Junior minister", "occasion": "A hearing"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sue Editon saved" in page
    for told in ("role at the time", "Minister of State", "No list."):
        assert told in page
    form = answer.context["edit_form"]
    assert (form["role"].value(), form["occasion"].value()) == ("Junior minister", "A hearing")
    assert form["words"].value() == "No list."
    statement.refresh_from_db()
    assert (statement.role, statement.occasion) == ("Minister of State", "")


def test_saving_again_on_top_of_what_was_told_goes_through():
    statement = by_editor(role="Minister")
    opened = form_of(statement)
    statements.edit(statement=statement, by=cast.second_editor(), revision=1, role="Minister of State")
    told = post("-edit", statement, **opened | {"role": "Junior minister"})
    again = opened | {"role": "Junior minister", "revision": told.context["edit_form"]["revision"].value()}
    assert post("-edit", statement, **again).status_code == 200
    statement.refresh_from_db()
    assert statement.role == "Junior minister"


def test_saving_over_it_puts_back_no_field_that_was_not_touched():
    statement = by_editor(role="Minister", words="A list.")
    typed = form_of(statement) | {"role": "Junior minister"}
    theirs = {"role": "Minister of State", "words": "No list.", "said": None, "said_confirmed": True}
    statements.edit(statement=statement, by=cast.second_editor(), revision=1, **theirs)
    told = post("-edit", statement, **typed)
    page = told.content.decode().split("What both of you changed")[1].split("</section>")[0]
    assert "Minister of State" in page
    assert "No list." not in page
    again = {name: told.context["edit_form"][name].value() for name in typed if name != "kind"}
    again["said_confirmed"] = "on" if again["said_confirmed"] else ""
    assert post("-edit", statement, **typed | again).status_code == 200
    statement.refresh_from_db()
    kept = (statement.role, statement.words, statement.said, statement.said_confirmed)
    assert kept == ("Junior minister", "No list.", None, True)


def test_two_who_changed_different_fields_ask_nobody():
    statement = by_editor(role="Minister", words="A list.")
    typed = form_of(statement) | {"role": "Junior minister"}
    statements.edit(statement=statement, by=cast.second_editor(), revision=1, words="No list.")
    assert post("-edit", statement, **typed).status_code == 200
    statement.refresh_from_db()
    assert (statement.role, statement.words) == ("Junior minister", "No list.")


def test_a_third_save_in_between_is_told_again():
    statement = by_editor(role="Minister")
    opened = form_of(statement)
    first = statements.edit(statement=statement, by=cast.second_editor(), revision=1, role="Two")
    told = post("-edit", statement, **opened)
    statements.edit(statement=first, by=cast.reviewer(), revision=2, role="Three")
    again = post("-edit", statement, **opened | {"revision": told.context["edit_form"]["revision"].value()})
    assert again.status_code == 422
    assert "Rae View saved" in again.content.decode()


FAULTS = {
    "no words": ({"words": ""}, "What was said is missing"),
    "no speaker": ({"speaker": ""}, "Say whose words"),
    "a date before the first that is taken": ({"said": "before 1 January 1000"}, "lies outside of 1000 to 2999"),
    "a date with two readings": ({"said": "4/5/18"}, "two ways"),
    "no revision": ({"revision": ""}, "Not saved"),
    "a revision that is none": ({"revision": "x"}, "Not saved"),
}


@pytest.mark.parametrize(("changes", "why"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(changes, why):
    statement = by_editor()
    answer = post("-edit", statement, **form_of(statement, occasion="A hearing") | changes)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert answer.context["edit_form"]["occasion"].value() == "A hearing"


def read_by(who, statement: Statement) -> dict[str, str]:
    return read_from(cast.browser_of(who()).get(reverse("claims:desk-statement", args=[statement.pk])))


def test_a_reviewer_who_did_not_edit_it_confirms():
    statement = by_editor()
    page = post("-confirm", statement, who=cast.reviewer, **read_by(cast.reviewer, statement)).content.decode()
    statement.refresh_from_db()
    assert (statement.state, statement.edition.confirmed_by) == ("confirmed", cast.reviewer())
    assert "Confirmed." in page


def test_whoever_edited_it_is_told_why_not():
    statement = StatementFactory(edited_by=cast.reviewer())
    QuotationFactory(accepted=True, statement=statement)
    url = reverse("claims:desk-statement", args=[statement.pk])
    page = cast.browser_of(cast.reviewer()).get(url)
    assert "You changed some of this, so another reviewer confirms it." in page.content.decode()
    assert reverse("claims:desk-statement-confirm", args=[statement.pk]) not in page.content.decode()
    answer = post("-confirm", statement, who=cast.reviewer, **read_from(page))
    assert answer.status_code == 422
    assert "You changed this statement, so somebody else has to confirm it." in answer.content.decode()


def test_a_statement_that_changed_under_the_reviewer_is_not_confirmed():
    statement = by_editor()
    read = read_by(cast.reviewer, statement)
    statements.edit(statement=statement, by=cast.editor(), revision=1, words="Another list.")
    answer = post("-confirm", statement, who=cast.reviewer, **read)
    assert answer.status_code == 422
    assert "Another list." in answer.content.decode()
    statement.refresh_from_db()
    assert statement.state == "draft"


def test_withdrawing_needs_a_public_reason():
    statement = by_editor(confirmed=True)
    assert post("-withdraw", statement, who=cast.reviewer).status_code == 422
    page = post("-withdraw", statement, who=cast.reviewer, **{"withdraw-reason": "Somebody else."}).content.decode()
    assert "Somebody else." in page
    statement.refresh_from_db()
    assert statement.state == "withdrawn"
    assert "Save" not in page


def test_a_correction_is_signed_and_shown():
    statement = by_editor(confirmed=True)
    page = post("-correct", statement, who=cast.reviewer, **{"correct-text": "The day was wrong."}).content.decode()
    assert "The day was wrong." in page
    assert statement.corrections.get().signature == "Rae View"


def test_a_draft_is_edited_and_not_corrected():
    answer = post("-correct", by_editor(), who=cast.reviewer, **{"correct-text": "The day was wrong."})
    assert answer.status_code == 422


def test_statements_of_one_day_and_story_are_put_in_order():
    one, two, three = [by_editor(words=words) for words in ("One", "Two", "Three")]
    StoryFactory(statements=[one, two, three])
    by_editor(words="Of that day, but of no story")
    page = post("-earlier", three).content.decode().split("day-order")[1]
    assert page.index(": One") < page.index(": Three") < page.index(": Two")
    post("-later", one)
    order = Statement.objects.filter(stories__isnull=False).in_order_said().values_list("words", flat=True)
    assert list(order) == ["Three", "One", "Two"]


def test_the_first_of_a_day_cannot_come_earlier():
    one, two = by_editor(), by_editor()
    StoryFactory(statements=[one, two])
    answer = post("-earlier", one)
    assert answer.status_code == 422
    assert "first of its day already" in answer.content.decode()


def test_moving_keeps_a_confirmed_statement_confirmed():
    one, two = by_editor(confirmed=True), by_editor(confirmed=True)
    StoryFactory(statements=[one, two])
    post("-later", one)
    assert list(Statement.objects.values_list("state", flat=True)) == ["confirmed", "confirmed"]


def test_history_tells_who_changed_what():
    statement = by_editor(role="Minister")
    statements.edit(statement=statement, by=cast.second_editor(), revision=1, role="Prime minister")
    url = reverse("claims:desk-statement", args=[statement.pk])
    page = cast.browser_of(cast.journalist()).get(url).content.decode()
    told = page.split("History (")[1]
    assert "Sue Editon" in told
    assert "Prime" in told


REFUSED = {
    "a journalist edits": (cast.journalist, "-edit", {}),
    "an editor confirms": (cast.editor, "-confirm", {"revision": 1}),
    "an editor withdraws": (cast.editor, "-withdraw", {"withdraw-reason": "No"}),
    "an editor corrects": (cast.editor, "-correct", {"correct-text": "No"}),
    "a journalist moves": (cast.journalist, "-earlier", {}),
    "the public edits": (cast.public, "-edit", {}),
}


@pytest.mark.parametrize(("who", "verb", "data"), REFUSED.values(), ids=REFUSED)
def test_who_may_not(who, verb, data):
    statement = by_editor()
    answer = post(verb, statement, who=who, follow=False, **form_of(statement, role="Changed") | data)
    assert answer.status_code in {302, 403}
    statement.refresh_from_db()
    assert (statement.state, statement.role, statement.revision) == ("draft", "", 1)


def test_a_speaker_of_a_shared_name_is_kept_when_nothing_is_changed():
    SpeakerFactory(name="Mina Ister", slug="one")
    statement = by_editor(speaker=SpeakerFactory(name="Mina Ister", slug="two"))
    assert post("-edit", statement, **form_of(statement)).status_code == 200
    statement.refresh_from_db()
    assert (statement.speaker.slug, statement.revision) == ("two", 1)
