"""Confirming writes an edition: numbered, never changed, of just what the reviewer read."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from articles.models import Article
from claims.models import Contradiction, Correction, Quotation, Statement, StatementEdition, StoryEdition
from claims.records import Finding
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.verbs.refusals import IllegalMove, NotAllowed, Outdated, Refused
from tests import cast
from tests.confirming import box_of, confirm, confirm_pair, digest_of, publish
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.factories.claims import NOON
from tests.making import EDITIONS

pytestmark = pytest.mark.django_db


def drafted(words="We have no list", **details) -> Statement:
    """A draft of the editor's with a quotation as its evidence."""
    statement = StatementFactory(words=words, edited_by=cast.editor(), **details)
    QuotationFactory(accepted=True, statement=statement)
    return statement


def edited(statement, by=cast.editor, **changes) -> Statement:
    statement.refresh_from_db()
    return statements.edit(statement=statement, by=by(), revision=statement.revision, **changes)


def found(pair, by=cast.editor, **changes) -> Contradiction:
    pair.refresh_from_db()
    return pairs.edit(contradiction=pair, by=by(), revision=pair.revision, **changes)


def proposed(**details) -> Contradiction:
    sides = {"first": drafted("We have no list"), "second": drafted("The list is long")}
    return ContradictionFactory(proposed_by=cast.editor(), **(sides | details))


class TestAnEdition:
    def test_holds_what_was_read_and_says_who_confirmed_what_whose(self):
        statement = confirm(drafted(role="Minister"))
        edition = statement.edition
        assert (edition.number, edition.confirmed_by, edition.made_by) == (1, cast.reviewer(), [cast.editor().pk])
        assert (edition.content["words"], edition.content["role"]) == ("We have no list", "Minister")
        assert (edition.said, edition.speaker, edition.told, edition.reason) == (
            statement.said,
            statement.speaker,
            False,
            "",
        )
        assert [one.quotation for one in edition.evidence.all()] == list(statement.quotations.all())

    def test_is_numbered_from_one_for_each_record(self):
        pair = confirm_pair(proposed())
        story = publish(StoryFactory(statements=[pair.first]))
        for at in (2, 3):
            edited(pair.first, role=f"Minister {at}")
            confirm(pair.first, reason="The role.")
            found(pair, explanation=f"Wording {at}.")
            confirm_pair(pair, reason="The wording.")
            story.refresh_from_db()
            stories.edit_story(story=story, by=cast.editor(), revision=story.revision, title=f"Title {at}")
            publish(story, reason="The title.")
        for record in (pair.first, pair, story):
            assert [edition.number for edition in record.editions.all()] == [1, 2, 3]
            record.refresh_from_db()
            assert (record.edition.number, record.waits) == (3, False)
        assert [edition.number for edition in pair.second.editions.all()] == [1]

    def test_keeps_what_it_said_whatever_happens_to_the_record(self):
        statement = confirm(drafted())
        before = dict(statement.edition.content)
        article = statement.quotations.get().version.article
        edited(statement, words="We had a list", role="Backbencher")
        Article.objects.filter(pk=article.pk).update(title="Another title")
        assert StatementEdition.objects.get().content == before

    def test_names_evidence_that_cannot_go(self):
        quotation = confirm(drafted()).quotations.get()
        with pytest.raises(ProtectedError):
            quotation.delete()

    @pytest.mark.parametrize("make", EDITIONS.values(), ids=[model.__name__ for model in EDITIONS])
    @pytest.mark.parametrize("deed", ["UPDATE {} SET id = id WHERE id = %s", "DELETE FROM {} WHERE id = %s"])
    def test_is_never_changed_or_deleted(self, make, deed):
        row = make()
        refused = pytest.raises(DatabaseError, match="Cannot update or delete")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed.format(row._meta.db_table), [row.pk])

    @pytest.mark.parametrize("make", EDITIONS.values(), ids=[model.__name__ for model in EDITIONS])
    def test_is_not_changed_or_deleted_by_the_code_either(self, make):
        row = make()
        for deed in (row.save, row.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                deed()


# Whatever changes between reading and confirming a statement, and what the refusal then tells of it.
STATEMENT_CHANGES = {
    "words edited": lambda statement: edited(statement, words="We had a list"),
    "the day": lambda statement: edited(statement, said=None),
    "the date checked": lambda statement: edited(statement, said_confirmed=True),
    "the order within the day": lambda statement: edited(statement, day_order=2),
    "evidence joined": lambda statement: evidence.join(
        quotation=QuotationFactory(), by=cast.editor(), statement=statement
    ),
    "the article's title": lambda statement: Article.objects.update(title="Another title"),
    "the article's address": lambda statement: Article.objects.update(url="https://news.example.org/moved"),
    "the outlet's name": lambda statement: type(Article.objects.get().outlet).objects.update(name="The Sample"),
    "another speaker": lambda statement: edited(statement, speaker=SpeakerFactory(name=statement.speaker.name)),
    "the speaker's name": lambda statement: type(statement.speaker).objects.update(name="Mina Jones"),
    "the stance": lambda statement: edited(statement, stance="denies"),
}


@pytest.mark.parametrize("change", STATEMENT_CHANGES.values(), ids=STATEMENT_CHANGES)
@pytest.mark.parametrize("state", ["draft", "confirmed"])
def test_a_statement_that_changed_since_it_was_read_is_not_confirmed(state, change):
    statement = drafted()
    if state == "confirmed":
        edited(confirm(statement), role="Minister")
    read = digest_of(statement)
    change(statement)
    if state == "confirmed" and digest_of(statement) == read:
        pytest.fail("what would be confirmed changed, and the digest did not")
    with pytest.raises(Outdated):
        statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read, reason="The role.")
    statement.refresh_from_db()
    assert (statement.state, statement.editions.count()) == (state, 0 if state == "draft" else 1)


def test_evidence_taken_away_since_it_was_read_is_noticed():
    statement = drafted()
    gone = QuotationFactory(accepted=True, statement=statement)
    read = digest_of(statement)
    evidence.restore(quotation=gone, by=cast.editor())
    with pytest.raises(Outdated):
        statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read)


PAIR_CHANGES = {
    "the explanation": lambda pair: found(pair, explanation="Another one."),
    "the finding": lambda pair: found(pair, finding=Finding.PARTIAL),
    "clashing words": lambda pair: found(pair, first_clash="no list"),
    "words of a draft": lambda pair: edited(pair.second, words="The list is short"),
    "evidence of a draft": lambda pair: evidence.join(
        quotation=QuotationFactory(), by=cast.editor(), statement=pair.first
    ),
    "a draft confirmed": lambda pair: confirm(pair.first, by=cast.second_reviewer()),
    "a reply asked for": lambda pair: responses.ask(
        contradiction=pair, by=cast.editor(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by phone"
    ),
    "a reply answered": lambda pair: responses.answer(
        response=pair.responses.get(), by=cast.editor(), revision=1, answer="No.", answered_at=NOON
    ),
    "the article's title": lambda pair: Article.objects.update(title="Another title"),
}


@pytest.mark.parametrize("change", PAIR_CHANGES.values(), ids=PAIR_CHANGES)
def test_a_pair_that_changed_since_it_was_read_is_not_confirmed(change):
    pair = proposed()
    responses.ask(contradiction=pair, by=cast.editor(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by phone")
    read, editions = digest_of(pair), StatementEdition.objects.count()
    change(pair)
    editions = StatementEdition.objects.count()
    with pytest.raises(Outdated):
        pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=read)
    pair.refresh_from_db()
    assert (pair.state, StatementEdition.objects.count()) == ("proposed", editions)


def test_a_refused_pair_tells_what_its_statements_say_by_now():
    pair = proposed()
    read = digest_of(pair)
    edited(pair.second, words="The list is short")
    with pytest.raises(Outdated) as caught:
        pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=read)
    assert caught.value.now[f"Words (statement {pair.second_id})"] == "The list is short"


STORY_CHANGES = {
    "the title": lambda story: stories.edit_story(story=story, by=cast.editor(), revision=1, title="Another"),
    "the summary": lambda story: stories.edit_story(story=story, by=cast.editor(), revision=1, summary="Another"),
    "a statement added": lambda story: stories.add_to_story(story=story, by=cast.editor(), statement=drafted()),
    "a statement removed": lambda story: stories.remove_from_story(
        story=story, by=cast.editor(), statement=story.statements.first()
    ),
}


@pytest.mark.parametrize("change", STORY_CHANGES.values(), ids=STORY_CHANGES)
def test_a_story_that_changed_since_it_was_read_is_not_published(change):
    story = StoryFactory(statements=[StatementFactory(confirmed=True), StatementFactory(confirmed=True)])
    read = digest_of(story)
    change(story)
    with pytest.raises(Outdated):
        stories.publish(story=story, by=cast.reviewer(), digest=read)
    assert not StoryEdition.objects.exists()


def test_what_nobody_changed_is_not_confirmed_again():
    pair = confirm_pair(proposed())
    with pytest.raises(Refused, match="Nothing is waiting"):
        confirm(pair.first, reason="Again.")
    with pytest.raises(Refused, match="Nothing is waiting"):
        confirm_pair(pair, reason="Again.")


class TestAPairAndItsStatements:
    def test_drafts_are_confirmed_with_it_and_named_by_it(self):
        pair = proposed()
        read = digest_of(pair)
        pair = pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=read)
        first, second = Statement.objects.order_by("pk")
        edition = pair.edition
        assert (edition.first_edition, edition.second_edition) == (first.edition, second.edition)
        assert {edition.content[side]["digest"] for side in ("earlier", "later")} == {
            first.edition.digest,
            second.edition.digest,
        }
        assert [first.state, second.state, first.edition.number] == ["confirmed", "confirmed", 1]

    def test_a_side_with_changes_waiting_goes_along(self):
        pair = proposed()
        confirm(pair.first)
        edited(pair.first, role="Minister")
        confirm_pair(pair, correction="We had left out the role.")
        first = Statement.objects.get(pk=pair.first_id)
        assert (first.edition.number, first.edition.content["role"], first.waits) == (2, "Minister", False)
        assert Correction.objects.get().statement_edition == first.edition

    def test_a_side_with_changes_waiting_asks_what_readers_are_told(self):
        pair = proposed()
        confirm(pair.first)
        edited(pair.first, role="Minister")
        with pytest.raises(Refused, match="Tell them what changed"):
            confirm_pair(pair)

    def test_a_confirmed_side_without_changes_is_named_as_it_is(self):
        pair = proposed()
        first = confirm(pair.first, by=cast.second_reviewer())
        pair = confirm_pair(pair)
        assert pair.edition.first_edition == first.edition
        assert first.editions.count() == 1

    REFUSED = {
        "one who edited a side": lambda pair: edited(pair.second, by=cast.reviewer, role="Minister"),
        "one who joined evidence": lambda pair: evidence.join(
            quotation=QuotationFactory(), by=cast.reviewer(), statement=pair.second
        ),
        "one who worded the pair": lambda pair: found(pair, by=cast.reviewer, explanation="Another."),
        "one who asked for a reply": lambda pair: responses.ask(
            contradiction=pair, by=cast.reviewer(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by phone"
        ),
    }

    @pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
    def test_all_or_none(self, change):
        pair = proposed()
        change(pair)
        with pytest.raises(NotAllowed, match="somebody else has to confirm it"):
            confirm_pair(pair)
        assert not StatementEdition.objects.exists()
        assert set(Statement.objects.values_list("state", flat=True)) == {"draft"}
        assert Contradiction.objects.get().state == "proposed"
        confirm_pair(pair, by=cast.second_reviewer())

    def test_clashing_words_that_a_side_has_no_longer_refuse_all(self):
        pair = proposed(first_clash="no list", second_clash="is long")
        edited(pair.second, words="The list is short")
        with pytest.raises(Refused, match="“is long” does not stand in what"):
            confirm_pair(pair)
        assert not StatementEdition.objects.exists()

    def test_clashes_are_words_of_the_editions_not_of_the_desk(self):
        pair = confirm_pair(proposed(second_clash="is long"))
        found(pair, explanation="Another one.")
        edited(pair.second, words="The list is short")
        with pytest.raises(Refused, match="does not stand"):
            confirm_pair(pair, reason="The wording.")
        edited(pair.second, words="The list is long")
        assert confirm_pair(pair, reason="The wording.").edition.number == 2

    def test_which_side_is_earlier_is_stored(self):
        pair = confirm_pair(proposed(first=drafted(said=None)))
        assert pair.edition.first_is_earlier is False


class TestPairsAlong:
    @pytest.fixture
    def pair(self):
        return confirm_pair(proposed(first_clash="no list"))

    def test_one_taken_along_stands_on_the_new_edition(self, pair):
        statement = edited(pair.first, role="Minister")
        confirm(statement, along=box_of(pair, statement), correction="We had left out the role.")
        pair.refresh_from_db()
        statement.refresh_from_db()
        assert (pair.edition.number, pair.edition.first_edition, pair.waits) == (2, statement.edition, False)
        assert pair.state == "corrected"
        told = Correction.objects.values_list("statement_edition", "contradiction_edition")
        assert sorted(told, key=str) == sorted([(statement.edition_id, None), (None, pair.edition_id)], key=str)

    def test_one_left_stands_on_the_old_one_and_waits(self, pair):
        before = pair.edition
        statement = confirm(edited(pair.first, role="Minister"), reason="The role.")
        pair.refresh_from_db()
        assert (pair.edition, pair.waits, pair.state) == (before, True, "confirmed")
        assert pair.edition.first_edition.number == statement.edition.number - 1
        again = confirm_pair(pair, reason="The role.")
        assert (again.edition.first_edition, again.waits) == (statement.edition, False)

    def test_words_that_clash_no_longer_refuse_the_statement_too(self, pair):
        statement = edited(pair.first, words="We have none")
        with pytest.raises(Refused, match="“no list” does not stand"):
            confirm(statement, along=box_of(pair, statement), reason="The words.")
        statement.refresh_from_db()
        assert (statement.edition.number, statement.waits) == (1, True)

    def test_one_with_changes_of_its_own_is_confirmed_on_its_own_page(self, pair):
        found(pair, explanation="Another one.")
        statement = edited(pair.first, role="Minister")
        with pytest.raises(Refused, match="Confirm it on its own page"):
            confirm(statement, along=box_of(pair, statement), reason="The role.")

    def test_one_that_changed_since_it_was_read_refuses_all(self, pair):
        statement = edited(pair.first, role="Minister")
        box = box_of(pair, statement)
        confirm(edited(pair.second, role="Backbencher"), reason="The role.")
        with pytest.raises(Outdated):
            confirm(statement, along=box | {pair.pk: "0" * 64}, reason="The role.")
        statement.refresh_from_db()
        assert statement.edition.number == 1

    def test_one_that_does_not_stand_on_it_is_refused(self, pair):
        other = confirm_pair(proposed())
        statement = edited(pair.first, role="Minister")
        with pytest.raises(Refused, match="does not stand on this statement"):
            confirm(statement, along={other.pk: "0" * 64}, reason="The role.")

    def test_only_confirmed_ones_are_offered(self, pair):
        proposed(first=pair.first, second=drafted("A list"))
        withdrawn = confirm_pair(proposed(first=pair.first, second=drafted("Lists")))
        pairs.withdraw(contradiction=withdrawn, by=cast.reviewer(), reason="Not so.")
        pair.first.refresh_from_db()
        assert statements.pairs_standing_on(pair.first) == [pair]


class TestPuttingBack:
    def test_a_statement_gets_its_fields_and_its_evidence_again(self):
        statement = drafted(role="Minister")
        kept, gone = statement.quotations.get(), QuotationFactory(accepted=True, statement=statement)
        confirm(statement)
        joined = QuotationFactory()
        evidence.join(quotation=joined, by=cast.editor(), statement=statement)
        evidence.restore(quotation=gone, by=cast.editor())
        said = statement.said
        edited(statement, words="We had", role="", speaker=SpeakerFactory(), said=None, day_order=3, stance="denies")
        put = statements.put_back(statement=statement, digest=digest_of(statement), by=cast.reviewer())
        assert (put.words, put.role, put.speaker, put.said) == (
            "We have no list",
            "Minister",
            statement.speaker,
            said,
        )
        assert (put.day_order, put.stance, put.waits, put.state) == (0, "", False, "confirmed")
        assert set(put.quotations.all()) == {kept, gone}
        joined.refresh_from_db()
        assert (joined.state, joined.statement) == ("suggested", None)
        assert digest_of(put) != ""
        assert put.edition.number == 1

    def test_evidence_that_is_elsewhere_by_now_is_decided_on_first(self):
        statement = drafted()
        taken = QuotationFactory(accepted=True, statement=statement)
        confirm(statement)
        evidence.restore(quotation=taken, by=cast.editor())
        evidence.join(quotation=Quotation.objects.get(pk=taken.pk), by=cast.editor(), statement=drafted("Other"))
        with pytest.raises(Refused, match="accepted elsewhere"):
            statements.put_back(statement=statement, digest=digest_of(statement), by=cast.reviewer())

    def test_a_pair_gets_its_finding_and_its_responses_again(self):
        pair = proposed(first_clash="no list")
        asked = responses.ask(
            contradiction=pair, by=cast.editor(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by phone"
        )
        pair = confirm_pair(pair)
        responses.answer(response=asked, by=cast.editor(), revision=1, answer="No.", answered_at=NOON)
        responses.ask(
            contradiction=pair, by=cast.editor(), speaker=SpeakerFactory(), asked_at=NOON, asked_how="by letter"
        )
        found(pair, explanation="Another.", finding=Finding.PARTIAL, first_clash="", second_clash="long")
        put = pairs.put_back(contradiction=pair, digest=digest_of(pair), by=cast.reviewer())
        assert (put.explanation, put.finding, put.first_clash, put.second_clash) == (
            pair.explanation,
            pair.finding,
            "no list",
            "",
        )
        assert [(one.asked_how, one.answer) for one in put.responses.all()] == [("by phone", "")]
        assert (put.waits, put.edition) == (False, pair.edition)

    def test_a_story_gets_its_head_and_its_members_again(self):
        member, other = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
        story = StoryFactory(published=True, title="The list", slug="the-list", statements=[member])
        stories.edit_story(story=story, by=cast.editor(), revision=1, title="No list", slug="no-list", summary="None")
        stories.add_to_story(story=story, statement=other, by=cast.editor())
        stories.remove_from_story(story=story, statement=member, by=cast.editor())
        put = stories.put_back(story=story, digest=digest_of(story), by=cast.reviewer())
        assert (put.title, put.slug, put.summary, put.waits) == ("The list", "the-list", "", False)
        assert list(put.statements.all()) == [member]

    def test_what_was_never_confirmed_is_not_put_back(self):
        with pytest.raises(Refused, match="Edit the draft"):
            statements.put_back(statement=drafted(), digest="", by=cast.reviewer())
        with pytest.raises(Refused, match="Edit the proposal"):
            pairs.put_back(contradiction=proposed(), digest="", by=cast.reviewer())
        with pytest.raises(Refused, match="Edit the story"):
            stories.put_back(story=StoryFactory(), digest="", by=cast.reviewer())

    def test_an_editor_does_not_put_back(self):
        pair = confirm_pair(proposed())
        with pytest.raises(NotAllowed):
            statements.put_back(statement=pair.first, digest=digest_of(pair.first), by=cast.editor())
        with pytest.raises(NotAllowed):
            pairs.put_back(contradiction=pair, digest=digest_of(pair), by=cast.editor())
        with pytest.raises(NotAllowed):
            stories.put_back(
                story=StoryFactory(published=True), digest=digest_of(StoryFactory(published=True)), by=cast.editor()
            )


def again_confirmed(**decided):
    statement = confirm(drafted())
    return confirm(edited(statement, role="Minister"), **decided)


def again_confirmed_pair(**decided):
    pair = confirm_pair(proposed())
    return confirm_pair(found(pair, explanation="Another one."), **decided)


def again_published(**decided):
    story = publish(StoryFactory(statements=[StatementFactory(confirmed=True)]))
    stories.edit_story(story=story, by=cast.editor(), revision=story.revision, title="Another")
    return publish(story, **{"note" if name == "correction" else name: words for name, words in decided.items()})


AGAIN = {"a statement": again_confirmed, "a pair": again_confirmed_pair, "a story": again_published}


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
class TestTellingReaders:
    def test_from_the_second_edition_on_readers_are_told(self, again):
        edition = again(correction=" The role was left out. ").edition
        assert (edition.number, edition.told, edition.reason) == (2, True, "")

    def test_or_a_reason_says_why_not(self, again):
        edition = again(reason=" A comma. ").edition
        assert (edition.told, edition.reason) == (False, "A comma.")
        assert not Correction.objects.exists()

    @pytest.mark.parametrize("words", ["", "  "])
    def test_neither_is_refused(self, again, words):
        with pytest.raises(Refused, match="Tell them what changed, or say why"):
            again(correction=words, reason=words)

    def test_both_are_refused(self, again):
        with pytest.raises(Refused, match="Leave one of the two empty"):
            again(correction="The role.", reason="The role.")


def test_what_readers_are_told_of_a_statement_is_a_correction_of_its_edition():
    statement = again_confirmed(correction="The role was left out.")
    note = Correction.objects.get()
    assert (note.statement, note.statement_edition, note.contradiction) == (statement, statement.edition, None)
    assert (note.text, note.signature) == ("The role was left out.", cast.reviewer().byline)


def test_what_readers_are_told_of_a_story_is_a_note():
    assert again_published(correction="A better title.").edition.note == "A better title."
    assert not Correction.objects.exists()


def test_the_first_edition_is_told_by_itself():
    statement = confirm(drafted(), reason="Not needed.")
    assert (statement.edition.told, statement.edition.reason) == (False, "")


def test_corrected_stays_across_editions():
    pair = again_confirmed_pair(correction="The wording was wrong.")
    assert pair.state == "corrected"
    found(pair, explanation="A third.")
    pair = confirm_pair(pair, reason="A comma.")
    assert (pair.state, pair.edition.number) == ("corrected", 3)
    put = pairs.put_back(
        contradiction=found(pair, explanation="A fourth."),
        digest=digest_of(found(pair, explanation="A fourth.")),
        by=cast.reviewer(),
    )
    assert put.state == "corrected"
    assert pairs.withdraw(contradiction=put, by=cast.reviewer(), reason="Not so.").state == "withdrawn"


class TestWithdrawn:
    def test_a_statement_is_never_confirmed_again(self):
        statement = edited(confirm(drafted()), role="Minister")
        read = digest_of(statement)
        withdrawn = statements.withdraw_statement(statement=statement, by=cast.reviewer(), reason="Misheard")
        assert not withdrawn.waits
        with pytest.raises(IllegalMove, match="withdrawn"):
            statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read, reason="The role.")
        with pytest.raises(Refused):
            statements.put_back(statement=statement, digest=digest_of(statement), by=cast.reviewer())

    def test_a_pair_is_never_confirmed_again(self):
        pair = found(confirm_pair(proposed()), explanation="Another one.")
        read = digest_of(pair)
        assert not pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="Not so.").waits
        with pytest.raises(IllegalMove, match="withdrawn"):
            pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=read, reason="The wording.")

    def test_its_editions_stay(self):
        statement = confirm(drafted())
        statements.withdraw_statement(statement=statement, by=cast.reviewer(), reason="Misheard")
        statement.refresh_from_db()
        assert statement.edition.content["words"] == "We have no list"

    def test_a_pair_on_a_withdrawn_statement_stays_as_it_is_stored(self):
        pair = confirm_pair(proposed())
        statements.withdraw_statement(statement=pair.first, by=cast.reviewer(), reason="Misheard")
        before = Contradiction.objects.values().get(pk=pair.pk)
        assert (before["state"], before["waits"]) == ("confirmed", False)


def test_a_speaker_that_is_on_record_is_named_by_an_edition():
    statement = drafted()
    assert not speakers.is_on_record(statement.speaker)
    confirm(statement)
    assert speakers.is_on_record(statement.speaker)
