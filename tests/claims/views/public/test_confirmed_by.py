"""Whether readers are told who confirmed and signed, by name or by role: every page and every PDF."""

import io

import pytest
from pypdf import PdfReader

from claims.verbs import pairs, statements, stories
from claims.verbs.method import write_method
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened
from tests.claims.views.reviewing import confirmed, confirmed_pair, published
from tests.world import built_once

pytestmark = pytest.mark.django_db
NAME = "Rae View"
NAMED = {
    *("statement", "statement's editions", "pair", "pair's editions", "pair's report"),
    *("story", "story's editions", "story's report", "speaker", "front page", "corrections"),
    *("how we work", "how we work, what changed"),
}
"""The pages on which a reviewer's name stands where names are told."""


def signed() -> dict[str, str]:
    """The addresses of a story that Rae View confirmed and corrected all over, by what they are."""
    told, by = harbour(), cast.reviewer
    denial, reversal, story = told.denial, told.reversal, told.story
    statements.edit(statement=denial, by=cast.editor(), revision=1, occasion="A hearing")
    confirmed(denial, by=by, correction="The occasion was missing.")
    pairs.edit(contradiction=reversal, by=cast.editor(), revision=1, explanation="There was one after all.")
    confirmed_pair(reversal, by=by, correction="The explanation was short.")
    stories.edit_story(story=story, by=cast.editor(), revision=1, summary="What became of it.")
    published(story, by=by, note="It has a summary now.")
    write_method(by=by(), text="Two people read everything.", revision=1)
    return {
        "front page": "/",
        "corrections": "/corrections/",
        "how we work": "/method/",
        "how we work, what changed": "/method/history/",
        "story": "/stories/harbour/",
        "story's editions": "/stories/harbour/editions/",
        "story's report": "/stories/harbour/report.pdf",
        "statement": f"/statements/{denial.pk}/",
        "statement's editions": f"/statements/{denial.pk}/editions/",
        "pair": f"/contradictions/{reversal.pk}/",
        "pair's editions": f"/contradictions/{reversal.pk}/editions/",
        "pair's report": f"/contradictions/{reversal.pk}/report.pdf",
        "speaker": "/speakers/mina-ister/",
        "quotation": f"/quotations/{told.renderings[0].pk}/",
    }


built, pages = built_once(signed)


def with_the_name(pages: dict[str, str], who: cast.Person) -> set[str]:
    found = {page: opened(address, who) for page, address in pages.items()}
    assert {page: answer.status_code for page, answer in found.items()} == dict.fromkeys(pages, 200)
    return {page for page, answer in found.items() if NAME in " ".join(words_of(answer).split())}


def words_of(answer) -> str:
    if answer["Content-Type"] != "application/pdf":
        return str(answer.content.decode().split("<main", 1)[1])
    pdf = PdfReader(io.BytesIO(answer.content))
    return " ".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata)


@pytest.mark.parametrize(
    ("told_by", "who", "named"),
    [("name", cast.public, NAMED), ("role", cast.public, set()), ("role", cast.journalist, NAMED)],
    ids=["by name", "by role", "by role, to the newsroom"],
)
def test_who_reads_the_name_of_whoever_confirmed(told_by, who, named, pages, settings):
    settings.CONFIRMED_BY = told_by

    assert with_the_name(pages, who()) == named


def test_the_role_stands_in_place_of_the_name(pages, settings):
    settings.CONFIRMED_BY = "role"
    page = opened(pages["statement"]).content.decode()

    assert "confirmed by a second editor," in page
    assert '<span class="notice__signed">a reviewer</span>' in page


def test_feeds_and_frames_tell_roles_too(pages, settings):
    settings.CONFIRMED_BY = "role"
    framed = ("/embed" + pages[name].replace("contradictions", "pairs") for name in ("story", "pair", "statement"))
    fed = ("/feeds/contradictions/", "/feeds/corrections/", "/stories/harbour/feed/", "/speakers/mina-ister/feed/")

    for address in (*framed, *fed):
        for who in (cast.public(), cast.journalist()):
            answer = opened(address, who)
            assert (address, answer.status_code) == (address, 200)
            assert NAME not in answer.content.decode(), address
