"""What waits for a reviewer, and confirming it: what differs, what was read, what changed since, what is told."""

import re

import pytest
from django.urls import reverse

from articles.models import Article
from claims.models import Contradiction, Statement, Story
from claims.records import Finding
from claims.verbs import evidence, pairs, responses, statements, stories
from tests import cast
from tests.claims.views.desk.scene import read_from
from tests.claims.views.public.reading import words
from tests.confirming import digest_of
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    edition_of,
)
from tests.factories.claims import NOON

pytestmark = pytest.mark.django_db
NAMES = {Statement: "statement", Contradiction: "contradiction", Story: "story"}
TOLD = "We had left out a word."


def statement(**details) -> Statement:
    made = StatementFactory(edited_by=cast.editor(), **details)
    QuotationFactory(accepted=True, statement=made)
    return made


def open_page(record, who=cast.reviewer):
    return cast.browser_of(who()).get(reverse(f"claims:desk-{NAMES[type(record)]}", args=[record.pk]))


def post(verb: str, record, who=cast.reviewer, headers=None, **data):
    url = reverse(f"claims:desk-{NAMES[type(record)]}-{verb}", args=[record.pk])
    return cast.browser_of(who()).post(url, {"sent": "1"} | data, follow=True, headers=headers or {})


def edit(one: Statement, by=cast.editor, **changes) -> None:
    fresh = Statement.objects.get(pk=one.pk)
    statements.edit(statement=fresh, by=by(), revision=fresh.revision, **changes)


def awaiting(answer) -> str:
    """The section about what waits, as words."""
    found = re.search(r'(?s)<section class="awaiting".*?</section>', answer.content.decode())
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


# ------------------------------------------------------------------ what is shown


def test_changes_of_a_confirmed_statement_wait_with_their_differences():
    one = statement(confirmed=True, words="We have no list.", role="Minister")
    assert awaiting(open_page(one)) == ""
    edit(one, words="We have no list today.", role="")

    page = open_page(one)
    body = page.content.decode()

    assert "Changes waiting" in awaiting(page)
    assert "Against edition 2, which readers see" in awaiting(page)
    assert "We have no list <ins>today</ins>." in body
    assert "<del>Minister</del>" in body


def test_whoever_is_no_reviewer_sees_what_waits_and_no_form():
    one = statement(confirmed=True)
    edit(one, occasion="A hearing")

    for who in (cast.journalist, cast.editor):
        page = open_page(one, who)
        assert "Occasion A hearing" in awaiting(page)
        assert "A reviewer who did not change it confirms this statement." in awaiting(page)
        assert f"{one.pk}/confirm/" not in page.content.decode()


def test_evidence_that_joined_or_went_is_a_change():
    one = statement(confirmed=True)
    kept = QuotationFactory(accepted=True, statement=one, version__article__outlet__name="The Old Sample")
    joined = QuotationFactory(version__article__outlet__name="The New Sample")
    evidence.join(quotation=joined, by=cast.editor(), statement=Statement.objects.get(pk=one.pk))
    evidence.restore(quotation=kept, by=cast.editor())

    body = open_page(one).content.decode()

    assert re.search(r"(?s)<ins>The New Sample: [^<]*We have no list,[^<]*</ins>", body)
    assert re.search(r"(?s)<del>The Old Sample: [^<]*</del>", body)


def test_a_draft_that_is_confirmed_with_its_pair_is_told_whole():
    draft = statement(role="Minister", question="Is there a list?", words="We have no list")
    pair = ContradictionFactory(first=draft, second=statement(confirmed=True), proposed_by=cast.editor())

    told = awaiting(open_page(pair))

    assert f"With it, a draft is confirmed: statement {draft.pk}" in told
    for part in ("Minister", "Is there a list?", "We have no list", "The Daily Sample", "SHA-256"):
        assert part in told


def test_a_pair_and_a_story_show_their_differences():
    one, other = statement(confirmed=True), statement(confirmed=True)
    pair = ContradictionFactory(first=one, second=other, confirmed=True, proposed_by=cast.editor())
    story = StoryFactory(published=True, statements=[one, other], title="The list")
    pairs.edit(contradiction=pair, by=cast.editor(), revision=1, finding=Finding.PARTIAL)
    responses.ask(
        contradiction=pair, by=cast.editor(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by telephone"
    )
    stories.edit_story(story=story, by=cast.editor(), revision=1, title="The lists")
    stories.remove_from_story(story=story, statement=other, by=cast.editor())

    told_of_pair, told_of_story = awaiting(open_page(pair)), awaiting(open_page(story))

    assert "Finding contradiction partial" in told_of_pair
    assert "by telephone" in told_of_pair
    assert "Title The list lists" in told_of_story
    assert f"Statement {other.pk}" in told_of_story


def test_the_first_page_of_the_desk_and_the_lists_tell_what_waits():
    one, other = statement(confirmed=True, words="Words at the desk"), statement(confirmed=True)
    pair = ContradictionFactory(first=one, second=other, confirmed=True, proposed_by=cast.editor())
    story = StoryFactory(published=True, statements=[one], title="A story that waits")
    browser = cast.browser_of(cast.reviewer())
    assert "Nothing that readers see has been changed" in browser.get("/desk/").content.decode()
    edit(one, words="Other words at the desk")
    pairs.edit(contradiction=pair, by=cast.editor(), revision=1, explanation="Quite another finding.")
    stories.edit_story(story=story, by=cast.editor(), revision=1, summary="What became of it.")

    queue = browser.get("/desk/").content.decode().split("Changes waiting")[1].split("</section>")[0]

    for part in ("Other words at the desk", reverse("claims:desk-contradiction", args=[pair.pk]), "A story that waits"):
        assert part in queue
    for name in ("statements", "contradictions"):
        page = browser.get(f"/desk/{name}/", {"state": "changes waiting"})
        assert page.context["page"].paginator.count == 1
        assert "state--waits" in page.content.decode()
    assert "state--waits" in browser.get("/desk/stories/").content.decode()


# ------------------------------------------------------------------ confirming


def test_a_second_edition_is_told_to_readers_or_says_why_not(subtests):
    one = statement(confirmed=True)
    edit(one, words="We have no list today.")
    read = read_from(open_page(one))
    refused = {
        "neither": ({}, "Tell them what changed, or say why they need not be told."),
        "both": ({"correction": TOLD, "reason": "A slip."}, "Leave one of the two empty."),
    }
    for name, (typed, why) in refused.items():
        with subtests.test(name):
            answer = post("confirm", one, **read, **typed)
            assert answer.status_code == 422
            assert why in awaiting(answer)
            form = answer.context["confirm_form"]
            assert {field: form[field].value() for field in typed} == typed

    post("confirm", one, **read, correction=TOLD)
    one.refresh_from_db()
    assert (one.edition.number, one.edition.content["words"], one.waits) == (3, "We have no list today.", False)
    assert (one.corrections.get().text, one.corrections.get().statement_edition) == (TOLD, one.edition)


def test_a_silent_edition_needs_a_reason():
    one = statement(confirmed=True)
    edit(one, role="Minister of lists")

    page = post("confirm", one, **read_from(open_page(one)), reason="The role was misspelt.").content.decode()

    one.refresh_from_db()
    assert "Confirmed." in page
    assert (one.edition.reason, one.edition.told, one.corrections.count()) == ("The role was misspelt.", False, 0)


def test_the_first_edition_asks_nothing():
    page = open_page(statement()).content.decode()

    assert "What readers are told" not in page
    assert "need not be told" not in page


def test_a_form_that_says_nothing_of_what_was_read_confirms_nothing():
    one = statement()

    answer = post("confirm", one, revision=1)

    assert answer.status_code == 422
    assert "This page does not say what you read." in awaiting(answer)
    post("confirm", one, **read_from(answer))
    one.refresh_from_db()
    assert one.state == "confirmed"


def test_whoever_changed_any_of_it_is_told_why_not():
    one = statement(confirmed=True)
    evidence.join(quotation=QuotationFactory(), by=cast.reviewer(), statement=one)
    page = open_page(one)

    assert "You changed some of this, so another reviewer confirms it." in awaiting(page)
    answer = post("confirm", one, **read_from(page), reason="One report more.")
    assert answer.status_code == 422
    assert "somebody else has to confirm it" in answer.content.decode()
    assert post("confirm", one, cast.second_reviewer, **read_from(page), reason="One report more.").status_code == 200


# ------------------------------------------------------------------ fault 1: a page that was open too long


def join(one: Statement) -> None:
    fresh = Statement.objects.get(pk=one.pk)
    evidence.join(quotation=QuotationFactory(version__article__title="Zanzibar"), by=cast.editor(), statement=fresh)


def another_headline(one: Statement) -> None:
    Article.objects.filter(versions__quotations__statement=one).update(title="Zanzibar")


# What an editor does to a statement after the reviewer opened a page that shows it.
MEANWHILE = {
    "its words": lambda one: edit(one, words="We have no list in Zanzibar"),
    "its occasion": lambda one: edit(one, occasion="A hearing in Zanzibar"),
    "its evidence": join,
    "a headline": another_headline,
}


@pytest.mark.parametrize("meanwhile", MEANWHILE.values(), ids=MEANWHILE)
@pytest.mark.parametrize("confirmed", [False, True], ids=["a draft", "a confirmed one"])
def test_a_page_opened_before_a_statement_changed_confirms_nothing(meanwhile, confirmed):
    one = statement(words="We have no list", confirmed=confirmed)
    if confirmed:
        edit(one, words="We have no list yet")
    told = {"correction": TOLD} if confirmed else {}
    number = Statement.objects.get(pk=one.pk).editions.count()
    read = read_from(open_page(one))
    meanwhile(one)

    answer = post("confirm", one, **read, **told)

    assert answer.status_code == 422
    assert one.editions.count() == number
    since = awaiting(answer).split("Changed since you read it:")[1]
    assert "Zanzibar" in since
    form = answer.context["confirm_form"]
    assert {name: form[name].value() for name in told} == told
    post("confirm", one, **read_from(answer), **told)
    assert one.editions.count() == number + 1


@pytest.mark.parametrize("meanwhile", MEANWHILE.values(), ids=MEANWHILE)
def test_a_page_opened_before_a_draft_of_a_pair_changed_confirms_nothing(meanwhile):
    draft, other = statement(words="We have no list"), statement(words="We had a list")
    pair = ContradictionFactory(first=draft, second=other, proposed_by=cast.editor())
    read = read_from(open_page(pair))
    meanwhile(draft)

    answer = post("confirm", pair, **read)

    assert answer.status_code == 422
    states = [Contradiction.objects.get().state, *Statement.objects.values_list("state", flat=True)]
    assert states == ["proposed", "draft", "draft"]
    assert "Zanzibar" in awaiting(answer).split("Changed since you read it:")[1].split("With it")[0]
    assert post("confirm", pair, **read_from(answer)).status_code == 200
    assert Contradiction.objects.get().state == "confirmed"


def test_a_page_opened_before_a_confirmed_side_changed_confirms_nothing():
    one, other = statement(confirmed=True), statement(confirmed=True)
    pair = ContradictionFactory(first=one, second=other, proposed_by=cast.editor())
    read = read_from(open_page(pair))
    edit(one, words="We have no list in Zanzibar")

    answer = post("confirm", pair, **read, reason="A slip.")

    assert answer.status_code == 422
    assert f"With it, changes of statement {one.pk} are confirmed" in awaiting(answer)
    assert "What readers are told" in awaiting(answer)


def test_a_page_opened_before_a_story_changed_publishes_nothing():
    story = StoryFactory(statements=[statement(confirmed=True)], title="The list")
    read = read_from(open_page(story))
    more = statement(confirmed=True, words="From Zanzibar")
    stories.add_to_story(story=story, statement=more, by=cast.editor())

    answer = post("publish", story, **read)

    assert answer.status_code == 422
    assert "From Zanzibar" in awaiting(answer).split("Changed since you read it:")[1]
    story.refresh_from_db()
    assert (story.state, story.editions.count()) == ("unpublished", 0)
    post("publish", story, **read_from(answer))
    story.refresh_from_db()
    assert story.state == "published"


def test_what_was_read_counts_only_as_this_site_signed_it():
    one = statement()
    read = read_from(open_page(one)) | {"read": "forged"}
    edit(one, words="Another list.")

    answer = post("confirm", one, **read)

    assert answer.status_code == 422
    assert "Changed since you read it" not in awaiting(answer)


def test_what_was_taken_out_of_reach_meanwhile_is_refused_with_a_sentence():
    one, other = statement(confirmed=True), statement(confirmed=True)
    pair = ContradictionFactory(first=one, second=other, proposed_by=cast.editor())
    edit(other, words="Another list.")
    read, read_of_pair = read_from(open_page(other)), read_from(open_page(pair))
    statements.withdraw_statement(statement=other, by=cast.second_reviewer(), reason="Somebody else.")

    answer = post("confirm", other, **read, reason="A slip.")
    assert answer.status_code == 422
    assert "This statement is withdrawn" in words(answer)
    answer = post("confirm", pair, **read_of_pair, reason="A slip.")
    assert answer.status_code == 422
    assert "withdrawn" in words(answer)

    pairs.dismiss(contradiction=pair, by=cast.editor(), reason="Both are true.")
    answer = post("confirm", pair, **read_of_pair, reason="A slip.")
    assert answer.status_code == 422
    assert "This pair is dismissed; it cannot become confirmed." in words(answer)


def test_htmx_gets_the_record_with_the_refusal():
    one = statement()
    answer = post("confirm", one, headers={"HX-Request": "true"}, digest="0" * 64)

    assert answer.status_code == 422
    assert b"<html" not in answer.content
    assert "This changed after you opened it" in awaiting(answer)


# ------------------------------------------------------------------ pairs that stand on a statement


@pytest.fixture
def standing():
    """A confirmed statement with a change, and two confirmed pairs that stand on it."""
    one = statement(confirmed=True, words="We have no list")
    made = [
        ContradictionFactory(first=one, second=statement(confirmed=True), confirmed=True, proposed_by=cast.editor())
        for _ in range(2)
    ]
    edit(one, words="We have no list today")
    return one, *made


def boxes(answer) -> list[str]:
    return re.findall(r'name="along" value="([^"]+)"', answer.content.decode())


def test_pairs_are_taken_along_or_left_behind(standing):
    one, taken, left = standing
    page = open_page(one)
    assert "Pairs that stand on this statement" in awaiting(page)
    (box,) = (box for box in boxes(page) if box.startswith(f"{taken.pk}:"))

    post("confirm", one, **read_from(page), correction=TOLD, along=box)

    one.refresh_from_db()
    taken.refresh_from_db()
    left.refresh_from_db()
    assert one.edition in (taken.edition.first_edition, taken.edition.second_edition)
    assert one.edition not in (left.edition.first_edition, left.edition.second_edition)
    assert (taken.waits, left.waits) == (False, True)
    assert "state--waits" in open_page(one).content.decode()


def test_a_pair_with_changes_of_its_own_is_confirmed_on_its_own_page(standing):
    one, changed, other = standing
    pairs.edit(contradiction=changed, by=cast.editor(), revision=1, explanation="Quite another finding.")

    page = open_page(one)

    assert [box.split(":")[0] for box in boxes(page)] == [str(other.pk)]
    assert "has changes of its own: confirm it on its page" in awaiting(page)


def test_ticks_are_kept_after_a_refusal(standing):
    one, ticked, other = standing
    page = open_page(one)
    chosen = next(box for box in boxes(page) if box.startswith(f"{ticked.pk}:"))
    edit(one, words="We have no list tomorrow")

    answer = post("confirm", one, **read_from(page), correction=TOLD, along=chosen)

    assert answer.status_code == 422
    again = re.findall(r'name="along" value="(\d+):[^"]+" checked', answer.content.decode())
    assert again == [str(ticked.pk)]
    assert other.pk != ticked.pk


def test_a_pair_that_nobody_offered_is_not_taken_along(standing):
    one, *_ = standing
    answer = post("confirm", one, **read_from(open_page(one)), correction=TOLD, along="999999:abc")

    assert answer.status_code == 422
    assert "does not stand on this statement any more" in awaiting(answer)


# ------------------------------------------------------------------ putting back


def test_a_reviewer_puts_the_changes_back():
    one, other = statement(confirmed=True, words="We have no list"), statement(confirmed=True)
    pair = ContradictionFactory(
        first=one, second=other, confirmed=True, proposed_by=cast.editor(), explanation="As it was."
    )
    story = StoryFactory(published=True, statements=[one], title="The list")
    edit(one, words="Another list")
    pairs.edit(contradiction=pair, by=cast.editor(), revision=1, explanation="Quite another finding.")
    stories.edit_story(story=story, by=cast.editor(), revision=1, title="The lists")
    stories.add_to_story(story=story, statement=other, by=cast.editor())

    for record in (one, pair, story):
        assert "Put the changes back" in awaiting(open_page(record))
        page = post("put-back", record, digest=digest_of(record))
        assert "Put back: the desk has what readers see." in page.content.decode()
        assert awaiting(page) == ""
        record.refresh_from_db()
        assert not record.waits
    assert (one.words, pair.explanation, story.title) == ("We have no list", "As it was.", "The list")
    assert list(story.statements.all()) == [one]


def test_a_draft_has_nothing_to_go_back_to():
    one = statement()

    assert "Put the changes back" not in open_page(one).content.decode()
    answer = post("put-back", one, digest=digest_of(one))
    assert answer.status_code == 422
    assert "Only what was confirmed can be put back" in answer.content.decode()


@pytest.mark.parametrize("who", [cast.public, cast.journalist, cast.editor])
def test_who_may_not_put_back(who):
    one = statement(confirmed=True, words="We have no list")
    edit(one, words="Another list")

    url = reverse("claims:desk-statement-put-back", args=[one.pk])
    assert cast.browser_of(who()).post(url).status_code in {302, 403}
    one.refresh_from_db()
    assert one.words == "Another list"


# ------------------------------------------------------------------ fault 18: a denial stays one


def test_a_denial_is_read_accepted_and_listed_as_one(subtests):
    read = {"mode": "indirect", "stance": "denies", "exact": "We have no list,", "speaker_name": "Mina Ister"}
    quotation = QuotationFactory(**read)
    browser = cast.browser_of(cast.editor())
    opened = browser.get(reverse("claims:desk-quotation", args=[quotation.pk]))
    assert "Denied: We have no list," in words(opened)
    form = browser.get(reverse("claims:desk-accept", args=[quotation.pk])).context["accept_form"]
    assert form["stance"].value() == "denies"
    typed = {name: form[name].value() or "" for name in form.fields} | {"said": "", "words": "there was a list"}
    browser.post(reverse("claims:desk-accept", args=[quotation.pk]), typed)
    one = Statement.objects.get()
    assert (one.stance, one.mode) == ("denies", "indirect")

    pair = ContradictionFactory(first=one, second=statement(), proposed_by=cast.editor())
    story = StoryFactory(statements=[one])
    pages = {
        "the quotation": reverse("claims:desk-quotation", args=[quotation.pk]),
        "the statement": reverse("claims:desk-statement", args=[one.pk]),
        "the statements": "/desk/statements/",
        "the other side's page": reverse("claims:desk-statement", args=[pair.second_id]),
        "the pair": reverse("claims:desk-contradiction", args=[pair.pk]),
        "the pairs": "/desk/contradictions/",
        "the story": reverse("claims:desk-story", args=[story.pk]),
        "the speaker": reverse("claims:desk-speaker", args=[one.speaker_id]),
        "the desk": "/desk/",
    }
    for name, url in pages.items():
        with subtests.test(name):
            assert "Denied: there was a list" in words(browser.get(url))


def test_another_stance_is_a_change_that_waits():
    one = StatementFactory(confirmed=True, mode="indirect", stance="denies", edited_by=cast.editor())
    QuotationFactory(accepted=True, statement=one)
    edit(one, stance="asserts")

    assert "Stance denies asserts" in awaiting(open_page(one))
    edition_of(one)
    assert awaiting(open_page(one)) == ""
