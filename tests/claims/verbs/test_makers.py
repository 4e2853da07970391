"""Who made the changes that an edition would bring to readers: whoever did may not confirm it."""

import datetime as dt

import pytest

from claims.models import Quotation, Statement
from claims.recording.carrying import carry_over
from claims.records import Finding, SpeakerKind
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.verbs.makers import makers_of_pair, makers_of_statement, makers_of_story
from claims.verbs.refusals import NotAllowed
from tests import cast
from tests.confirming import confirm, confirm_pair, digest_of, publish
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)
from tests.factories.claims import NOON

pytestmark = pytest.mark.django_db


def drafted(**details) -> Statement:
    """A draft of the editor's with evidence that the software brought."""
    statement = StatementFactory(**{"edited_by": cast.editor()} | details)
    QuotationFactory(accepted=True, statement=statement)
    return statement


def confirmed(**details) -> Statement:
    """Confirmed by the reviewer; nothing is waiting."""
    return confirm(drafted(**details))


def makers(record) -> set[str]:
    """By their user names."""
    record = type(record).objects.get(pk=record.pk)
    count = {"Statement": makers_of_statement, "Contradiction": makers_of_pair, "Story": makers_of_story}
    people = count[type(record).__name__](record)
    return set(type(cast.editor()).objects.filter(pk__in=people).values_list("username", flat=True))


def edit(statement, by, **changes) -> Statement:
    statement.refresh_from_db()
    return statements.edit(statement=statement, by=by, revision=statement.revision, **changes)


class TestOfAStatement:
    def test_nobody_once_it_is_confirmed(self):
        assert makers(confirmed()) == set()

    CHANGES = {
        "words": {"words": "We had a list"},
        "speaker": {"speaker": None},
        "role": {"role": "Minister"},
        "stance": {"stance": "denies"},
        "mode": {"mode": "mixed"},
        "occasion": {"occasion": "Committee"},
        "question": {"question": "Is there a list?"},
        "day": {"said": None},
        "basis of the day": {"said_basis": "on Wednesday"},
        "day checked": {"said_confirmed": True},
        "order within the day": {"day_order": 3},
    }

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
    @pytest.mark.parametrize("state", ["draft", "confirmed"])
    def test_whoever_edited_any_of_it(self, state, change):
        statement = drafted() if state == "draft" else confirmed()
        change = {name: value or (SpeakerFactory() if name == "speaker" else None) for name, value in change.items()}
        edit(statement, cast.second_reviewer(), **change)
        assert "second-reviewer" in makers(statement)
        with pytest.raises(NotAllowed, match="You changed this statement"):
            confirm(statement, by=cast.second_reviewer(), reason="A detail.")

    def test_everybody_who_edited_not_only_the_last(self):
        statement = confirmed()
        edit(statement, cast.second_reviewer(), role="Minister")
        edit(statement, cast.editor(), occasion="Committee")
        assert makers(statement) == {"second-reviewer", "editor"}

    def test_the_last_editor_of_a_draft_whatever_history_says(self):
        statement = drafted(edited_by=cast.reviewer())
        assert makers(statement) == {"reviewer"}

    def test_whoever_accepted_it(self):
        statement = evidence.accept(
            quotation=QuotationFactory(),
            by=cast.reviewer(),
            speaker=SpeakerFactory(),
            words="We have no list",
            mode="direct",
            said=None,
        )
        edit(statement, cast.editor(), role="Minister")
        assert makers(statement) == {"reviewer", "editor"}

    @pytest.mark.parametrize("state", ["draft", "confirmed"])
    def test_whoever_joined_evidence(self, state):
        statement = drafted() if state == "draft" else confirmed()
        evidence.join(quotation=QuotationFactory(), by=cast.second_reviewer(), statement=statement)
        assert "second-reviewer" in makers(statement)
        with pytest.raises(NotAllowed):
            confirm(statement, by=cast.second_reviewer(), reason="One more outlet.")

    def test_whoever_took_evidence_away(self):
        statement = drafted()
        gone = QuotationFactory(accepted=True, statement=statement)
        confirm(statement)
        evidence.restore(quotation=gone, by=cast.second_reviewer())
        assert makers(statement) == {"second-reviewer"}

    def test_nobody_for_evidence_that_came_and_went(self):
        statement, passing = confirmed(), QuotationFactory()
        evidence.join(quotation=passing, by=cast.second_reviewer(), statement=statement)
        evidence.restore(quotation=passing, by=cast.editor())
        assert makers(statement) == set()

    def test_nobody_for_evidence_of_others(self):
        statement = confirmed()
        evidence.join(quotation=QuotationFactory(), by=cast.second_reviewer(), statement=drafted())
        assert makers(statement) == set()

    def test_whoever_moved_it_within_its_day(self):
        statement, other = confirmed(), confirmed()
        StoryFactory(statements=[statement, other])
        statements.move_within_day(statement=other, by=cast.second_reviewer(), earlier=True)
        assert (makers(statement), makers(other)) == ({"second-reviewer"}, {"second-reviewer"})

    def test_after_putting_back_nothing_counts_and_then_what_follows(self):
        statement = confirmed()
        edit(statement, cast.second_reviewer(), role="Minister")
        evidence.join(quotation=QuotationFactory(), by=cast.second_reviewer(), statement=statement)
        statements.put_back(statement=statement, digest=digest_of(statement), by=cast.reviewer())
        assert makers(statement) == set()
        edit(statement, cast.editor(), role="Home Secretary")
        assert makers(statement) == {"editor"}
        assert confirm(statement, by=cast.second_reviewer(), reason="The role.").edition.number == 2

    def test_the_edition_keeps_who_made_it(self):
        statement = confirmed()
        edit(statement, cast.editor(), role="Minister")
        evidence.join(quotation=QuotationFactory(), by=cast.second_editor(), statement=statement)
        edition = confirm(statement, reason="The role.").edition
        assert edition.made_by == sorted([cast.editor().pk, cast.second_editor().pk])
        assert makers(statement) == set()

    def test_the_softwares_changes_count_for_nobody(self):
        version = ArticleVersionFactory()
        statement = StatementFactory(confirmed=True)
        QuotationFactory(version=version, accepted=True, statement=statement)
        carry_over(ArticleVersionFactory(article=version.article, number=2, text=f"Updated. {version.text}"))
        statement.refresh_from_db()
        assert (statement.waits, statement.quotations.count()) == (True, 2)
        assert makers(statement) == set()
        known = statement.edition.number
        assert confirm(statement, reason="A new version.").edition.number == known + 1


class TestOfAName:
    def named(self, by, **details):
        """A speaker whom nobody has seen in an edition, named by somebody."""
        speaker = SpeakerFactory(name="M. Ister", **details)
        return speakers.edit_speaker(speaker=speaker, by=by, revision=1, name="Mina Ister")

    def test_whoever_named_the_speaker_of_a_draft(self):
        speaker = speakers.speaker_called(name="Mina Ister", by=cast.reviewer())
        assert makers(drafted(speaker=speaker)) == {"editor", "reviewer"}

    def test_whoever_gave_the_present_name(self):
        statement = drafted(speaker=self.named(cast.reviewer()))
        assert makers(statement) == {"editor", "reviewer"}
        with pytest.raises(NotAllowed):
            confirm(statement)
        speakers.edit_speaker(speaker=statement.speaker, by=cast.editor(), revision=2, name="Mina Jones")
        assert makers(statement) == {"editor"}

    def test_whoever_gave_the_present_kind(self):
        statement = drafted()
        kind = {"kind": SpeakerKind.DOCUMENT}
        speakers.edit_speaker(speaker=statement.speaker, by=cast.reviewer(), revision=1, **kind)
        assert makers(statement) == {"editor", "reviewer"}

    def test_nobody_where_an_edition_has_the_name(self):
        speaker = self.named(cast.reviewer())
        confirm(drafted(speaker=speaker), by=cast.second_reviewer())
        assert makers(drafted(speaker=speaker)) == {"editor"}

    def test_nobody_for_what_is_no_name(self):
        statement = drafted()
        speakers.edit_speaker(speaker=statement.speaker, by=cast.reviewer(), revision=1, wikidata_id="Q7")
        assert makers(statement) == {"editor"}

    def test_nobody_for_a_name_that_was_proposed_and_applied(self):
        statement = confirmed()
        proposal = speakers.propose_change(
            speaker=statement.speaker, by=cast.editor(), reason="Married.", name="Mina Jones", kind=SpeakerKind.PERSON
        )
        speakers.apply_proposal(proposal=proposal, digest=digest_of(proposal), by=cast.reviewer())
        assert makers(statement) == set()
        edit(statement, cast.editor(), role="Minister")
        assert confirm(statement, reason="The role.").edition.content["name"] == "Mina Jones"

    def test_whoever_merged_a_draft_into_another_speaker(self):
        statement = drafted()
        speakers.merge_speakers(speaker=statement.speaker, into=SpeakerFactory(), by=cast.reviewer())
        assert makers(statement) == {"editor", "reviewer"}

    def test_whoever_merged_the_new_speaker_of_what_waits(self):
        statement = edit(confirmed(), cast.editor(), speaker=SpeakerFactory())
        speakers.merge_speakers(speaker=statement.speaker, into=SpeakerFactory(), by=cast.reviewer())
        assert makers(statement) == {"editor", "reviewer"}
        with pytest.raises(NotAllowed):
            confirm(statement, reason="The speaker.")

    def test_nobody_for_a_merge_that_was_proposed_and_applied(self):
        statement = confirmed()
        draft = drafted(speaker=statement.speaker)
        proposal = speakers.propose_merge(
            speaker=statement.speaker, into=SpeakerFactory(), by=cast.second_editor(), reason="One and the same."
        )
        speakers.apply_proposal(proposal=proposal, digest=digest_of(proposal), by=cast.reviewer())
        assert (makers(statement), makers(draft)) == (set(), {"editor"})


class TestOfAPair:
    @pytest.fixture
    def pair(self):
        pair = ContradictionFactory(first=drafted(), second=drafted(), proposed_by=cast.editor())
        return confirm_pair(pair)

    def ask(self, pair, by, **details):
        asked = {"speaker": SpeakerFactory(), "asked_at": NOON, "asked_how": "by phone"}
        return responses.ask(contradiction=pair, by=by, **asked | details)

    def test_nobody_once_it_is_confirmed(self, pair):
        assert makers(pair) == set()

    def test_the_proposer_of_a_proposal_whatever_history_says(self):
        assert makers(ContradictionFactory(proposed_by=cast.reviewer())) == {"reviewer"}

    CHANGES = {
        "finding": {"finding": Finding.PARTIAL},
        "explanation": {"explanation": "In part."},
        "first clash": {"first_clash": "list"},
        "second clash": {"second_clash": "list"},
    }

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
    def test_whoever_found_any_of_it(self, pair, change):
        pairs.edit(contradiction=pair, by=cast.second_reviewer(), revision=pair.revision, **change)
        assert makers(pair) == {"second-reviewer"}
        with pytest.raises(NotAllowed, match="You changed this pair"):
            confirm_pair(pair, by=cast.second_reviewer(), reason="The wording.")

    def test_whoever_asked_for_a_reply(self, pair):
        self.ask(pair, cast.second_reviewer())
        assert makers(pair) == {"second-reviewer"}

    def test_whoever_recorded_an_answer(self, pair):
        asked = self.ask(pair, cast.editor())
        confirm_pair(pair, reason="They were asked.")
        responses.answer(response=asked, by=cast.second_reviewer(), revision=1, answer="No.", answered_at=NOON)
        assert makers(pair) == {"second-reviewer"}
        with pytest.raises(NotAllowed):
            confirm_pair(pair, by=cast.second_reviewer(), correction="They have answered.")
        assert confirm_pair(pair, correction="They have answered.").edition.content["replies"][0]["answer"] == "No."

    def test_whoever_named_whom_nobody_has_seen_asked(self, pair):
        asked = self.ask(pair, cast.editor())
        speakers.edit_speaker(speaker=asked.speaker, by=cast.reviewer(), revision=1, name="Press Office")
        assert makers(pair) == {"editor", "reviewer"}
        confirm_pair(pair, by=cast.second_reviewer(), reason="They were asked.")
        assert makers(pair) == set()

    def test_whoever_merged_whom_nobody_has_seen_asked(self, pair):
        asked = self.ask(pair, cast.editor())
        speakers.merge_speakers(speaker=asked.speaker, into=SpeakerFactory(), by=cast.reviewer())
        assert makers(pair) == {"editor", "reviewer"}

    def test_nobody_for_another_name_beside_a_reply_that_readers_see(self, pair):
        asked = self.ask(pair, cast.editor())
        confirm_pair(pair, reason="They were asked.")
        speakers.edit_speaker(speaker=asked.speaker, by=cast.reviewer(), revision=1, name="Press Office")
        pair.refresh_from_db()
        assert makers(pair) == set()
        assert not pairs.settled(pair).waits

    def test_the_softwares_changes_count_for_nobody(self, pair):
        ResponseFactory(contradiction=pair, waits=True)
        assert makers(pair) == set()

    def test_after_putting_back_nothing_counts(self, pair):
        self.ask(pair, cast.second_reviewer())
        pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, explanation="Another.")
        pairs.put_back(contradiction=pair, digest=digest_of(pair), by=cast.reviewer())
        assert makers(pair) == set()

    def test_changes_of_its_statements_are_theirs(self, pair):
        edit(pair.first, cast.second_reviewer(), role="Minister")
        assert makers(pair) == set()


class TestOfAStory:
    @pytest.fixture
    def story(self):
        return publish(StoryFactory(statements=[StatementFactory(confirmed=True)]))

    def test_nobody_once_it_is_published(self, story):
        assert makers(story) == set()

    def test_whoever_started_it(self):
        story = stories.start_story(title="The list", by=cast.reviewer())
        stories.add_to_story(story=story, statement=StatementFactory(confirmed=True), by=cast.editor())
        assert makers(story) == {"reviewer", "editor"}
        with pytest.raises(NotAllowed, match="You changed this story"):
            publish(story)

    @pytest.mark.parametrize("change", [{"title": "Another"}, {"slug": "another"}, {"summary": "Another"}])
    def test_whoever_edited_its_head(self, story, change):
        stories.edit_story(story=story, by=cast.second_reviewer(), revision=story.revision, **change)
        assert makers(story) == {"second-reviewer"}

    def test_whoever_added_a_statement(self, story):
        stories.add_to_story(story=story, by=cast.second_reviewer(), statement=StatementFactory(confirmed=True))
        assert makers(story) == {"second-reviewer"}

    def test_whoever_removed_one(self, story):
        stories.add_to_story(story=story, by=cast.editor(), statement=StatementFactory(confirmed=True))
        publish(story, reason="One more.")
        stories.remove_from_story(story=story, by=cast.second_reviewer(), statement=story.statements.first())
        assert makers(story) == {"second-reviewer"}

    def test_nobody_for_what_was_added_and_removed_again(self, story):
        statement = StatementFactory(confirmed=True)
        stories.add_to_story(story=story, by=cast.second_reviewer(), statement=statement)
        stories.remove_from_story(story=story, by=cast.editor(), statement=statement)
        assert makers(story) == set()

    def test_adding_one_that_is_there_counts_for_nobody(self, story):
        stories.add_to_story(story=story, by=cast.second_reviewer(), statement=story.statements.get())
        assert makers(story) == set()

    def test_after_putting_back_nothing_counts_and_then_what_follows(self, story):
        other = StatementFactory(confirmed=True)
        stories.add_to_story(story=story, by=cast.second_reviewer(), statement=other)
        stories.remove_from_story(story=story, by=cast.second_reviewer(), statement=story.statements.first())
        stories.edit_story(story=story, by=cast.second_reviewer(), revision=story.revision, title="Another")
        stories.put_back(story=story, digest=digest_of(story), by=cast.reviewer())
        assert makers(story) == set()
        stories.add_to_story(story=story, by=cast.editor(), statement=other)
        assert makers(story) == {"editor"}

    def test_what_its_statements_say_is_theirs(self, story):
        edit(story.statements.get(), cast.second_reviewer(), role="Minister")
        assert makers(story) == set()


def test_a_quotation_that_extraction_rewrites_while_it_is_nobodys_counts_for_nobody():
    statement, quotation = confirmed(), QuotationFactory()
    Quotation.objects.filter(pk=quotation.pk).update(stance="denies")
    evidence.join(quotation=quotation, by=cast.editor(), statement=statement)
    assert makers(statement) == {"editor"}


def test_what_was_confirmed_long_ago_is_counted_no_more():
    statement = confirmed()
    for at, by in enumerate([cast.editor(), cast.second_reviewer(), cast.second_editor()], 2):
        edit(statement, by, role=f"Minister {at}")
        confirm(statement, reason=f"Edition {at}, {dt.date(2018, 5, at)}.")
    edit(statement, cast.editor(), role="Minister")
    assert makers(statement) == {"editor"}
