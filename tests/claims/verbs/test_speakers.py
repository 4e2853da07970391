"""The verbs on speakers."""

import pytest

from claims.models import Speaker
from claims.records import SpeakerKind
from claims.verbs import speakers
from claims.verbs.refusals import Conflict, NotAllowed, Refused
from tests import cast
from tests.factories import SpeakerFactory, StatementFactory

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
    statement = StatementFactory(confirmed=True, speaker=old)
    merged = speakers.merge_speakers(speaker=old, into=into, by=cast.reviewer())
    statement.refresh_from_db()
    old.refresh_from_db()
    assert (statement.speaker, statement.state) == (into, "confirmed")
    assert (old.merged_into, merged.aliases) == (into, ["A. Other", "AO"])
    assert Speaker.objects.current().get() == into


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


def test_editing_a_speaker_checks_its_fields_and_its_revision():
    speaker = SpeakerFactory()
    with pytest.raises(Refused, match="wikidata"):
        speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, wikidata_id="12")
    speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, wikidata_id="Q12")
    with pytest.raises(Conflict):
        speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, name="Ann")
