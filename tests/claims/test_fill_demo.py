"""The demo story: told once, by the newsroom's own verbs, with one of every kind in it."""

import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.models import User
from articles.models import Article, ArticleVersion
from claims.models import Contradiction, Correction, Mistake, Quotation, Response, Statement, Story
from claims.models.states import ContradictionState, QuotationState, StatementState
from claims.records import Finding, PairKind, Precision, SpeakerKind
from claims.timeline.awaiting import statement_awaiting
from claims.verbs.history import history_of
from tests import cast
from tests.claims.test_picture import labels_sticking_out
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    call_command("fill_demo", verbosity=0)
    return Story.objects.published().get()


@pytest.fixture
def public_pairs(story):
    return list(Contradiction.objects.public().with_statements())


def test_readers_see_every_kind_of_pair(public_pairs):
    assert {pair.kind for pair in public_pairs} == set(PairKind)


def test_readers_see_every_finding(public_pairs):
    assert {pair.finding for pair in public_pairs} == set(Finding)


def test_readers_see_dates_of_every_exactness(story):
    said = [statement.said for statement in Statement.objects.public()]
    assert {one.precision for one in said} == {Precision.DAY, Precision.MONTH, None}


def test_readers_see_what_was_said_first_first(story):
    names = [s.speaker.name.split()[-1] for s in story.statements.public().in_order_said().select_related("speaker")]
    assert names[:5] == ["2015", "Moreton", "Rudd", "Rudd", "Williams"]


def test_one_statement_is_worded_differently_by_two_outlets(story):
    renderings = [set(statement.quotations.values_list("exact", flat=True)) for statement in Statement.objects.all()]
    removals = [words for words in renderings if len(words) == 2 and "specific removals targets" in " ".join(words)]
    assert len(removals) == 1


def test_no_label_of_its_picture_is_cut_off(story):
    page = cast.browser_of(cast.public()).get(story.get_absolute_url()).text
    (wide,) = re.findall(r"<svg [^>]*picture--wide.*?</svg>", page, re.DOTALL)
    assert labels_sticking_out(wide) == []


def test_a_document_speaks_too(story):
    assert story.statements.filter(speaker__kind=SpeakerKind.DOCUMENT).exists()


def test_somebody_answered_and_somebody_did_not(public_pairs):
    responses = Response.objects.filter(contradiction__in=public_pairs)
    assert responses.filter(answer="", deadline__isnull=False).count() == 1
    assert responses.exclude(answer="").count() == 1


def test_statements_and_a_pair_are_corrected(story):
    corrected = Correction.objects.filter(statement__in=Statement.objects.public())
    assert corrected.filter(statement_edition=None).count() == 1
    assert corrected.exclude(statement_edition=None).count() == 1
    assert Contradiction.objects.public().filter(state=ContradictionState.CORRECTED, corrections__gt=0).count() == 1


def test_one_statement_has_a_second_edition_of_which_readers_are_told(story):
    [note] = Correction.objects.exclude(statement_edition=None)
    edition = note.statement_edition
    assert (edition.number, edition.told, note.statement.edition) == (2, True, edition)
    assert edition.content["occasion"] != note.statement.editions.get(number=1).content["occasion"]


def test_one_statement_has_changes_waiting(story):
    waiting = Statement.objects.with_changes_waiting().get()
    assert waiting.edition.number == 1
    assert statement_awaiting(waiting).changes
    assert waiting in Statement.objects.public()


def test_nothing_else_waits(story):
    assert not Contradiction.objects.with_changes_waiting().exists()
    assert not Story.objects.with_changes_waiting().exists()


def test_the_first_records_keep_their_numbers_and_states(story):
    """People have bookmarks and scripts."""
    statements = dict(Statement.objects.filter(pk__lte=first(Statement) + 11).values_list("pk", "state"))
    pairs = list(Contradiction.objects.order_by("pk").values_list("state", flat=True))
    assert len(statements) == 12
    assert pairs[:8] == [
        *("confirmed", "corrected", "confirmed", "confirmed", "confirmed", "confirmed"),
        *("proposed", "dismissed"),
    ]


def test_whoever_confirmed_made_none_of_it(story):
    for record in (*Statement.objects.all(), *Contradiction.objects.all(), story):
        for edition in record.editions.all():
            assert edition.confirmed_by.username == "reviewer"
            assert edition.confirmed_by_id not in edition.made_by
            assert edition.made_by


def first(model) -> int:
    return model.objects.order_by("pk").values_list("pk", flat=True)[0]


def test_examples_are_called_examples(story):
    told = [*Response.objects.values_list("asked_how", flat=True), *Correction.objects.values_list("text", flat=True)]
    assert all("xample" in words for words in told)
    assert all("demo summary" in title for title in Article.objects.values_list("title", flat=True))


def test_a_withdrawn_statement_says_why(story):
    withdrawn = story.statements.get(state=StatementState.WITHDRAWN)
    assert withdrawn.withdrawn_reason


def test_the_desk_has_something_to_do(story):
    assert Statement.objects.awaiting_review().exists()
    assert Contradiction.objects.awaiting_review().exists()
    assert Quotation.objects.awaiting_an_editor().filter(version__article__title__startswith="Parties").count() >= 3
    assert Story.objects.exclude(pk=story.pk).get().state == "unpublished"


def test_a_reader_has_reported_something(story):
    assert Mistake.objects.still_open().get().statement.edition


def test_what_is_not_published_stays_inside(story):
    public = cast.public()
    assert not Statement.objects.visible_to(public).filter(state=StatementState.DRAFT).exists()
    assert not Contradiction.objects.visible_to(public).filter(state=ContradictionState.PROPOSED).exists()


def test_every_statement_has_its_evidence_in_the_text(story):
    for statement in Statement.objects.all():
        for quotation in statement.quotations.select_related("version"):
            assert quotation.version.text[quotation.start : quotation.end] == quotation.exact
        assert statement.quotations.filter(state=QuotationState.ACCEPTED).exists()


def test_history_is_true(story):
    pair = Contradiction.objects.filter(state=ContradictionState.CORRECTED).get()
    assert [entry.verb for entry in history_of(pair)] == ["correct", "confirm", "answer", "ask", "propose"]
    assert [entry.who for entry in history_of(pair)] == ["Rae Reviewer"] * 2 + ["Eddie Editor"] * 3


def test_telling_it_again_changes_nothing(story, capsys):
    call_command("fill_demo")
    assert "nothing was changed" in capsys.readouterr().out
    assert Story.objects.count() == 2


def test_a_database_that_holds_anything_is_left_alone(capsys):
    ArticleFactory()
    call_command("fill_demo")
    assert not Story.objects.exists()


def test_people_who_are_not_there_cannot_sign_in_afterwards(story):
    assert set(User.objects.values_list("username", "is_active")) == {("editor", False), ("reviewer", False)}


def test_people_who_are_there_do_the_work():
    people = {cast.editor(), cast.reviewer()}
    call_command("fill_demo", verbosity=0)
    assert set(User.objects.all()) == people
    assert not User.objects.filter(is_active=False).exists()


def test_somebody_else_of_that_name_is_told_and_nothing_is_kept():
    User.objects.create(username="reviewer")
    with pytest.raises(CommandError, match="does not hold the role reviewer"):
        call_command("fill_demo")
    assert not ArticleVersion.objects.exists()


def test_an_extractor_that_is_missing_costs_no_story(settings, caplog):
    settings.EXTRACTION_MODEL = "no_such_model"
    call_command("fill_demo", verbosity=0)
    assert Story.objects.published().exists()


def test_the_words_around_the_quotations_are_the_projects_own(story, articles_folder):
    printed = " ".join(path.read_text(encoding="utf-8") for path in articles_folder.glob("*.txt"))
    theirs = runs(re.sub(r'["“][^"”]*["”]', " | ", printed))
    ours = runs(re.sub(r'["“][^"”]*["”]', " | ", " ".join(v.text for v in ArticleVersion.objects.all())))
    assert {run for run in ours & theirs if "|" not in run} == set()


def runs(text: str, length: int = 8) -> set[str]:
    words = re.findall(r"[\w']+|\|", text.lower())
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
