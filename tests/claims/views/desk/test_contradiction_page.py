"""A pair: proposed, confirmed by somebody else, dismissed, edited, withdrawn, corrected, answered."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Contradiction, Response
from claims.records import Said
from claims.verbs import pairs
from tests import cast
from tests.claims.views.desk.scene import read_from
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db
FINDING = {"finding": "partial", "explanation": "A list, and then none.", "clash_one": "", "clash_other": ""}


def statement(**details):
    made = StatementFactory(edited_by=cast.editor(), **details)
    QuotationFactory(accepted=True, statement=made)
    return made


def proposed(**details) -> Contradiction:
    return ContradictionFactory(first=statement(), second=statement(), proposed_by=cast.editor(), **details)


def post(verb: str, pair: Contradiction, who=cast.editor, follow=True, **data):
    url = reverse(f"claims:desk-contradiction-{verb}", args=[pair.pk])
    return cast.browser_of(who()).post(url, {"sent": "1"} | data, follow=follow)


def propose(one, other, who=cast.editor, **changes):
    url = reverse("claims:desk-propose", args=[one.pk, other.pk])
    return cast.browser_of(who()).post(url, FINDING | changes, follow=True)


def test_a_pair_is_proposed_in_either_order():
    one, other = statement(words="There is a list"), statement(words="There is no list")
    page = propose(other, one, clash_one="no list", clash_other="a list").content.decode()
    pair = Contradiction.objects.get()
    assert (pair.first, pair.first_clash, pair.second_clash) == (one, "a list", "no list")
    assert (pair.finding, pair.proposed_by) == ("partial", cast.editor())
    assert "A reviewer who is not you confirms it" in page


REFUSED = {
    "no explanation": ({"explanation": " "}, "Explain the finding"),
    "no finding": ({"finding": ""}, "This field is required"),
    "a finding that is none": ({"finding": "maybe"}, "not one of the available choices"),
    "words that do not stand there": ({"clash_one": "no elephants"}, "does not stand in what"),
}


@pytest.mark.parametrize(("changes", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(changes, why):
    typed = {"clash_other": "We have"} | changes
    answer = propose(statement(), statement(), **typed)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert answer.context["form"]["clash_other"].value() == "We have"
    assert Contradiction.objects.count() == 0


@pytest.mark.parametrize("confirmed", [False, True], ids=["proposed", "confirmed"])
def test_a_pair_is_proposed_once(confirmed):
    pair = proposed(confirmed=confirmed, explanation="The first one.")
    before = Contradiction.objects.values().get()
    answer = propose(pair.second, pair.first)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"This pair is {pair.state} already." in page
    assert "Proposed." not in page
    assert f'href="{reverse("claims:desk-contradiction", args=[pair.pk])}"' in page
    assert answer.context["form"]["explanation"].value() == FINDING["explanation"]
    assert Contradiction.objects.values().get() == before


def test_proposing_a_pair_that_is_there_opens_it():
    pair = proposed()
    browser = cast.browser_of(cast.editor())
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        answer = browser.get(reverse("claims:desk-propose", args=[one.pk, other.pk]))
        assert answer.headers["Location"] == reverse("claims:desk-contradiction", args=[pair.pk])


def test_a_dismissed_pair_shows_why_before_it_is_proposed_again():
    pair = proposed()
    pairs.dismiss(contradiction=pair, by=cast.second_editor(), reason="Both are true.")
    browser = cast.browser_of(cast.editor())
    opened = browser.get(reverse("claims:desk-propose", args=[pair.first_id, pair.second_id]))
    assert "Dismissed before." in opened.content.decode()
    assert "Both are true." in opened.content.decode()
    unread = propose(pair.first, pair.second)
    assert unread.status_code == 422
    assert "Both are true." in unread.content.decode()
    assert propose(pair.first, pair.second, despite=opened.context["form"]["despite"].value()).status_code == 200
    pair.refresh_from_db()
    assert (pair.state, pair.explanation, pair.proposed_by) == ("proposed", FINDING["explanation"], cast.editor())


def test_a_pair_that_was_dismissed_meanwhile_is_not_proposed_unread():
    pair = proposed()
    assert propose(pair.first, pair.second).status_code == 422
    pairs.dismiss(contradiction=pair, by=cast.second_editor(), reason="Both are true.")
    refused = propose(pair.first, pair.second, despite="")
    assert refused.status_code == 422
    again = refused.context["form"]
    assert propose(pair.first, pair.second, despite=again["despite"].value()).status_code == 200


def test_a_statement_is_not_held_against_itself():
    one = statement()
    assert "cannot contradict itself" in propose(one, one).content.decode()


def test_choosing_offers_the_story_first_then_the_speaker():
    speaker = SpeakerFactory()
    one = statement(speaker=speaker)
    far = StatementFactory(words="Far away")
    same_speaker = StatementFactory(speaker=speaker, words="Same speaker")
    same_story = StatementFactory(words="Same story")
    both = StatementFactory(speaker=speaker, words="Same story and speaker")
    StatementFactory(withdrawn=True)
    story = StoryFactory(statements=[one, same_story, both])
    browser, url = cast.browser_of(cast.editor()), reverse("claims:desk-against", args=[one.pk])
    assert list(browser.get(url).context["page"]) == [both, same_story, same_speaker, far]
    assert list(browser.get(url, {"q": "story", "story": story.pk}).context["page"]) == [both, same_story]
    assert list(browser.get(url, {"story": "x"}).context["page"]) == [both, same_story, same_speaker, far]


def read_by(who, pair: Contradiction) -> dict[str, str]:
    return read_from(cast.browser_of(who()).get(reverse("claims:desk-contradiction", args=[pair.pk])))


def test_somebody_else_confirms_and_the_drafts_with_it():
    pair = proposed()
    post("confirm", pair, who=cast.reviewer, **read_by(cast.reviewer, pair))
    pair.refresh_from_db()
    assert (pair.state, pair.first.state, pair.second.state) == ("confirmed", "confirmed", "confirmed")


def test_the_reviewer_who_proposed_is_told_why_not():
    pair = ContradictionFactory(first=statement(), second=statement(), proposed_by=cast.reviewer())
    url = reverse("claims:desk-contradiction", args=[pair.pk])
    page = cast.browser_of(cast.reviewer()).get(url)
    assert "You changed some of this, so another reviewer confirms it." in page.content.decode()
    assert reverse("claims:desk-contradiction-confirm", args=[pair.pk]) not in page.content.decode()
    answer = post("confirm", pair, who=cast.reviewer, **read_from(page))
    assert answer.status_code == 422
    assert "You changed this pair, so somebody else has to confirm it." in answer.content.decode()
    assert cast.browser_of(cast.second_reviewer()).get(url).content.decode().count(">Confirm<") == 1


def test_a_finding_that_changed_under_the_reviewer_is_not_confirmed():
    pair = proposed()
    read = read_by(cast.reviewer, pair)
    pairs.edit(contradiction=pair, by=cast.second_editor(), revision=1, explanation="Quite another finding.")
    answer = post("confirm", pair, who=cast.reviewer, **read)
    assert answer.status_code == 422
    assert "This changed after you opened it" in answer.content.decode()
    assert "Quite another finding." in answer.content.decode()
    pair.refresh_from_db()
    assert pair.state == "proposed"


def test_dismissing_needs_a_reason_that_is_remembered():
    pair = proposed()
    assert post("dismiss", pair).status_code == 422
    page = post("dismiss", pair, **{"dismiss-reason": "Both are true."}).content.decode()
    assert "Both are true." in page
    assert "Propose this pair after all" in page


def test_the_second_to_edit_a_finding_is_told_and_loses_nothing():
    pair = proposed()
    pairs.edit(contradiction=pair, by=cast.second_editor(), revision=1, explanation="Theirs.")
    mine = {"finding": "partial", "explanation": "Mine.", "first_clash": "", "second_clash": ""}
    answer = post("edit", pair, revision=1, **mine)
    assert answer.status_code == 422
    assert "Theirs." in answer.content.decode()
    assert answer.context["edit_form"]["explanation"].value() == "Mine."
    again = answer.context["edit_form"]["revision"].value()
    assert post("edit", pair, revision=again, **mine).status_code == 200
    pair.refresh_from_db()
    assert pair.explanation == "Mine."


def test_withdrawing_gives_the_public_reason():
    pair = proposed(confirmed=True)
    page = post("withdraw", pair, who=cast.reviewer, **{"withdraw-reason": "Another list was meant."}).content.decode()
    assert "Another list was meant." in page
    pair.refresh_from_db()
    assert pair.state == "withdrawn"


def test_a_correction_marks_the_pair_as_corrected():
    pair = proposed(confirmed=True)
    page = post("correct", pair, who=cast.reviewer, **{"correct-text": "The day was wrong."}).content.decode()
    pair.refresh_from_db()
    assert pair.state == "corrected"
    assert "The day was wrong." in page


def ask(pair, **changes):
    typed = {"speaker": "Mina Ister", "asked_at": "2018-04-27T09:00", "asked_how": "by e-mail", "deadline": ""}
    url = reverse("claims:desk-ask", args=[pair.pk])
    data = {f"ask-{name}": value for name, value in (typed | changes).items()}
    return cast.browser_of(cast.editor()).post(url, data, follow=True)


def test_asking_is_noted_on_the_newsrooms_clock():
    pair = proposed()
    page = ask(pair, deadline="2018-04-28T12:00").content.decode()
    response = Response.objects.get()
    assert response.asked_at.isoformat() == "2018-04-27T08:00:00+00:00"
    assert "27 April 2018, 09:00" in page


def test_a_deadline_before_the_asking_is_refused_and_kept():
    answer = ask(proposed(), deadline="2018-04-26T12:00")
    assert answer.status_code == 422
    assert answer.context["ask_form"]["asked_how"].value() == "by e-mail"
    assert Response.objects.count() == 0


ENDS = {
    "the last moment in New York": ("9999-12-31T23:59", "America/New_York"),
    "the first moment in Tokyo": ("0001-01-01T00:00", "Asia/Tokyo"),
}


@pytest.mark.parametrize(("moment", "zone"), ENDS.values(), ids=ENDS)
def test_a_moment_that_no_page_could_show_is_refused(moment, zone, subtests):
    pair = proposed()
    unanswered = ResponseFactory(contradiction=pair)
    with timezone.override(zone):
        for name in ("asked_at", "deadline"):
            with subtests.test(name):
                answer = ask(pair, **{name: moment})
                assert answer.status_code == 422
                assert "lies outside of 1000 to 2999" in answer.text
        with subtests.test("answered_at"):
            typed = {"answer-answer": "No.", "answer-answered_at": moment}
            answer = cast.browser_of(cast.editor()).post(reverse("claims:desk-answer", args=[unanswered.pk]), typed)
            assert answer.status_code == 422
            assert "lies outside of 1000 to 2999" in answer.text
    assert Response.objects.get().answer == ""


def test_an_answer_is_recorded_word_for_word():
    response = ResponseFactory(contradiction=proposed())
    url = reverse("claims:desk-answer", args=[response.pk])
    browser = cast.browser_of(cast.editor())
    assert browser.post(url, {"answer-answer": "", "answer-answered_at": ""}).status_code == 422
    words = "I never kept  a list.\nNor will I."
    typed = {"answer-answer": words, "answer-answered_at": "2018-04-28T10:00", "answer-revision": 1}
    page = browser.post(url, typed, follow=True)
    response.refresh_from_db()
    assert response.answer.replace("\r\n", "\n") == words
    assert "answered 28 April 2018, 10:00" in page.content.decode()


def test_the_second_to_record_an_answer_is_told_and_loses_nothing():
    response = ResponseFactory(contradiction=proposed())
    url, browser = reverse("claims:desk-answer", args=[response.pk]), cast.browser_of(cast.editor())
    typed = {"answer-answered_at": "2018-04-28T10:00", "answer-revision": 1}
    browser.post(url, typed | {"answer-answer": "I have no list."})
    answer = browser.post(url, typed | {"answer-answer": "No comment."})
    assert answer.status_code == 422
    assert answer.context["answer_form"]["answer"].value() == "No comment."
    assert "I have no list." in answer.content.decode()
    response.refresh_from_db()
    assert response.answer == "I have no list."


MAY_NOT = {
    "an editor confirms": (cast.editor, "confirm", {"revision": 1}),
    "a journalist dismisses": (cast.journalist, "dismiss", {"dismiss-reason": "No"}),
    "an editor withdraws": (cast.editor, "withdraw", {"withdraw-reason": "No"}),
    "an editor corrects": (cast.editor, "correct", {"correct-text": "No"}),
    "a journalist edits": (cast.journalist, "edit", {"revision": 1}),
    "the public confirms": (cast.public, "confirm", {"revision": 1}),
}


@pytest.mark.parametrize(("who", "verb", "data"), MAY_NOT.values(), ids=MAY_NOT)
def test_who_may_not(who, verb, data):
    pair = proposed()
    assert post(verb, pair, who=who, follow=False, **data).status_code in {302, 403}
    pair.refresh_from_db()
    assert (pair.state, pair.revision) == ("proposed", 1)


def test_the_queue_says_what_awaits_whom():
    proposed()
    editor = cast.browser_of(cast.editor()).get("/desk/").content.decode()
    reviewer = cast.browser_of(cast.reviewer()).get("/desk/").content.decode()
    assert "yours: somebody else confirms" in editor
    assert "proposed by Ed Park" in reviewer


def test_a_pair_shows_the_earlier_statement_first_whichever_was_stored_first():
    later = statement(words="There is no list", said=Said.on(dt.date(2018, 4, 27)))
    earlier = statement(words="There is a list", said=Said.in_month(2015, 12))
    pair = ContradictionFactory(first=later, second=earlier, proposed_by=cast.editor(), second_clash="a list")
    browser = cast.browser_of(cast.reviewer())
    for url in (f"/desk/contradictions/{pair.pk}/", "/desk/contradictions/"):
        page = browser.get(url).content.decode().split("<h1")[1]
        assert page.index("There is a list") < page.index("There is no list")
    sides = browser.get(f"/desk/contradictions/{pair.pk}/").context["sides"]
    assert (sides.earlier_clash, sides.later_clash) == ("a list", "")
