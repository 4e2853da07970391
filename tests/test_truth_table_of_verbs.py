"""Who may do what, and what of it reaches readers: every verb that a page offers, for every kind of user; and the verbs
and commands themselves."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.db.models import Max, Q
from django.urls import reverse

from articles.models import Article, ArticleVersion
from claims import desk_urls
from claims.models import (
    Contradiction,
    Correction,
    MethodText,
    Mistake,
    Quotation,
    Reading,
    Response,
    Speaker,
    SpeakerProposal,
    Statement,
    Story,
    StoryStatement,
)
from claims.records import Finding, Mode, Span, SpeakerKind
from claims.verbs import evidence, method, mistakes, pairs, responses, speakers, statements, stories
from claims.verbs.refusals import NotAllowed
from tests import cast
from tests.confirming import confirm, confirm_pair, digest_of, publish
from tests.factories import (
    ArticleFactory,
    ContradictionFactory,
    OriginFactory,
    QuotationFactory,
    SpeakerFactory,
    SpeakerProposalFactory,
    StatementFactory,
    StoryFactory,
)
from tests.world import built_once, undone, world

pytestmark = pytest.mark.django_db

WHO = ("public", "leaver", "guest", "administrator", "journalist", "editor", "reviewer", "second_reviewer")
EDITORS = ("editor", "reviewer", "second_reviewer")
REVIEWERS = ("reviewer", "second_reviewer")
SAYS = {"speaker": "Mina Ister", "kind": "person", "words": "We had a list", "mode": "direct", "said": "25 April 2018"}
ARTICLE = {"outlet": "The Sample", "title": "No list", "text": "“No.”", "zone": "UTC"}
MOMENT = "2018-04-27T12:00"


def read(name: str) -> Callable[[dict[str, Any]], str]:
    """The digest of what stands on the page of that record."""
    return lambda records: digest_of(records[name])


# The name of a verb's address: the records in it, who may, and what the form sends.
VERBS: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "desk-article-new": ("-", EDITORS, ARTICLE),
    "desk-read-again": ("version", EDITORS, {}),
    "desk-origin-independent": ("copy", EDITORS, {"independent-reason": "Their own reporter was there."}),
    "desk-origin-same": ("article, wire", EDITORS, {"same-reason": "Both print the agency."}),
    "desk-select": ("version", EDITORS, {"words": "Others doubted it.", "mode": "indirect"}),
    "desk-accept": ("suggested", EDITORS, SAYS),
    "desk-join": ("suggested, public", EDITORS, {}),
    "desk-dismiss": ("suggested", EDITORS, {"reason": "A title."}),
    "desk-restore": ("dismissed", EDITORS, {}),
    "desk-statement-edit": ("draft", EDITORS, SAYS | {"revision": 1}),
    "desk-statement-confirm": ("draft", REVIEWERS, {"digest": read("draft")}),
    "desk-statement-put-back": ("waiting", REVIEWERS, {"digest": read("waiting")}),
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
    "desk-contradiction-confirm": ("proposed", REVIEWERS, {"digest": read("proposed")}),
    "desk-contradiction-put-back": ("waiting pair", REVIEWERS, {"digest": read("waiting pair")}),
    "desk-contradiction-dismiss": ("proposed", EDITORS, {"dismiss-reason": "Two opinions."}),
    "desk-contradiction-withdraw": ("confirmed", REVIEWERS, {"withdraw-reason": "Not so."}),
    "desk-contradiction-correct": ("confirmed", REVIEWERS, {"correct-text": "It was Thursday."}),
    "desk-ask": ("confirmed", EDITORS, {"ask-speaker": "Ann", "ask-asked_at": MOMENT, "ask-asked_how": "by e-mail"}),
    "desk-answer": (
        "answerable",
        EDITORS,
        {"answer-answer": "No.", "answer-answered_at": MOMENT, "answer-revision": 1},
    ),
    "desk-story-new": ("-", EDITORS, {"title": "The list"}),
    "desk-story-edit": ("unpublished story", EDITORS, {"title": "The list", "slug": "the-list", "revision": 1}),
    "desk-story-add": ("unpublished story, draft", EDITORS, {}),
    "desk-story-remove": ("unpublished story, unpublished", EDITORS, {}),
    "desk-story-publish": ("unpublished story", REVIEWERS, {"digest": read("unpublished story")}),
    "desk-story-put-back": ("waiting story", REVIEWERS, {"digest": read("waiting story")}),
    "desk-story-unpublish": ("published", REVIEWERS, {"unpublish-reason": "Wrong title."}),
    "desk-method-edit": ("-", REVIEWERS, {"text": "Two people read everything.", "revision": 1}),
    "desk-mistake-handle": ("mistake", EDITORS, {"handle-note": "Corrected."}),
    "desk-mistake-reopen": ("handled", EDITORS, {}),
    "desk-speaker-edit": ("somebody", EDITORS, {"name": "Mina Jones", "kind": "person", "revision": 1}),
    "desk-speaker-merge": ("somebody", REVIEWERS, {"merge-into": "Bea Other"}),
    "desk-proposal-apply": ("proposal", REVIEWERS, {"digest": read("proposal")}),
    "desk-proposal-dismiss": ("proposal", EDITORS, {"dismiss-reason": "Not so."}),
}
# The same addresses, about records that readers see: what waits for a second person, any editor may do.
ABOUT_READERS: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "desk-statement-edit": ("public", EDITORS, SAYS | {"revision": 1}),
    "desk-restore": ("evidence too", EDITORS, {}),
    "desk-statement-confirm": ("waiting", REVIEWERS, {"digest": read("waiting"), "reason": "The role."}),
    "desk-contradiction-edit": (
        "confirmed",
        EDITORS,
        {"finding": "partial", "explanation": "In part.", "revision": 1},
    ),
    "desk-contradiction-confirm": (
        "waiting pair",
        REVIEWERS,
        {"digest": read("waiting pair"), "correction": "In part."},
    ),
    "desk-story-edit": ("published", EDITORS, {"title": "The list", "slug": "the-list", "revision": 1}),
    "desk-story-add": ("published, public elsewhere", EDITORS, {}),
    "desk-story-remove": ("published, public too", EDITORS, {}),
    "desk-story-publish": ("waiting story", REVIEWERS, {"digest": read("waiting story"), "correction": "A title."}),
    "desk-speaker-edit": (
        "heard",
        EDITORS,
        {"name": "Mina Jones", "kind": "person", "revision": 1, "reason": "She married."},
    ),
    "desk-speaker-merge": ("heard", EDITORS, {"merge-into": "Ann Other", "merge-reason": "One and the same."}),
}
# What readers see changes by these and no others: by a second person, or signed by one reviewer.
SECOND_PERSON = {
    *("desk-statement-confirm", "desk-contradiction-confirm", "desk-story-publish", "desk-proposal-apply"),
}
SIGNED = {
    *("desk-statement-withdraw", "desk-statement-correct", "desk-contradiction-withdraw"),
    *("desk-contradiction-correct", "desk-story-unpublish"),
}
TABLE = [
    pytest.param(name, of, may, sent, id=f"{name} of {of}")
    for table in (VERBS, ABOUT_READERS)
    for name, (of, may, sent) in table.items()
]


def newsroom() -> dict[str, Any]:
    """The world, and beside it what has changes waiting: the editor's, and so anybody else's to confirm."""
    made = world()
    made["waiting"] = StatementFactory(confirmed=True, edited_by=cast.editor(), words="A list was kept")
    QuotationFactory(accepted=True, statement=made["waiting"])
    statements.edit(statement=made["waiting"], by=cast.editor(), revision=1, role="Minister")
    one, other = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    made["waiting pair"] = ContradictionFactory(first=one, second=other, proposed_by=cast.editor(), confirmed=True)
    pairs.edit(contradiction=made["waiting pair"], by=cast.editor(), revision=1, explanation="In part.")
    made["waiting story"] = StoryFactory(published=True, statements=[made["waiting"], one, other])
    stories.edit_story(story=made["waiting story"], by=cast.editor(), revision=1, title="Two lists")
    made["evidence too"] = QuotationFactory(accepted=True, statement=made["public"])
    made["wire"] = ArticleFactory(origin=OriginFactory())
    made["copy"] = ArticleFactory(origin=made["wire"].origin)
    made["proposal"] = SpeakerProposalFactory(speaker=made["public too"].speaker, proposed_by=cast.editor())
    made["another"] = SpeakerFactory(name="Bea Other")
    return made


built, records = built_once(newsroom)


def traces() -> tuple[Any, ...]:
    """Changes with any change of any record."""
    tracked = (
        *(Article, Contradiction, Mistake, Quotation, Response),
        *(Speaker, SpeakerProposal, Statement, Story, StoryStatement),
    )
    histories = [model.pgh_event_model.objects.aggregate(last=Max("pgh_id"))["last"] for model in tracked]
    return (*histories, *(model.objects.count() for model in (Correction, Reading, ArticleVersion, MethodText)))


def post(who: str, name: str, of: str, records: dict[str, Any], sent: dict[str, Any]) -> Any:
    arguments = [] if of == "-" else [records[one].pk for one in of.split(", ")]
    return cast.browser_of(cast.everyone()[who]()).post(reverse(f"claims:{name}", args=arguments), sent)


@pytest.mark.parametrize(("name", "of", "may", "sent"), TABLE)
def test_who_does_what(name, of, may, sent, records, subtests):
    sent = {field: value(records) if callable(value) else value for field, value in sent.items()}
    before, seen = traces(), what_readers_see()
    # Refused as a form where an editor may propose what a reviewer may do.
    no = (302, 403, 422) if name == "desk-speaker-merge" else (302, 403)
    for who in WHO:
        with subtests.test(f"{who} {'may' if who in may else 'may not'}"), undone():
            answer = post(who, name, of, records, sent)
            is_sign_in = answer.status_code == 302 and answer.url.startswith(reverse("accounts:sign-in"))
            assert (answer.status_code == 302 and not is_sign_in) == (who in may), answer.text
            assert (traces() != before) == (who in may)
            assert who in may or answer.status_code in no
            assert who not in may or (what_readers_see() != seen) == (name in SECOND_PERSON | SIGNED)


@pytest.mark.parametrize("name", sorted(SECOND_PERSON))
def test_what_brings_anything_to_readers_needs_a_second_person(name, records):
    """Whoever made the change gets the page back and changes nothing, reviewer or not."""
    of, _, sent = ABOUT_READERS.get(name) or VERBS[name]
    _made_by(cast.reviewer(), records)
    sent = {field: value(records) if callable(value) else value for field, value in sent.items()}
    before = traces()
    answer = post("reviewer", name, of, records, sent)
    assert (answer.status_code, traces()) == (422, before)
    assert post("second_reviewer", name, of, records, sent).status_code == 302


def _made_by(reviewer: Any, records: dict[str, Any]) -> None:
    """The reviewer's own hand in everything that waits."""
    statements.edit(statement=records["waiting"], by=reviewer, revision=2, occasion="Committee")
    pairs.edit(contradiction=records["waiting pair"], by=reviewer, revision=2, finding=Finding.PARTIAL)
    stories.edit_story(story=records["waiting story"], by=reviewer, revision=2, summary="Mine")
    SpeakerProposal.objects.filter(pk=records["proposal"].pk).update(proposed_by=reviewer)


def test_every_verb_of_the_desk_is_decided_on():
    posting = {one.name for one in desk_urls.urlpatterns if one.name in VERBS}
    assert posting == set(VERBS)
    looking = {
        *("desk", "desk-articles", "desk-article", "desk-origin", "desk-progress", "desk-quotation", "desk-same"),
        *("desk-statements", "desk-statement", "desk-against", "desk-contradictions", "desk-contradiction"),
        *("desk-stories", "desk-story", "desk-speakers", "desk-speaker", "desk-speaker-names"),
        *("desk-mistakes", "desk-mistake", "desk-method"),
    }
    assert {one.name for one in desk_urls.urlpatterns} - looking == set(VERBS)


# What a reviewer wrote, somebody else confirms.
OWN = {
    "a statement": ("desk-statement-confirm", "draft", {"edited_by": cast.reviewer}),
    "a pair": ("desk-contradiction-confirm", "proposed", {"proposed_by": cast.reviewer}),
}


@pytest.mark.parametrize(("name", "of", "author"), OWN.values(), ids=OWN)
@pytest.mark.parametrize(("who", "may"), [("reviewer", False), ("second_reviewer", True)])
def test_nobody_confirms_what_they_wrote(name, of, author, who, may, records):
    record = records[of]
    type(record).objects.filter(pk=record.pk).update(**{field: person() for field, person in author.items()})
    before = traces()
    answer = post(who, name, of, records, {"digest": digest_of(record)})
    assert answer.status_code == (302 if may else 422)
    assert (traces() != before) == may


# The verbs themselves, whoever calls them: a page, the admin, a script.
WEDNESDAY, SATURDAY = dt.datetime(2018, 4, 25, 12, tzinfo=dt.UTC), dt.datetime(2018, 4, 28, 12, tzinfo=dt.UTC)
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
    "confirm_statement": (REVIEWERS, lambda w, by: confirm(w["draft"], by=by)),
    "put a statement back": (
        REVIEWERS,
        lambda w, by: statements.put_back(statement=w["waiting"], by=by, digest=digest_of(w["waiting"])),
    ),
    "move_within_day": (
        EDITORS,
        lambda w, by: statements.move_within_day(statement=w["public"], by=by, earlier=False),
    ),
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
    "confirm a pair": (REVIEWERS, lambda w, by: confirm_pair(w["proposed"], by=by)),
    "put a pair back": (
        REVIEWERS,
        lambda w, by: pairs.put_back(contradiction=w["waiting pair"], by=by, digest=digest_of(w["waiting pair"])),
    ),
    "dismiss a pair": (EDITORS, lambda w, by: pairs.dismiss(contradiction=w["proposed"], by=by, reason="No.")),
    "withdraw a pair": (REVIEWERS, lambda w, by: pairs.withdraw(contradiction=w["confirmed"], by=by, reason="No.")),
    "correct": (REVIEWERS, lambda w, by: pairs.correct(statement=w["public"], by=by, text="It was Thursday.")),
    "ask": (
        EDITORS,
        lambda w, by: responses.ask(
            contradiction=w["confirmed"], by=by, speaker=w["heard"], asked_at=WEDNESDAY, asked_how="by e-mail"
        ),
    ),
    "answer": (
        EDITORS,
        lambda w, by: responses.answer(response=w["answerable"], by=by, revision=1, answer="No.", answered_at=SATURDAY),
    ),
    "start a story": (EDITORS, lambda w, by: stories.start_story(title="The list", by=by)),
    "edit a story": (
        EDITORS,
        lambda w, by: stories.edit_story(story=w["unpublished story"], by=by, revision=1, title="The list"),
    ),
    "edit a story that readers see": (
        EDITORS,
        lambda w, by: stories.edit_story(story=w["published"], by=by, revision=1, title="The list"),
    ),
    "add to a story that readers see": (
        EDITORS,
        lambda w, by: stories.add_to_story(story=w["published"], by=by, statement=w["public elsewhere"]),
    ),
    "remove from a story that readers see": (
        EDITORS,
        lambda w, by: stories.remove_from_story(story=w["published"], by=by, statement=w["public too"]),
    ),
    "publish": (REVIEWERS, lambda w, by: publish(w["unpublished story"], by=by)),
    "put a story back": (
        REVIEWERS,
        lambda w, by: stories.put_back(story=w["waiting story"], by=by, digest=digest_of(w["waiting story"])),
    ),
    "unpublish": (REVIEWERS, lambda w, by: stories.unpublish(story=w["published"], by=by, reason="Wrong.")),
    "write how we work": (REVIEWERS, lambda w, by: method.write_method(by=by, text="Two of us read it.", revision=1)),
    "handle a mistake": (EDITORS, lambda w, by: mistakes.handle_mistake(mistake=w["mistake"], by=by, note="Done.")),
    "reopen a mistake": (EDITORS, lambda w, by: mistakes.reopen_mistake(mistake=w["handled"], by=by)),
    "name a speaker": (EDITORS, lambda w, by: speakers.speaker_called(name="Somebody New", by=by)),
    "edit a speaker": (
        EDITORS,
        lambda w, by: speakers.edit_speaker(speaker=w["somebody"], by=by, revision=1, name="Mina Jones"),
    ),
    "merge speakers": (
        REVIEWERS,
        lambda w, by: speakers.merge_speakers(speaker=w["somebody"], into=w["another"], by=by),
    ),
    "propose a change": (
        EDITORS,
        lambda w, by: speakers.propose_change(
            speaker=w["heard"], by=by, reason="She married.", name="Mina Jones", kind=SpeakerKind.PERSON
        ),
    ),
    "propose a merge": (
        EDITORS,
        lambda w, by: speakers.propose_merge(speaker=w["unheard"], into=w["heard"], by=by, reason="The same."),
    ),
    "apply a proposal": (
        REVIEWERS,
        lambda w, by: speakers.apply_proposal(proposal=w["proposal"], by=by, digest=digest_of(w["proposal"])),
    ),
    "dismiss a proposal": (
        EDITORS,
        lambda w, by: speakers.dismiss_proposal(proposal=w["proposal"], by=by, reason="Not so."),
    ),
}
BRINGS_TO_READERS = {
    *("confirm_statement", "confirm a pair", "publish", "apply a proposal"),
    *("withdraw_statement", "withdraw a pair", "correct", "unpublish"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_verb_looks_at_the_role_itself(name, records, subtests):
    may, call = CALLS[name]
    people = {who: cast.everyone()[who]() for who in WHO}
    before, seen = traces(), what_readers_see()
    for who, by in people.items():
        with subtests.test(f"{who} {'may' if who in may else 'may not'}"), undone():
            if who in may:
                call(records, by)
            else:
                with pytest.raises(NotAllowed):
                    call(records, by)
            assert (traces() != before) == (who in may)
            assert who not in may or (what_readers_see() != seen) == (name in BRINGS_TO_READERS)


# Whoever has the shell may run these; what they bring in waits for editors and reviewers like anything else.
COMMANDS = {
    "check_worker",
    "forget_contacts",
    "import_articles",
    "read_articles",
    "extract_quotations",
    "find_origins",
    "fill_demo",
    "run_demo",
}


@pytest.mark.usefixtures("records")
def test_what_commands_bring_in_reaches_no_reader(tmp_path):
    seen = what_readers_see()
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(ARTICLE | {"text": "“There is no list,” said Mina Ister on Wednesday."}))
    call_command("import_articles", str(file), verbosity=0)
    call_command("read_articles", "--now", verbosity=0)
    call_command("fill_demo", verbosity=0)
    assert what_readers_see() == seen


def what_readers_see() -> list[list[tuple[Any, ...]]]:
    """Changes with anything that readers may see: which editions, in which state, under whose name, so corrected."""
    columns = {
        Story: ("pk", "edition", "state"),
        Statement: ("pk", "edition", "state", "withdrawn_reason"),
        Contradiction: ("pk", "edition", "state", "withdrawn_reason"),
        Speaker: ("pk", "name", "kind", "slug", "merged_into"),
    }
    reader = cast.public()
    seen = [sorted(model.objects.visible_to(reader).values_list(*names), key=str) for model, names in columns.items()]
    corrected = Correction.objects.filter(
        Q(statement__in=Statement.objects.public()) | Q(contradiction__in=Contradiction.objects.public())
    )
    return [*seen, sorted(corrected.values_list("pk", "text"))]


def test_every_command_of_the_project_is_decided_on():
    assert {name for name, app in get_commands().items() if app in ("claims", "articles", "accounts")} == COMMANDS
