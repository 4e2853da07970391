"""Stories are started, filled, published and taken back; speakers are edited and merged."""

import re

import pytest
from django.urls import reverse

from claims.forms import fields
from claims.models import Contradiction, Speaker, SpeakerProposal, Story
from claims.verbs import speakers, stories
from tests import cast
from tests.claims.views.desk.scene import read_from
from tests.confirming import digest_of
from tests.factories import ContradictionFactory, SpeakerFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


def post(verb: str, /, *args: int, who=cast.editor, follow=True, **data):
    url = reverse(f"claims:desk-{verb}", args=args)
    return cast.browser_of(who()).post(url, {"sent": "1"} | data, follow=follow)


def read_by(who, story: Story) -> dict[str, str]:
    return read_from(cast.browser_of(who()).get(reverse("claims:desk-story", args=[story.pk])))


def test_a_story_is_started_with_an_address_of_its_own():
    StoryFactory(slug="the-list")
    answer = post("story-new", title="The list", summary="What became of it.")
    story = Story.objects.latest("pk")
    assert (story.slug, story.state) == ("the-list-2", "unpublished")
    assert answer.redirect_chain[-1][0] == reverse("claims:desk-story", args=[story.pk])


def test_a_story_without_a_title_is_refused_and_keeps_its_summary():
    answer = post("story-new", title="", summary="What became of it.")
    assert answer.status_code == 422
    assert answer.context["form"]["summary"].value() == "What became of it."


def test_statements_are_found_added_and_removed():
    story, wanted = StoryFactory(), StatementFactory(words="There is a list")
    StatementFactory(words="Noise")
    browser = cast.browser_of(cast.editor())
    found = browser.get(reverse("claims:desk-story", args=[story.pk]), {"q": "list"}).context["outside"]
    assert list(found) == [wanted]
    post("story-add", story.pk, wanted.pk)
    assert list(story.statements.all()) == [wanted]
    post("story-remove", story.pk, wanted.pk)
    assert list(story.statements.all()) == []


def test_a_reviewer_publishes_and_takes_back():
    story = StoryFactory(statements=[StatementFactory(confirmed=True)])
    post("story-publish", story.pk, who=cast.reviewer, **read_by(cast.reviewer, story))
    story.refresh_from_db()
    assert story.state == "published"
    assert post("story-unpublish", story.pk, who=cast.reviewer).status_code == 422
    post("story-unpublish", story.pk, who=cast.reviewer, **{"unpublish-reason": "A legal complaint."})
    story.refresh_from_db()
    assert story.state == "unpublished"


def test_a_story_with_nothing_to_read_is_not_published():
    story = StoryFactory(statements=[StatementFactory()])
    answer = post("story-publish", story.pk, who=cast.reviewer, **read_by(cast.reviewer, story))
    assert answer.status_code == 422
    assert "readers would see nothing" in answer.content.decode()


def test_an_editor_does_not_change_what_readers_see():
    story, statement = StoryFactory(published=True), StatementFactory()
    page = post("story-add", story.pk, statement.pk).content.decode()
    story.refresh_from_db()
    assert (story.waits, list(story.edition.members.all())) == (True, [])
    assert "Changes waiting" in page
    assert f"Statement {statement.pk}" in page
    assert "A reviewer who did not change it publishes this story." in page


def test_a_story_is_published_again_with_a_word_to_readers():
    story = StoryFactory(published=True, statements=[StatementFactory(confirmed=True)])
    stories.unpublish(story=story, by=cast.reviewer(), reason="A legal complaint.")
    page = cast.browser_of(cast.reviewer()).get(reverse("claims:desk-story", args=[story.pk]))
    assert "the last that readers saw" in page.content.decode()
    read = read_from(page)
    silent = post("story-publish", story.pk, who=cast.reviewer, **read)
    assert silent.status_code == 422
    assert "Tell them what changed, or say why" in silent.content.decode()
    post("story-publish", story.pk, who=cast.reviewer, **read, correction="The complaint was dropped.")
    story.refresh_from_db()
    assert (story.state, story.edition.number, story.edition.note) == ("published", 2, "The complaint was dropped.")


def test_the_second_to_save_a_story_is_told_and_loses_nothing():
    story = StoryFactory(title="The list", slug="list")
    stories.edit_story(story=story, by=cast.second_editor(), revision=1, title="The lists")
    answer = post("story-edit", story.pk, title="My list", slug="list", summary="", revision=1)
    assert answer.status_code == 422
    assert "The lists" in answer.content.decode()
    assert answer.context["edit_form"]["title"].value() == "My list"


SLUGS = {"taken": "taken", "with a blank": "two words", "a path": "../admin", "markup": "<b>"}


@pytest.mark.parametrize("slug", SLUGS.values(), ids=SLUGS)
def test_an_address_that_cannot_be_is_refused(slug):
    StoryFactory(slug="taken")
    story = StoryFactory(slug="mine")
    assert post("story-edit", story.pk, title="The list", slug=slug, summary="", revision=1).status_code == 422
    story.refresh_from_db()
    assert story.slug == "mine"


MAY_NOT = {
    "an editor publishes": (cast.editor, "story-publish"),
    "an editor unpublishes": (cast.editor, "story-unpublish"),
    "a journalist publishes": (cast.journalist, "story-publish"),
    "a journalist edits": (cast.journalist, "story-edit"),
    "the public publishes": (cast.public, "story-publish"),
}


@pytest.mark.parametrize(("who", "name"), MAY_NOT.values(), ids=MAY_NOT)
def test_who_may_not(who, name):
    story = StoryFactory(statements=[StatementFactory(confirmed=True)])
    data = {"unpublish-reason": "No", "title": "No", "slug": "no", "revision": 1}
    assert post(name, story.pk, who=who, follow=False, **data).status_code in {302, 403}
    story.refresh_from_db()
    assert (story.state, story.revision) == ("unpublished", 1)


def edit(speaker: Speaker, **changes):
    typed = {"name": speaker.name, "kind": "person", "aliases": "", "wikidata_id": "", "revision": 1}
    return post("speaker-edit", speaker.pk, **typed | changes)


def test_a_speaker_gets_names_kind_and_wikidata_id():
    speaker = SpeakerFactory()
    lines = "Ms Ister\r\n\r\n Minister  Ister \r\nMs Ister"
    edit(speaker, name="Mina Ister", kind="organisation", aliases=lines, wikidata_id="Q42")
    speaker.refresh_from_db()
    assert (speaker.name, speaker.kind, speaker.wikidata_id) == ("Mina Ister", "organisation", "Q42")
    assert speaker.aliases == ["Ms Ister", "Minister Ister"]


FAULTS = {
    "no name": ({"name": " "}, "needs a name"),
    "not a Wikidata id": ({"wikidata_id": "42"}, "a Q and a number"),
    "somebody else's Wikidata id": ({"wikidata_id": "Q1"}, "Not saved"),
    "a name without end": ({"aliases": "A" * 201}, "longer than 200"),
}


@pytest.mark.parametrize(("changes", "why"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_a_speaker_is_said(changes, why):
    SpeakerFactory(wikidata_id="Q1")
    speaker = SpeakerFactory()
    answer = edit(speaker, **{"aliases": "Ms Ister"} | changes)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    speaker.refresh_from_db()
    assert speaker.revision == 1


def test_the_second_to_save_a_speaker_is_told():
    speaker = SpeakerFactory(name="Mina Ister")
    speakers.edit_speaker(speaker=speaker, by=cast.second_editor(), revision=1, name="Mina I. Ister")
    answer = edit(speaker, name="M. Ister")
    assert answer.status_code == 422
    assert "Mina I. Ister" in answer.content.decode()


def test_two_speakers_are_merged():
    statement = StatementFactory(speaker__name="M. Ister")
    into = SpeakerFactory(name="Mina Ister")
    answer = post("speaker-merge", statement.speaker_id, who=cast.reviewer, **{"merge-into": "mina ister"})
    assert answer.redirect_chain[-1][0] == reverse("claims:desk-speaker", args=[into.pk])
    statement.refresh_from_db()
    assert statement.speaker == into
    old = Speaker.objects.get(name="M. Ister")
    page = cast.browser_of(cast.editor()).get(reverse("claims:desk-speaker", args=[old.pk])).content.decode()
    assert "Everything is now with" in page


MERGES = {
    "nobody of that name": ("Nobody", "No speaker is called"),
    "several": ("Mina Ister", "Several speakers are called Mina Ister"),
    "itself": ("Me", "itself"),
}


@pytest.mark.parametrize(("name", "why"), MERGES.values(), ids=MERGES)
def test_a_merge_that_is_not_clear_is_refused(name, why):
    SpeakerFactory.create_batch(2, name="Mina Ister")
    me = SpeakerFactory(name="Me")
    answer = post("speaker-merge", me.pk, who=cast.reviewer, **{"merge-into": name})
    assert answer.status_code == 422
    assert why in answer.content.decode()


def offered(**typed) -> list[str]:
    answer = cast.browser_of(cast.journalist()).get(reverse("claims:desk-speaker-names"), typed)
    assert answer.status_code == 200
    return re.findall(r'<option value="([^"]*)">', answer.text)


def test_a_name_beyond_the_first_of_the_list_is_offered_once_its_letters_are_typed(monkeypatch):
    monkeypatch.setattr(fields, "MOST_OFFERED", 5)
    SpeakerFactory.create_batch(6, name="Ann Other")
    SpeakerFactory(name="Zoe Ist")
    assert not any("Zoe" in name for name in offered())
    for field in ("speaker", "ask-speaker", "merge-into"):
        assert offered(**{field: "oe is"}) == ["Zoe Ist"]


def test_names_that_several_share_are_offered_with_their_address():
    SpeakerFactory(name="Mina Ister", slug="mina-ister")
    SpeakerFactory(name="mina ister", slug="mina-ister-2")
    SpeakerFactory(name="Mina Isterberg")
    merged = SpeakerFactory(name="Mina Ister II", merged_into=SpeakerFactory(name="Noise"))
    assert sorted(offered(speaker="mina ister")) == [
        "Mina Ister (mina-ister)",
        "Mina Isterberg",
        "mina ister (mina-ister-2)",
    ]
    assert merged.name not in offered()


ODD = {"a NUL": "\x00", "a wildcard": "%", "markup": "<b>", "no end": "a" * 5000}


@pytest.mark.parametrize("typed", ODD.values(), ids=ODD)
def test_anything_may_be_typed_where_names_are_offered(typed):
    SpeakerFactory(name="Mina Ister")
    assert offered(speaker=typed) in ([], ["Mina Ister"])


def test_a_refused_merge_names_each_as_it_can_be_typed():
    SpeakerFactory(name="Mina Ister", slug="mina-ister")
    meant = SpeakerFactory(name="Mina Ister", slug="mina-ister-2")
    me = SpeakerFactory(name="Me")
    refused = post("speaker-merge", me.pk, who=cast.reviewer, **{"merge-into": "Mina Ister"})
    assert "Mina Ister (mina-ister), Mina Ister (mina-ister-2)" in refused.text
    post("speaker-merge", me.pk, who=cast.reviewer, **{"merge-into": "Mina Ister (mina-ister-2)"})
    me.refresh_from_db()
    assert me.merged_into == meant


def test_an_editor_does_not_merge():
    speaker, into = SpeakerFactory(), SpeakerFactory()
    answer = post("speaker-merge", speaker.pk, follow=False, **{"merge-into": into.name})
    assert answer.status_code == 422
    assert "Only somebody with the role reviewer can do this." in answer.content.decode()
    speaker.refresh_from_db()
    assert speaker.merged_into is None


def on_record(**details) -> Speaker:
    return StatementFactory(confirmed=True, **details).speaker


def waiting(speaker: Speaker) -> SpeakerProposal | None:
    return SpeakerProposal.objects.waiting().filter(speaker=speaker).first()


def apply(speaker: Speaker):
    """The reviewer applies what is proposed, as it stands on the page."""
    proposal = waiting(speaker)
    return post("proposal-apply", proposal.pk, who=cast.reviewer, digest=digest_of(proposal))


def desk_page(speaker: Speaker, who=cast.reviewer) -> str:
    return cast.browser_of(who()).get(reverse("claims:desk-speaker", args=[speaker.pk])).content.decode()


def test_a_new_name_of_a_speaker_on_record_is_a_proposal_and_the_rest_is_saved():
    speaker = on_record(speaker__name="Mina Ister")
    answer = edit(speaker, name="Mina Wed", aliases="Ms Ister", reason="She married.")
    assert "Proposed. A reviewer who is not you applies it." in answer.content.decode()
    speaker.refresh_from_db()
    assert (speaker.name, speaker.aliases) == ("Mina Ister", ["Ms Ister"])
    page = desk_page(speaker)
    for words in ("To be called", "Mina Wed", "She married.", "Ed Park"):
        assert words in page
    assert "Mina Ister as Mina Wed" in cast.browser_of(cast.reviewer()).get("/desk/").content.decode()


def test_a_proposal_needs_a_reason_and_keeps_what_was_typed():
    speaker = on_record()
    answer = edit(speaker, name="Mina Wed")
    assert answer.status_code == 422
    assert "The reason is missing" in answer.content.decode()
    assert answer.context["edit_form"]["name"].value() == "Mina Wed"
    assert waiting(speaker) is None


def test_a_reviewer_who_did_not_propose_it_applies_it():
    speaker = on_record(speaker__name="Mina Ister")
    edit(speaker, name="Mina Wed", reason="She married.")
    assert post("proposal-apply", waiting(speaker).pk, follow=False).status_code == 403
    page = apply(speaker).content.decode()
    assert "Applied." in page
    speaker.refresh_from_db()
    assert speaker.name == "Mina Wed"


def test_whoever_proposed_it_is_told_why_not():
    speaker = on_record()
    typed = {
        "name": "Mina Wed",
        "kind": "person",
        "aliases": "",
        "wikidata_id": "",
        "revision": 1,
        "reason": "Married.",
    }
    page = post("speaker-edit", speaker.pk, who=cast.reviewer, **typed).content.decode()
    assert "You proposed this, so another reviewer applies it." in page
    assert reverse("claims:desk-proposal-apply", args=[waiting(speaker).pk]) not in page
    answer = apply(speaker)
    assert answer.status_code == 422
    assert "somebody else has to apply it" in answer.content.decode()


def test_a_proposal_is_dismissed_with_a_reason():
    speaker = on_record(speaker__name="Mina Ister")
    edit(speaker, name="Mina Wed", reason="She married.")
    proposal = waiting(speaker)
    assert post("proposal-dismiss", proposal.pk).status_code == 422
    assert "Dismissed." in post("proposal-dismiss", proposal.pk, **{"dismiss-reason": "She kept it."}).content.decode()
    proposal.refresh_from_db()
    assert (proposal.state, proposal.dismissed_reason) == ("dismissed", "She kept it.")


def test_a_merge_of_somebody_on_record_is_proposed_and_names_the_pairs_that_become_another_kind():
    speaker, into = on_record(speaker__name="M. Ister"), on_record(speaker__name="Mina Ister")
    pair = ContradictionFactory(confirmed=True, first=speaker.statements.get(), second=into.statements.get())
    post("speaker-merge", speaker.pk, **{"merge-into": "Mina Ister", "merge-reason": "The same person."})
    page = desk_page(speaker)
    assert "To be merged into" in page
    assert reverse("claims:desk-contradiction", args=[pair.pk]) in page
    assert "now a dispute" in page
    apply(speaker)
    speaker.refresh_from_db()
    assert speaker.merged_into == into
    pair = Contradiction.objects.with_statements().get()
    assert (pair.kind, pair.waits) == ("reversal", False)
