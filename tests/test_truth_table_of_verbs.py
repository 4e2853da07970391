"""Who may do what: every verb that a page offers, for every kind of user; and the verbs and commands themselves."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.db.models import Max
from django.urls import reverse

from articles.models import ArticleVersion
from claims.models import (
    Contradiction,
    Correction,
    Quotation,
    Reading,
    Response,
    Speaker,
    Statement,
    Story,
    StoryStatement,
)
from claims.records import Finding, Mode, Span
from claims.verbs import evidence, pairs, speakers, statements, stories
from claims.verbs.refusals import NotAllowed
from tests import cast
from tests.world import undone, world

pytestmark = pytest.mark.django_db

WHO = ("public", "leaver", "guest", "journalist", "editor", "reviewer", "second_reviewer")
EDITORS = ("editor", "reviewer", "second_reviewer")
REVIEWERS = ("reviewer", "second_reviewer")
SAYS = {"speaker": "Mina Ister", "kind": "person", "words": "We had a list", "mode": "direct", "said": "25 April 2018"}
ARTICLE = {"outlet": "The Sample", "title": "No list", "text": "“No.”", "zone": "UTC"}
MOMENT = "2018-04-27T12:00"

# The name of a verb's address: the records in it, who may, and what the form sends.
VERBS: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "desk-article-new": ("-", EDITORS, ARTICLE),
    "desk-read-again": ("version", EDITORS, {}),
    "desk-select": ("version", EDITORS, {"words": "Others doubted it.", "mode": "indirect"}),
    "desk-accept": ("suggested", EDITORS, SAYS),
    "desk-join": ("suggested, public", EDITORS, {}),
    "desk-dismiss": ("suggested", EDITORS, {"reason": "A title."}),
    "desk-restore": ("dismissed", EDITORS, {}),
    "desk-statement-edit": ("draft", EDITORS, SAYS | {"revision": 1}),
    "desk-statement-confirm": ("draft", REVIEWERS, {"revision": 1}),
    "desk-statement-withdraw": ("public", REVIEWERS, {"withdraw-reason": "Wrong speaker."}),
    "desk-statement-correct": ("public", REVIEWERS, {"correct-text": "It was Thursday."}),
    "desk-statement-earlier": ("public too", EDITORS, {}),
    "desk-statement-later": ("public", EDITORS, {}),
    "desk-propose": ("public too, public elsewhere", EDITORS, {"finding": "partial", "explanation": "In part."}),
    "desk-contradiction-edit": (
        "proposed",
        EDITORS,
        {"finding": "partial", "explanation": "In part.", "revision": 1},
    ),
    "desk-contradiction-confirm": ("proposed", REVIEWERS, {"revision": 1}),
    "desk-contradiction-dismiss": ("proposed", EDITORS, {"dismiss-reason": "Two opinions."}),
    "desk-contradiction-withdraw": ("confirmed", REVIEWERS, {"withdraw-reason": "Not so."}),
    "desk-contradiction-correct": ("confirmed", REVIEWERS, {"correct-text": "It was Thursday."}),
    "desk-ask": ("confirmed", EDITORS, {"ask-speaker": "Ann", "ask-asked_at": MOMENT, "ask-asked_how": "by e-mail"}),
    "desk-answer": ("answerable", EDITORS, {"answer-answer": "No.", "answer-answered_at": MOMENT}),
    "desk-story-new": ("-", EDITORS, {"title": "The list"}),
    "desk-story-edit": ("unpublished story", EDITORS, {"title": "The list", "slug": "the-list", "revision": 1}),
    "desk-story-add": ("unpublished story, draft", EDITORS, {}),
    "desk-story-remove": ("unpublished story, unpublished", EDITORS, {}),
    "desk-story-publish": ("unpublished story", REVIEWERS, {}),
    "desk-story-unpublish": ("published", REVIEWERS, {"unpublish-reason": "Wrong title."}),
    "desk-speaker-edit": ("heard", EDITORS, {"name": "Mina Jones", "kind": "person", "revision": 1}),
    "desk-speaker-merge": ("unheard", REVIEWERS, {"merge-into": "Ann Other"}),
}
# The same address, about a record that only reviewers may change: readers see it.
ABOUT_READERS = {
    "desk-story-edit": ("published", REVIEWERS, {"title": "The list", "slug": "the-list", "revision": 1}),
    "desk-story-add": ("published, public elsewhere", REVIEWERS, {}),
    "desk-story-remove": ("published, public too", REVIEWERS, {}),
}
TABLE = [
    pytest.param(name, of, may, sent, id=f"{name} of {of}")
    for table in (VERBS, ABOUT_READERS)
    for name, (of, may, sent) in table.items()
]


def traces() -> tuple[Any, ...]:
    """Changes with any change of any record."""
    tracked = (Contradiction, Quotation, Response, Speaker, Statement, Story, StoryStatement)
    histories = [model.pgh_event_model.objects.aggregate(last=Max("pgh_id"))["last"] for model in tracked]
    return (*histories, *(model.objects.count() for model in (Correction, Reading, ArticleVersion)))


def post(who: str, name: str, of: str, records: dict[str, Any], sent: dict[str, Any]) -> Any:
    arguments = [] if of == "-" else [records[one].pk for one in of.split(", ")]
    return cast.browser_of(cast.everyone()[who]()).post(reverse(f"claims:{name}", args=arguments), sent)


@pytest.mark.parametrize(("name", "of", "may", "sent"), TABLE)
def test_who_does_what(name, of, may, sent, subtests):
    records = world()
    before = traces()
    # Refused as a form where the role is enough for the page, but not for a record that readers see.
    no = (302, 403, 422) if of.startswith("published") and name in ABOUT_READERS else (302, 403)
    for who in WHO:
        with subtests.test(f"{who} {'may' if who in may else 'may not'}"), undone():
            answer = post(who, name, of, records, sent)
            is_sign_in = answer.status_code == 302 and answer.url.startswith(reverse("accounts:sign-in"))
            assert (answer.status_code == 302 and not is_sign_in) == (who in may), answer.text
            assert (traces() != before) == (who in may)
            assert who in may or answer.status_code in no


# What a reviewer wrote, somebody else confirms.
OWN = {
    "a statement": ("desk-statement-confirm", "draft", {"edited_by": cast.reviewer}),
    "a pair": ("desk-contradiction-confirm", "proposed", {"proposed_by": cast.reviewer}),
}


@pytest.mark.parametrize(("name", "of", "author"), OWN.values(), ids=OWN)
@pytest.mark.parametrize(("who", "may"), [("reviewer", False), ("second_reviewer", True)])
def test_nobody_confirms_what_they_wrote(name, of, author, who, may):
    records = world()
    record = records[of]
    type(record).objects.filter(pk=record.pk).update(**{field: person() for field, person in author.items()})
    before = traces()
    answer = post(who, name, of, records, {"revision": 1})
    assert answer.status_code == (302 if may else 422)
    assert (traces() != before) == may


# The verbs themselves, whoever calls them: a page, the admin, a script.
WEDNESDAY = dt.datetime(2018, 4, 25, 12, tzinfo=dt.UTC)
CALLS: dict[str, tuple[tuple[str, ...], Callable[[dict[str, Any], Any], Any]]] = {
    "accept": (
        EDITORS,
        lambda w, by: evidence.accept(
            quotation=w["suggested"], by=by, speaker=w["heard"], words="No", mode=Mode.DIRECT, said=None
        ),
    ),
    "join": (EDITORS, lambda w, by: evidence.join(quotation=w["suggested"], by=by, statement=w["public"])),
    "dismiss": (EDITORS, lambda w, by: evidence.dismiss(quotation=w["suggested"], by=by, reason="A title.")),
    "restore": (EDITORS, lambda w, by: evidence.restore(quotation=w["dismissed"], by=by)),
    "select": (EDITORS, lambda w, by: evidence.select(version=w["version"], by=by, spans=[Span(0, 11)])),
    "edit": (EDITORS, lambda w, by: statements.edit(statement=w["draft"], by=by, revision=1, words="No")),
    "confirm_statement": (REVIEWERS, lambda w, by: statements.confirm_statement(statement=w["draft"], by=by)),
    "withdraw_statement": (
        REVIEWERS,
        lambda w, by: statements.withdraw_statement(statement=w["public"], by=by, reason="Wrong."),
    ),
    "propose": (
        EDITORS,
        lambda w, by: pairs.propose(
            one=w["public too"], other=w["public elsewhere"], by=by, finding=Finding.PARTIAL, explanation="In part."
        ),
    ),
    "edit a pair": (
        EDITORS,
        lambda w, by: pairs.edit(contradiction=w["proposed"], by=by, revision=1, explanation="In part."),
    ),
    "confirm a pair": (REVIEWERS, lambda w, by: pairs.confirm(contradiction=w["proposed"], by=by)),
    "dismiss a pair": (EDITORS, lambda w, by: pairs.dismiss(contradiction=w["proposed"], by=by, reason="No.")),
    "withdraw a pair": (REVIEWERS, lambda w, by: pairs.withdraw(contradiction=w["confirmed"], by=by, reason="No.")),
    "correct": (REVIEWERS, lambda w, by: pairs.correct(statement=w["public"], by=by, text="It was Thursday.")),
    "ask": (
        EDITORS,
        lambda w, by: pairs.ask(
            contradiction=w["confirmed"], by=by, speaker=w["heard"], asked_at=WEDNESDAY, asked_how="by e-mail"
        ),
    ),
    "answer": (
        EDITORS,
        lambda w, by: pairs.answer(response=w["answerable"], by=by, answer="No.", answered_at=WEDNESDAY),
    ),
    "start a story": (EDITORS, lambda w, by: stories.start_story(title="The list", by=by)),
    "edit a story": (
        EDITORS,
        lambda w, by: stories.edit_story(story=w["unpublished story"], by=by, revision=1, title="The list"),
    ),
    "edit what readers see": (
        REVIEWERS,
        lambda w, by: stories.edit_story(story=w["published"], by=by, revision=1, title="The list"),
    ),
    "add to what readers see": (
        REVIEWERS,
        lambda w, by: stories.add_to_story(story=w["published"], by=by, statement=w["public elsewhere"]),
    ),
    "remove from what readers see": (
        REVIEWERS,
        lambda w, by: stories.remove_from_story(story=w["published"], by=by, statement=w["public too"]),
    ),
    "publish": (REVIEWERS, lambda w, by: stories.publish(story=w["unpublished story"], by=by)),
    "unpublish": (REVIEWERS, lambda w, by: stories.unpublish(story=w["published"], by=by, reason="Wrong.")),
    "name a speaker": (EDITORS, lambda w, by: speakers.speaker_called(name="Somebody New", by=by)),
    "edit a speaker": (
        EDITORS,
        lambda w, by: speakers.edit_speaker(speaker=w["heard"], by=by, revision=1, name="Mina Jones"),
    ),
    "merge speakers": (
        REVIEWERS,
        lambda w, by: speakers.merge_speakers(speaker=w["unheard"], into=w["heard"], by=by),
    ),
}


@pytest.mark.parametrize(("may", "call"), CALLS.values(), ids=CALLS)
def test_a_verb_looks_at_the_role_itself(may, call, subtests):
    records = world()
    people = {who: cast.everyone()[who]() for who in WHO}
    before = traces()
    for who, by in people.items():
        with subtests.test(f"{who} {'may' if who in may else 'may not'}"), undone():
            if who in may:
                call(records, by)
            else:
                with pytest.raises(NotAllowed):
                    call(records, by)
            assert (traces() != before) == (who in may)


# Whoever has the shell may run these; what they bring in waits for editors and reviewers like anything else.
COMMANDS = {"check_worker", "import_articles", "read_articles", "extract_quotations", "fill_demo", "run_demo"}


def test_what_commands_bring_in_reaches_no_reader(tmp_path):
    world()
    seen = what_readers_see()
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(ARTICLE | {"text": "“There is no list,” said Mina Ister on Wednesday."}))
    call_command("import_articles", str(file), verbosity=0)
    call_command("read_articles", "--now", verbosity=0)
    call_command("fill_demo", verbosity=0)
    assert what_readers_see() == seen


def what_readers_see() -> list[list[int]]:
    models = (Story, Statement, Contradiction, Speaker, Quotation)
    return [sorted(model.objects.visible_to(cast.public()).values_list("pk", flat=True)) for model in models]


def test_every_command_of_the_project_is_decided_on():
    assert {name for name, app in get_commands().items() if app in ("claims", "articles", "accounts")} == COMMANDS
