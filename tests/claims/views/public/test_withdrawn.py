"""What was withdrawn: who, when and the reason stay; the words are nowhere for readers, whatever edition had them. The
newsroom keeps everything."""

import datetime as dt

import pytest
from django.utils import formats, timezone

from claims.models import Statement
from claims.verbs import pairs, statements, stories
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.claims.views.reviewing import confirmed, published
from tests.factories import ResponseFactory, pair_edition_of
from tests.factories.claims import NOON

REASON = "It was somebody else."


@pytest.fixture
def withdrawn(closures):
    """The harbour list; its denial was confirmed twice and then withdrawn. Question, clash and reply were told too."""
    denial = closures.denial
    Statement.objects.filter(pk=denial.pk).update(question="Is there a pier list?", occasion="Answers to the press")
    pairs.edit(
        contradiction=closures.reversal,
        by=cast.editor(),
        revision=1,
        explanation="Twice she spoke of the pier.",
    )
    confirmed(denial)
    closures.reversal.refresh_from_db()
    pair_edition_of(closures.reversal)
    ResponseFactory(
        contradiction=closures.reversal, answer="I meant the pier.", answered_at=NOON + dt.timedelta(hours=1)
    )
    stories.remove_from_story(story=closures.story, statement=closures.undated, by=cast.editor())
    published(closures.story)
    denial.refresh_from_db()
    statements.withdraw_statement(statement=denial, by=cast.reviewer(), reason=REASON)
    return closures


def addresses(told) -> dict[str, str]:
    return {
        "front page": "/",
        "story": "/stories/harbour/",
        "story, chosen": "/stories/harbour/?speaker=mina-ister",
        "story's editions": "/stories/harbour/editions/",
        "speaker": "/speakers/mina-ister/",
        "statement": f"/statements/{told.denial.pk}/",
        "statement's editions": f"/statements/{told.denial.pk}/editions/",
        "the other statement": f"/statements/{told.admission.pk}/",
        "the other's editions": f"/statements/{told.admission.pk}/editions/",
        "pair": f"/contradictions/{told.reversal.pk}/",
        "pair's editions": f"/contradictions/{told.reversal.pk}/editions/",
    }


GONE = ("no list", "pier", "There cannot be a list", "Nobody followed", "Asked again, she stood up")
"""The words and the clash, the question and the reply, the explanation then, and what stood around the words."""


def test_no_page_or_fragment_has_its_words(withdrawn, subtests):
    for name, address in addresses(withdrawn).items():
        for headers in ({}, {"HX-Request": "true"}):
            with subtests.test(f"{name} {headers}"):
                answer = opened(address, **headers)
                assert answer.status_code == 200
                assert [one for one in GONE if one in answer.content.decode()] == []


def test_its_quotations_lead_to_its_page(withdrawn):
    for one in withdrawn.renderings:
        answer = opened(f"/quotations/{one.pk}/")
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/statements/{withdrawn.denial.pk}/")
        assert one.exact in opened(f"/quotations/{one.pk}/", cast.journalist()).content.decode()


def _today() -> str:
    return formats.date_format(timezone.localdate(), "j F Y")


def test_its_page_keeps_who_when_and_why(withdrawn):
    page = words(opened(f"/statements/{withdrawn.denial.pk}/"))

    assert "Withdrawn: the words are no longer shown." in page
    assert f"Withdrawn on {_today()}. {REASON}" in page
    assert "Mina Ister Harbour Secretary" in page
    assert "Wednesday 25 April 2018" in page
    assert "Answers to the press" in page


def test_the_newsroom_keeps_its_words(withdrawn):
    for name in ("story", "speaker", "statement", "statement's editions", "pair", "pair's editions"):
        body = opened(addresses(withdrawn)[name], cast.journalist()).content.decode()
        assert "no list" in body or "pier" in body, name


def test_the_picture_names_it_without_words(withdrawn):
    body = opened("/stories/harbour/").content.decode()

    assert "Mina Ister on 25 April 2018 (withdrawn)<" in body or 'Mina Ister on 25 April 2018 (withdrawn)"' in body


def test_its_pair_shows_speakers_days_and_the_reason_and_no_finding(withdrawn):
    page = words(opened(f"/contradictions/{withdrawn.reversal.pk}/"))

    assert "This finding no longer holds." in page
    assert REASON in page
    assert "What was found is no longer shown." in page
    assert "There was a list." not in page  # the other statement stands, on its own page
    assert "What clashes" not in words(opened("/stories/harbour/"))
    assert "1 contradiction" not in words(opened("/"))


def test_a_finding_that_was_withdrawn_takes_no_words_from_its_statements(closures):
    pairs.withdraw(contradiction=closures.reversal, by=cast.reviewer(), reason="They meant different lists.")

    page = words(opened(f"/contradictions/{closures.reversal.pk}/"))

    assert f"This finding was withdrawn on {_today()}. They meant different lists." in page
    assert "There cannot be a list and no list." not in page
    assert "We have no list." in page
    newsroom = words(opened(f"/contradictions/{closures.reversal.pk}/", cast.journalist()))
    assert "There cannot be a list and no list." in newsroom
