"""Whatever changes at the desk reaches no reader before a second person has confirmed it: pages, fragments, pictures
and counts stay as they are, to the letter."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import batched
from types import SimpleNamespace

import pytest

from articles.models import Article, Outlet
from claims.models import Speaker, Statement
from claims.records import Finding, Said
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.claims.views.reviewing import confirmed, confirmed_pair, published
from tests.confirming import digest_of
from tests.factories import QuotationFactory, ResponseFactory, SpeakerFactory, edition_of
from tests.factories.claims import NOON
from tests.world import undone

SECRET = "Zanzibar"


def addresses(told: SimpleNamespace) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page that readers have of the harbour list, and the fragments of the story."""
    yield from ((one, {}) for one in ("/", "/speakers/mina-ister/", "/speakers/una-ion/"))
    for story in ("/stories/harbour/", "/stories/harbour/?speaker=mina-ister"):
        yield from ((story, headers) for headers in ({}, {"HX-Request": "true"}))
    yield "/stories/harbour/editions/", {}
    for statement in (told.denial, told.admission, told.charge, told.undated):
        yield from ((f"/statements/{statement.pk}/{page}", {}) for page in ("", "editions/"))
    yield from ((f"/contradictions/{told.reversal.pk}/{page}", {}) for page in ("", "editions/"))
    yield from ((f"/quotations/{one.pk}/", {}) for one in told.renderings)


def seen(told: SimpleNamespace, by: cast.Person | None = None) -> dict[str, tuple[int, str]]:
    """What somebody sees of it, by address; but for the token in the button for signing out. Readers all of it, the
    newsroom the story and what stands in the pair."""
    pages = addresses(told) if by is None else newsrooms(told)
    return {f"{address} {headers}": body_of(address, headers, by) for address, headers in pages}


def newsrooms(told: SimpleNamespace) -> Iterator[tuple[str, dict[str, str]]]:
    yield from (
        (one, {})
        for one in ("/", "/stories/harbour/", f"/statements/{told.denial.pk}/", f"/contradictions/{told.reversal.pk}/")
    )


def body_of(address: str, headers: dict[str, str], by: cast.Person | None = None) -> tuple[int, str]:
    answer = opened(address, by, **headers)
    return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


def edit(which: str, **changes) -> Callable:
    def change(told: SimpleNamespace) -> None:
        statement = Statement.objects.get(pk=getattr(told, which).pk)
        statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, **changes)

    return change


def edit_pair(**changes) -> Callable:
    def change(told: SimpleNamespace) -> None:
        pairs.edit(contradiction=told.reversal, by=cast.editor(), revision=told.reversal.revision, **changes)

    return change


def edit_story(**changes) -> Callable:
    def change(told: SimpleNamespace) -> None:
        stories.edit_story(story=told.story, by=cast.editor(), revision=told.story.revision, **changes)

    return change


def another_speaker(told: SimpleNamespace) -> None:
    edit("denial", speaker=SpeakerFactory(name=f"Minister of {SECRET}"))(told)


def join(told: SimpleNamespace) -> None:
    evidence.join(quotation=QuotationFactory(), by=cast.editor(), statement=told.denial)


def let_go(told: SimpleNamespace) -> None:
    evidence.restore(quotation=told.renderings[1], by=cast.editor())


def earlier_in_its_day(told: SimpleNamespace) -> None:
    edit("admission", said=Said.on(dt.date(2018, 4, 25)))(told)
    statements.move_within_day(statement=Statement.objects.get(pk=told.admission.pk), by=cast.editor(), earlier=True)


def another_headline(told: SimpleNamespace) -> None:
    Article.objects.filter(versions=told.renderings[0].version).update(title=f"News from {SECRET}")
    Outlet.objects.filter(name="The Daily Sample").update(name=f"The {SECRET} Post")


def ask(told: SimpleNamespace) -> None:
    responses.ask(
        contradiction=told.reversal, by=cast.editor(), speaker=told.minister, asked_at=NOON, asked_how=f"in {SECRET}"
    )


def answer(told: SimpleNamespace) -> None:
    asked = told.reversal.responses.get()
    responses.answer(response=asked, by=cast.editor(), revision=1, answer=f"Ask {SECRET}.", answered_at=NOON)


def add(told: SimpleNamespace) -> None:
    stories.add_to_story(story=told.story, statement=told.hidden, by=cast.editor())


def remove(told: SimpleNamespace) -> None:
    stories.remove_from_story(story=told.story, statement=told.admission, by=cast.editor())


def denial(told: SimpleNamespace) -> None:
    confirmed(told.denial)


def pair(told: SimpleNamespace) -> None:
    confirmed_pair(told.reversal)


def story(told: SimpleNamespace) -> None:
    published(told.story)


# What an editor does, and which confirming brings it to readers.
CHANGES = {
    "the words": (edit("denial", words=f"We have no list in {SECRET}."), denial),
    "one letter": (edit("denial", words="We have no lists."), denial),
    "the role": (edit("denial", role=f"Secretary for {SECRET}"), denial),
    "the occasion": (edit("denial", occasion=f"A hearing in {SECRET}"), denial),
    "the question": (edit("denial", question=f"Is there {SECRET}?"), denial),
    "the date": (edit("denial", said=Said.in_month(2014, 3)), denial),
    "an unknown date": (edit("denial", said=None), denial),
    "what the date was read from": (edit("denial", said_basis=f"on {SECRET} day"), denial),
    "whether the date was checked": (edit("denial", said_confirmed=True), denial),
    "the stance": (edit("charge", stance="denies"), lambda told: edition_of(told.charge)),
    "how it is quoted": (edit("denial", mode="indirect"), denial),
    "another speaker": (another_speaker, denial),
    "the order within a day": (earlier_in_its_day, lambda told: edition_of(told.admission)),
    "evidence that is joined": (join, denial),
    "evidence that is let go": (let_go, denial),
    "a headline and an outlet": (another_headline, denial),
    "the finding": (edit_pair(finding=Finding.CONSISTENT), pair),
    "the explanation": (edit_pair(explanation=f"As in {SECRET}."), pair),
    "the words that clash": (edit_pair(first_clash="We have"), pair),
    "somebody who was asked": (ask, pair),
    "an answer": (answer, pair),
    "a story's title": (edit_story(title=f"The list of {SECRET}"), story),
    "a story's summary": (edit_story(summary=f"A day in {SECRET}."), story),
    "a story's address": (edit_story(slug="zanzibar"), story),
    "a statement that joins a story": (add, story),
    "a statement that leaves a story": (remove, story),
}


@pytest.mark.parametrize("part", list(batched(CHANGES, 7)), ids=lambda part: f"{part[0]} to {part[-1]}")
def test_no_change_is_seen_before_it_is_confirmed(closures, part, subtests):
    """Nor by the newsroom on reading pages: what waits beside an edition is at the desk alone."""
    ResponseFactory(contradiction=closures.reversal)
    before, newsroom = seen(closures), seen(closures, cast.journalist())
    for name in part:
        change, confirm = CHANGES[name]
        with subtests.test(name), undone():
            fresh(closures)
            change(closures)
            assert seen(closures) == before
            assert seen(closures, cast.journalist()) == newsroom
            confirm(closures)
            now = ((f"{address} {headers}", body_of(address, headers)) for address, headers in addresses(closures))
            assert any(before[page] != body for page, body in now)


def fresh(told: SimpleNamespace) -> None:
    """The rows as they are stored: what the change before left in them was taken back."""
    for record in vars(told).values():
        for row in record if isinstance(record, list) else [record]:
            row.refresh_from_db()


def test_counts_on_the_front_page_follow_editions_alone(closures):
    remove(closures)
    edit("denial", speaker=SpeakerFactory())(closures)
    edit_pair(finding=Finding.CONSISTENT)(closures)

    assert "4 statements 2 speakers 1 contradiction" in words(opened("/"))

    published(closures.story)
    assert "3 statements 2 speakers" in words(opened("/"))
    assert "contradiction" not in words(opened("/")).split("3 statements")[1].split("Who Said What")[0]


def test_a_new_address_leads_on_once_it_is_published(closures):
    edit_story(slug="zanzibar", title="The list")(closures)
    assert opened("/stories/harbour/").status_code == 200
    assert opened("/stories/zanzibar/").status_code == 404
    assert opened("/stories/zanzibar/", cast.journalist()).headers["Location"] == "/stories/harbour/"

    published(closures.story)

    assert opened("/stories/zanzibar/").status_code == 200
    for page in ("", "editions/"):
        answer = opened(f"/stories/harbour/{page}")
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/stories/zanzibar/{page}")
    stories.unpublish(story=closures.story, by=cast.reviewer(), reason="A complaint.")
    assert opened("/stories/harbour/").status_code == 404


def test_a_published_change_of_a_story_is_told_to_its_readers(closures):
    edit_story(title="The harbour lists")(closures)

    published(closures.story, note="There was more than one list.")

    assert "There was more than one list." in words(opened("/stories/harbour/"))


def renamed(told: SimpleNamespace) -> None:
    proposal = speakers.propose_change(
        speaker=told.minister, by=cast.editor(), reason="She married.", name="Mina Wed", kind="person"
    )
    assert "Mina Wed" not in "".join(body for _, body in seen(told).values())
    speakers.apply_proposal(proposal=proposal, digest=digest_of(proposal), by=cast.reviewer())


def test_a_new_name_stands_in_headings_filters_and_lanes_and_the_old_one_beside_the_words(closures):
    renamed(closures)

    body = opened("/stories/harbour/").content.decode()
    page = words(opened("/speakers/mina-ister/"))

    assert "Mina Wed 2 statements" in page
    assert page.count("Mina Wed") == 2  # where one is, and the heading
    assert re.findall(r'<span dir="auto">(Mina [^<]*)</span></label>', body) == ["Mina Wed"]
    assert re.findall(r'<text class="name"[^>]*>(Mina [^<]*)<', body) == ["Mina Wed"]
    assert "Mina Ister on 25 April 2018: “We have no list.”" in body
    assert "Mina Wed" not in words(opened(f"/statements/{closures.denial.pk}/"))
    assert "Mina Wed" not in words(opened(f"/contradictions/{closures.reversal.pk}/"))


def test_somebody_renamed_is_one_speaker_under_both_names(closures):
    renamed(closures)
    Statement.objects.filter(pk=closures.admission.pk).update(occasion="A hearing")
    edition_of(closures.admission)

    body = opened("/stories/harbour/").content.decode()

    assert "4 statements by 2 speakers" in words(opened("/stories/harbour/"))
    assert body.count('value="mina-ister"') == 1
    assert "4 statements 2 speakers 1 contradiction" in words(opened("/"))
    assert Speaker.objects.get(slug="mina-ister").name == "Mina Wed"
