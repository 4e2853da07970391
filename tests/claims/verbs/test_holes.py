"""Holes that somebody found who tried to get round the second person; each stays closed."""

import pytest
from django.db import ProgrammingError, transaction

from articles.importing import import_article
from claims.models import Publication, Speaker, Statement
from claims.recording.carrying import carry_over
from claims.records import SpeakerKind
from claims.timeline.awaiting import proposal_digest, statement_awaiting
from claims.timeline.shown import shown_statement
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.verbs.makers import makers_of_statement
from claims.verbs.refusals import NotAllowed, Outdated, Refused
from tests import cast
from tests.confirming import confirm, digest_of
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)
from tests.factories.editions import edition_of

pytestmark = pytest.mark.django_db


def known():
    return StatementFactory(confirmed=True).speaker


def test_a_waiting_merge_is_not_re_aimed_by_another_merge():
    target, aside = known(), SpeakerFactory()
    proposal = speakers.propose_merge(speaker=known(), into=aside, by=cast.editor(), reason="One and the same.")
    read = proposal_digest(proposal)
    speakers.merge_speakers(speaker=aside, into=target, by=cast.reviewer())
    with pytest.raises(Refused):
        speakers.apply_proposal(proposal=proposal, by=cast.reviewer(), digest=read)
    proposal.refresh_from_db()
    assert proposal.into == aside


def test_what_is_applied_is_what_was_read():
    aside = SpeakerFactory()
    proposal = speakers.propose_merge(speaker=known(), into=aside, by=cast.editor(), reason="One and the same.")
    read = proposal_digest(proposal)
    speakers.edit_speaker(speaker=aside, by=cast.second_editor(), revision=1, name="Somebody Else")
    with pytest.raises(Outdated):
        speakers.apply_proposal(proposal=proposal, by=cast.reviewer(), digest=read)


def test_nobody_merges_readers_into_a_name_that_they_gave_themselves():
    aside = SpeakerFactory()
    proposal = speakers.propose_merge(speaker=known(), into=aside, by=cast.editor(), reason="One and the same.")
    speakers.edit_speaker(speaker=aside, by=cast.reviewer(), revision=1, name="My Own Words")
    with pytest.raises(NotAllowed):
        speakers.apply_proposal(proposal=proposal, by=cast.reviewer(), digest=digest_of(proposal))


def test_a_name_has_its_giver_whoever_changed_the_kind_later():
    statement = QuotationFactory(accepted=True, statement__edited_by=cast.editor()).statement
    who = statement.speaker
    speakers.edit_speaker(speaker=who, by=cast.reviewer(), revision=1, name="My Own Words")
    speakers.edit_speaker(speaker=who, by=cast.editor(), revision=2, kind=SpeakerKind.ORGANISATION)
    with pytest.raises(NotAllowed):
        confirm(statement)


def test_a_draft_that_was_taken_back_is_refused_by_every_verb():
    quotation = QuotationFactory()
    draft = evidence.accept(
        quotation=quotation, by=cast.editor(), speaker=SpeakerFactory(), words="No", mode="direct", said=None
    )
    other, story = StatementFactory(), StoryFactory()
    evidence.restore(quotation=quotation, by=cast.editor())
    by = cast.second_editor()
    for act in (
        lambda: statements.edit(statement=draft, by=by, revision=1, words="Yes"),
        lambda: evidence.join(quotation=QuotationFactory(), by=by, statement=draft),
        lambda: pairs.propose(one=draft, other=other, by=by, finding="partial", explanation="So."),
        lambda: stories.add_to_story(story=story, statement=draft, by=by),
        lambda: statements.confirm_statement(statement=draft, by=cast.reviewer(), digest=""),
    ):
        with pytest.raises(Refused, match="not there any more"):
            act()


def test_putting_back_takes_back_what_was_read_and_no_more():
    statement = StatementFactory(confirmed=True)
    statements.edit(statement=statement, by=cast.editor(), revision=1, role="Minister")
    read = digest_of(statement)
    statements.edit(statement=statement, by=cast.second_editor(), revision=2, occasion="Committee")
    with pytest.raises(Outdated):
        statements.put_back(statement=statement, by=cast.reviewer(), digest=read)


def test_clashing_words_of_the_edition_hold_while_the_statement_has_changes_waiting():
    one = StatementFactory(confirmed=True, words="We have no list")
    other = StatementFactory(confirmed=True)
    pair = ContradictionFactory(confirmed=True, first=one, second=other, first_clash="no list")
    statements.edit(statement=one, by=cast.editor(), revision=1, words="We had one")
    edited = pairs.edit(contradiction=pair, by=cast.editor(), revision=1, explanation="In other words.")
    assert edited.waits


def test_a_story_is_opened_again_as_it_was():
    story = StoryFactory(published=True, statements=[StatementFactory(confirmed=True)])
    stories.unpublish(story=story, by=cast.reviewer(), reason="A new fact")
    again = stories.publish(story=story, by=cast.reviewer(), digest=digest_of(story), reason="It was none")
    assert (again.state, again.edition.number) == ("published", 2)


def test_nobody_is_asked_about_a_pair_that_was_set_aside():
    pair = ContradictionFactory(state="dismissed", dismissed_reason="Opinions")
    with pytest.raises(Refused, match="dismissed"):
        responses.ask(
            contradiction=pair, by=cast.editor(), speaker=known(), asked_at=pair.created_at, asked_how="by e-mail"
        )


def test_a_record_points_at_its_own_newest_edition_and_periods_are_kept():
    one, other = StatementFactory(confirmed=True), StatementFactory()
    QuotationFactory(accepted=True, statement=one)
    for edition in (one.editions.first(), StatementFactory(confirmed=True).edition):
        with pytest.raises(ProgrammingError, match="newest edition"), transaction.atomic():
            Statement.objects.filter(pk=one.pk).update(edition=edition)
    StoryFactory(published=True, statements=[one, other])
    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        Publication.objects.all().delete()
    assert statement_awaiting(Statement.objects.get(pk=one.pk)).number == 3


def test_whoever_brings_in_another_text_of_an_article_changes_what_stands_in_it():
    quotation = QuotationFactory(accepted=True, statement=StatementFactory(edited_by=cast.editor()))
    statement = edition_of(quotation.statement)
    article = quotation.version.article
    changed = import_article(
        outlet=article.outlet.name,
        title=article.title,
        url=article.url,
        text=f"{quotation.version.text} Zanzibar.",
        published=article.published_at,
        by=cast.reviewer(),
    )
    carry_over(changed.version)
    assert cast.reviewer().pk in makers_of_statement(statement)
    with pytest.raises(NotAllowed):
        confirm(statement, by=cast.reviewer(), reason="Another text.")
    confirm(statement, by=cast.second_reviewer(), reason="Another text.")


def test_a_name_beside_an_edition_stays_as_it_was():
    statement = StatementFactory(confirmed=True, confirmed_by=cast.second_reviewer())
    StoryFactory(published=True, statements=[statement])
    type(cast.second_reviewer()).objects.filter(pk=cast.second_reviewer().pk).update(first_name="Evil")
    assert shown_statement(cast.public(), statement.pk).entry.confirmed == "Con Firm"


def test_the_address_of_somebody_nobody_knows_follows_the_name():
    speaker = speakers.speaker_called(name="Corrupt Villain", by=cast.reviewer())
    speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=1, name="Gentle Person")
    assert Speaker.objects.get(pk=speaker.pk).slug == "gentle-person"
    speakers.edit_speaker(speaker=speaker, by=cast.editor(), revision=2, name="Gentle PERSON")
    assert Speaker.objects.get(pk=speaker.pk).slug == "gentle-person"


def test_the_address_of_somebody_on_record_stays():
    speaker = known()
    slug = speaker.slug
    proposal = speakers.propose_change(speaker=speaker, by=cast.editor(), reason="Wed", name="Una J", kind="person")
    speakers.apply_proposal(proposal=proposal, by=cast.reviewer(), digest=proposal_digest(proposal))
    assert Speaker.objects.get(pk=speaker.pk).slug == slug


def test_an_alias_is_found_whatever_its_case():
    speaker = SpeakerFactory(name="Una Known", aliases=["nova Person", 'A "quoted", one'])
    for name in ("Nova Person", "NOVA PERSON", 'a "Quoted", One'):
        assert speakers.speaker_called(name=name, by=cast.editor()) == speaker


def test_somebody_merged_is_edited_no_more():
    one, other = SpeakerFactory(), SpeakerFactory()
    speakers.merge_speakers(speaker=one, into=other, by=cast.reviewer())
    with pytest.raises(Refused, match="merged"):
        speakers.edit_speaker(speaker=one, by=cast.editor(), revision=2, aliases=["X"])
