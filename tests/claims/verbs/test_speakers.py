"""The verbs on speakers."""

import pytest

from claims.models import Speaker
from claims.records import SpeakerKind
from claims.verbs import speakers
from claims.verbs.refusals import Conflict, NotAllowed, Refused
from tests import cast
from tests.confirming import digest_of
from tests.factories import ResponseFactory, SpeakerFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Mina Ister", "mina ister", "Mina  Ister ", "The Minister"])
def test_a_speaker_is_found_by_name_or_alias(name):
    known = SpeakerFactory(name="Mina Ister", aliases=["The Minister"])
    assert speakers.speaker_called(name=name, by=cast.editor()) == known


def test_a_new_name_is_a_new_speaker_with_a_free_address():
    SpeakerFactory(name="Somebody", slug="ann-other")
    made = speakers.speaker_called(name="Ann Other", by=cast.editor(), kind=SpeakerKind.ORGANISATION)
    assert (made.slug, made.kind) == ("ann-other-2", SpeakerKind.ORGANISATION)


def test_a_shared_name_is_not_guessed():
    SpeakerFactory(name="Ann Other")
    SpeakerFactory(name="Ann Other")
    with pytest.raises(Refused, match="Several"):
        speakers.speaker_called(name="Ann Other", by=cast.editor())


@pytest.mark.parametrize("name", ["", " ", "x" * 201], ids=["none", "blank", "too long"])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(Refused, match="name"):
        speakers.speaker_called(name=name, by=cast.editor())


def test_merging_moves_the_statements_and_keeps_the_old_name():
    old, into = SpeakerFactory(name="A. Other", aliases=["AO"]), SpeakerFactory(name="Ann Other")
    statement, response = StatementFactory(speaker=old), ResponseFactory(speaker=old)
    merged = speakers.merge_speakers(speaker=old, into=into, by=cast.reviewer())
    statement.refresh_from_db()
    response.refresh_from_db()
    old.refresh_from_db()
    assert (statement.speaker, response.speaker) == (into, into)
    assert (old.merged_into, merged.aliases) == (into, ["A. Other", "AO"])
    assert (old in Speaker.objects.current(), into in Speaker.objects.current()) == (False, True)


def test_merging_into_itself_or_twice_is_refused():
    one, other, third = SpeakerFactory(), SpeakerFactory(), SpeakerFactory()
    with pytest.raises(Refused, match="itself"):
        speakers.merge_speakers(speaker=one, into=one, by=cast.reviewer())
    speakers.merge_speakers(speaker=one, into=other, by=cast.reviewer())
    with pytest.raises(Refused, match="already"):
        speakers.merge_speakers(speaker=one, into=third, by=cast.reviewer())


def test_merging_needs_a_reviewer():
    with pytest.raises(NotAllowed):
        speakers.merge_speakers(speaker=SpeakerFactory(), into=SpeakerFactory(), by=cast.editor())


def test_a_speaker_on_record_is_not_merged_by_one_person():
    old = StatementFactory(confirmed=True).speaker
    with pytest.raises(Refused, match="Propose the merge"):
        speakers.merge_speakers(speaker=old, into=SpeakerFactory(), by=cast.reviewer())


def test_somebody_nobody_knows_may_be_merged_into_somebody_on_record():
    known = StatementFactory(confirmed=True).speaker
    statement = StatementFactory()
    speakers.merge_speakers(speaker=statement.speaker, into=known, by=cast.reviewer())
    statement.refresh_from_db()
    assert statement.speaker == known


def test_editing_a_speaker_checks_its_fields_and_its_revision():
    speaker = SpeakerFactory(name="Mina Ister")
    with pytest.raises(Refused, match="wikidata"):
        speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, wikidata_id="12")
    speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, wikidata_id="Q12")
    with pytest.raises(Conflict):
        speakers.edit_speaker(speaker=speaker, by=cast.second_editor(), revision=1, wikidata_id="Q13")
    speakers.edit_speaker(speaker=speaker, by=cast.second_editor(), revision=1, name="Ann", wikidata_id="")
    speaker.refresh_from_db()
    assert (speaker.name, speaker.wikidata_id) == ("Ann", "Q12")


@pytest.mark.parametrize("change", [{"name": "Ann"}, {"kind": SpeakerKind.DOCUMENT}], ids=["name", "kind"])
def test_a_speaker_on_record_gets_no_new_name_or_kind_from_one_person(change):
    speaker = StatementFactory(confirmed=True).speaker
    with pytest.raises(Refused, match="Readers know this speaker"):
        speakers.edit_speaker(speaker=speaker, by=cast.reviewer(), revision=1, **change)
    same = {"name": speaker.name, "kind": speaker.kind}
    edited = speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, **same, aliases=["The Minister"])
    assert edited.aliases == ["The Minister"]


def test_readers_are_led_nowhere_by_what_one_person_merged():
    known = StatementFactory(confirmed=True)
    StoryFactory(published=True, statements=[known])
    unknown = SpeakerFactory(name="Una Known")
    speakers.merge_speakers(speaker=unknown, into=known.speaker, by=cast.reviewer())
    assert unknown not in Speaker.objects.visible_to(cast.public())
    assert known.speaker in Speaker.objects.visible_to(cast.public())
    assert unknown in Speaker.objects.visible_to(cast.journalist())


def test_readers_are_led_on_by_what_two_people_merged():
    one, other = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    StoryFactory(published=True, statements=[one, other])
    proposal = speakers.propose_merge(speaker=one.speaker, into=other.speaker, by=cast.editor(), reason="The same.")
    speakers.apply_proposal(proposal=proposal, by=cast.reviewer(), digest=digest_of(proposal))
    assert one.speaker in Speaker.objects.visible_to(cast.public())
