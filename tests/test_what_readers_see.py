"""Every verb on every kind of record in every state, whether or not somebody else has changed it meanwhile: what
readers see before and after, in pages, fragments, reports and counts.

Only confirming and publishing bring anything new to them, by a second person who read it; and what one reviewer does
signed and dated: correcting, withdrawing, taking a story away, and applying what somebody else proposed for a name."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from claims.models import Contradiction, Quotation, Response, Speaker, SpeakerProposal, Statement, Story
from claims.records import Finding, Mode, SpeakerKind
from claims.reports.gathering import Reader, pair_report, story_report
from claims.reports.passages import passages_of
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.verbs.refusals import Refused
from tests import cast
from tests.confirming import digest_of
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)
from tests.world import built_once, undone

pytestmark = pytest.mark.django_db

MINE, THEIRS = "Zanzibar", "Samarkand"
"""What the verb under test writes, and what somebody else wrote before it: nothing else on any page holds these."""
MOMENT = dt.datetime(2018, 4, 28, 12, tzinfo=dt.UTC)
TEXT = (
    "“We have no list,” she said. “We had a list,” she said later. “We never had one,” she said. “Nor two,” she said."
)

Records = dict[str, Any]


# ------------------------------------------------------------------ the newsroom


def newsroom() -> Records:
    """A published story with everything in it that can be in one, and the same outside of it."""
    version = ArticleVersionFactory(text=TEXT)
    minister = SpeakerFactory(name="Mina Ister", slug="mina-ister")
    people: Records = {"edited_by": cast.editor(), "speaker": minister}
    reviewed: Records = people | {"confirmed": True, "confirmed_by": cast.second_reviewer()}
    made: Records = {
        "confirmed": StatementFactory(words="We have no list", **reviewed),
        "other": StatementFactory(words="We had a list", **reviewed),
        "third": StatementFactory(
            words="We had two lists", **reviewed | {"speaker": SpeakerFactory(name="Una Record")}
        ),
        "withdrawn": StatementFactory(words="It was not so", withdrawn=True, **people),
        "draft": StatementFactory(words="Nobody has read this", **people),
        "loose": StatementFactory(words="Nor this", **people),
    }
    for name in ("confirmed", "other", "third", "withdrawn", "draft", "loose"):
        QuotationFactory(accepted=True, statement=made[name])
    made["joined"] = QuotationFactory(
        version=version, exact="“We had a list,”", accepted=True, statement=made["confirmed"]
    )
    made["only evidence"] = made["other"].quotations.get()
    made["suggested"] = QuotationFactory(version=version, exact="“We never had one,”")
    made["dismissed"] = QuotationFactory(version=version, exact="“Nor two,”", dismissed=True)
    made["version"] = version
    made |= _pairs(made) | _stories(made)
    made |= {"on record": minister, "unknown": SpeakerFactory(name="Una Known"), "else": SpeakerFactory(name="Else")}
    made["answerable"] = ResponseFactory(contradiction=made["standing"], speaker=minister)
    made["proposal"] = speakers.propose_change(
        speaker=made["third"].speaker, by=cast.editor(), reason="Wed", name="Una Jones", kind=SpeakerKind.PERSON
    )
    return made


def _pairs(made: Records) -> Records:
    by: Records = {"proposed_by": cast.editor()}
    reviewed = by | {"confirmed": True, "confirmed_by": cast.second_reviewer()}
    return {
        "standing": ContradictionFactory(first=made["confirmed"], second=made["other"], **reviewed),
        "corrected": ContradictionFactory(first=made["other"], second=made["third"], state="corrected", **reviewed),
        "gone": ContradictionFactory(
            first=made["confirmed"], second=made["third"], state="withdrawn", withdrawn_reason="Not so.", **reviewed
        ),
        "proposed": ContradictionFactory(first=made["confirmed"], second=made["draft"], **by),
        "of what is gone": ContradictionFactory(first=made["other"], second=made["withdrawn"], **by),
        "set aside": ContradictionFactory(
            first=made["other"], second=made["draft"], state="dismissed", dismissed_reason="Opinions", **by
        ),
    }


def _stories(made: Records) -> Records:
    told = [made[name] for name in ("confirmed", "other", "third", "withdrawn", "draft")]
    return {
        "published": StoryFactory(
            published=True, published_by=cast.second_reviewer(), title="The list", slug="the-list", statements=told
        ),
        "unpublished": StoryFactory(title="Another list", slug="another-list", statements=[made["third"]]),
    }


built, made = built_once(newsroom)

# ------------------------------------------------------------------ what readers see


def surfaces(whole: bool = True) -> dict[str, str]:
    """Every page that the public finds, stories also as htmx asks for them, and every report as the values printed;
    the lists of editions only where the `whole` is asked for."""
    reader = cast.browser_of(cast.public())
    wanted = [(address, {}) for address in addresses() if whole or "/editions/" not in address]
    wanted += [(address, {"HX-Request": "true"}) for address in addresses() if "/stories/" in address]
    answers = ((address, headers, reader.get(address, headers=headers)) for address, headers in wanted)
    pages = {
        f"{address} {headers}": f"{answer.status_code} {answer.get('Location', '')} {bare(answer.text)}"
        for address, headers, answer in answers
        if answer.status_code != 404
    }
    return pages | reports()


def addresses() -> list[str]:
    stories = {
        slug for row in Story.objects.all() for slug in (row.slug, row.edition.slug if row.edition else row.slug)
    }
    return [
        reverse("claims:home"),
        reverse("claims:corrections"),
        reverse("claims:speakers"),
        reverse("claims:search") + "?q=list",
        *comparisons(),
        *(reverse(name, args=[slug]) for slug in sorted(stories) for name in ("claims:story", "claims:story-editions")),
        *(reverse("claims:speaker", args=[row.slug]) for row in Speaker.objects.order_by("pk")),
        *_numbered("contradiction", Contradiction, "", "-editions"),
        *_numbered("statement", Statement, "", "-editions"),
        *_numbered("quotation", Quotation, ""),
    ]


def comparisons() -> list[str]:
    """Two speakers side by side, and the first of them before and after a day."""
    one, other = Speaker.objects.order_by("pk").values_list("slug", flat=True)[:2]
    return [f"{reverse('claims:compare')}?a={one}&{rest}" for rest in (f"b={other}", "day=2018-04-26")]


def slugs() -> list[str]:
    """The addresses of all stories, as the desk has them and as readers know them."""
    rows = Story.objects.select_related("edition")
    return sorted({slug for row in rows for slug in (row.slug, row.edition.slug if row.edition else row.slug)})


def _numbered(name: str, model: Any, *parts: str) -> list[str]:
    keys = model.objects.order_by("pk").values_list("pk", flat=True)
    return [reverse(f"claims:{name}{part}", args=[key]) for key in keys for part in parts]


def bare(page: str) -> str:
    """Without what is new on every request, or on every day: when a citation was made."""
    page = re.sub(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]*"', "", page)
    return re.sub(r"\(accessed [^)]*\)|urldate = \{[^}]*\}", "", page)


def reports() -> dict[str, str]:
    reader = Reader(user=cast.public(), now=MOMENT, address=lambda path: f"https://claims.example.org{path}")
    stories = {f"report of {slug}": story_report(slug, reader) for slug in slugs()}
    keys = Contradiction.objects.order_by("pk").values_list("pk", flat=True)
    found = stories | {f"report of pair {key}": pair_report(key, reader) for key in keys}
    return {name: str(passages_of(report)) for name, report in found.items() if report}


def paper() -> str:
    """The words of one report as it is printed, but for the minute at which it was."""
    answer = cast.browser_of(cast.public()).get(reverse("claims:story-report", args=["the-list"]))
    assert answer.status_code == 200
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return re.sub(r"Made\s+(\d+ \w+ \d{4}), \d\d:\d\d \w+", r"Made \1", words)


# ------------------------------------------------------------------ the verbs


def touch(record: Any) -> None:
    """Somebody else changes the record, where its state lets them."""
    by = cast.second_editor()
    try:
        match record:
            case Statement():
                statements.edit(statement=record, by=by, revision=_revision(record), occasion=THEIRS)
            case Contradiction():
                pairs.edit(contradiction=record, by=by, revision=_revision(record), explanation=THEIRS)
            case Story():
                stories.edit_story(story=record, by=by, revision=_revision(record), summary=THEIRS)
            case Quotation() if record.statement:
                touch(record.statement)
            case Response():
                touch(record.contradiction)
            case Speaker():
                speakers.edit_speaker(speaker=record, by=by, revision=_revision(record), aliases=[THEIRS])
            case SpeakerProposal():
                touch(record.speaker)
    except Refused:
        pass


def _revision(record: Any) -> int:
    return int(type(record).objects.get(pk=record.pk).revision)


STATEMENTS = ("draft", "loose", "confirmed", "withdrawn")
PAIRS = ("proposed", "of what is gone", "standing", "corrected", "gone", "set aside")
STORIES = ("published", "unpublished")
QUOTATIONS = ("suggested", "joined", "only evidence", "dismissed")
SPEAKERS = ("on record", "unknown")

type Act = Callable[[Records, Any, Any, str], Any]

# The records that a verb is tried on, and the verb: records, the one, who, the digest of what they read before.
VERBS: dict[str, tuple[tuple[str, ...], Act]] = {
    "accept": (
        QUOTATIONS,
        lambda w, r, by, _: evidence.accept(
            quotation=r, by=by, speaker=w["on record"], words=MINE, mode=Mode.DIRECT, said=None
        ),
    ),
    "join": (QUOTATIONS, lambda w, r, by, _: evidence.join(quotation=r, by=by, statement=w["confirmed"])),
    "dismiss a quotation": (QUOTATIONS, lambda w, r, by, _: evidence.dismiss(quotation=r, by=by, reason=MINE)),
    "restore": (QUOTATIONS, lambda w, r, by, _: evidence.restore(quotation=r, by=by)),
    "edit words": (
        STATEMENTS,
        lambda w, r, by, _: statements.edit(statement=r, by=by, revision=_revision(r), words=MINE),
    ),
    "edit the day": (
        STATEMENTS,
        lambda w, r, by, _: statements.edit(statement=r, by=by, revision=_revision(r), said=None, said_basis=MINE),
    ),
    "edit the speaker": (
        STATEMENTS,
        lambda w, r, by, _: statements.edit(statement=r, by=by, revision=_revision(r), speaker=w["else"]),
    ),
    "move within the day": (
        STATEMENTS,
        lambda w, r, by, _: statements.move_within_day(statement=r, by=by, earlier=False),
    ),
    "put a statement back": (
        STATEMENTS,
        lambda w, r, by, digest: statements.put_back(statement=r, digest=digest, by=by),
    ),
    "propose": (
        STATEMENTS,
        lambda w, r, by, _: pairs.propose(
            one=r, other=w["third"], by=by, finding=Finding.PARTIAL, explanation=MINE, despite="Opinions"
        ),
    ),
    "edit a pair": (
        PAIRS,
        lambda w, r, by, _: pairs.edit(contradiction=r, by=by, revision=_revision(r), explanation=MINE),
    ),
    "put a pair back": (PAIRS, lambda w, r, by, digest: pairs.put_back(contradiction=r, digest=digest, by=by)),
    "dismiss a pair": (PAIRS, lambda w, r, by, _: pairs.dismiss(contradiction=r, by=by, reason=MINE)),
    "ask": (
        PAIRS,
        lambda w, r, by, _: responses.ask(
            contradiction=r, by=by, speaker=w["else"], asked_at=MOMENT, asked_how=MINE, deadline=MOMENT
        ),
    ),
    "answer": (
        ("answerable",),
        lambda w, r, by, _: responses.answer(response=r, by=by, revision=_revision(r), answer=MINE, answered_at=MOMENT),
    ),
    "start a story": (STORIES, lambda w, r, by, _: stories.start_story(title=MINE, by=by)),
    "edit a story": (
        STORIES,
        lambda w, r, by, _: stories.edit_story(story=r, by=by, revision=_revision(r), title=MINE, slug="zanzibar"),
    ),
    "add to a story": (STORIES, lambda w, r, by, _: stories.add_to_story(story=r, statement=w["loose"], by=by)),
    "remove from a story": (
        STORIES,
        lambda w, r, by, _: stories.remove_from_story(story=r, statement=w["third"], by=by),
    ),
    "put a story back": (STORIES, lambda w, r, by, digest: stories.put_back(story=r, digest=digest, by=by)),
    "name a speaker": (SPEAKERS, lambda w, r, by, _: speakers.speaker_called(name=MINE, by=by)),
    "edit a speaker": (
        SPEAKERS,
        lambda w, r, by, _: speakers.edit_speaker(speaker=r, by=by, revision=_revision(r), name=MINE),
    ),
    "add another name": (
        SPEAKERS,
        lambda w, r, by, _: speakers.edit_speaker(speaker=r, by=by, revision=_revision(r), aliases=[MINE]),
    ),
    "propose another name": (
        SPEAKERS,
        lambda w, r, by, _: speakers.propose_change(
            speaker=r, by=by, reason="So.", name=MINE, kind=SpeakerKind.DOCUMENT
        ),
    ),
    "propose a merge": (
        SPEAKERS,
        lambda w, r, by, _: speakers.propose_merge(speaker=r, into=w["else"], by=by, reason="So."),
    ),
    "merge": (SPEAKERS, lambda w, r, by, _: speakers.merge_speakers(speaker=r, into=w["else"], by=by)),
    "dismiss a proposal": (
        ("proposal",),
        lambda w, r, by, _: speakers.dismiss_proposal(proposal=r, by=by, reason=MINE),
    ),
}

# What reaches readers, in which states, and whether it still does where somebody else has changed the record since.
REACHES: dict[str, tuple[tuple[str, ...], Act, set[str], bool]] = {
    "confirm a statement": (
        STATEMENTS,
        lambda w, r, by, digest: statements.confirm_statement(statement=r, by=by, digest=digest, correction=MINE),
        {"draft"},
        False,
    ),
    "confirm a pair": (
        PAIRS,
        lambda w, r, by, digest: pairs.confirm(contradiction=r, by=by, digest=digest, correction=MINE),
        {"proposed"},
        False,
    ),
    "publish": (
        STORIES,
        lambda w, r, by, digest: stories.publish(story=r, by=by, digest=digest, note=MINE),
        {"unpublished"},
        False,
    ),
    "withdraw a statement": (
        STATEMENTS,
        lambda w, r, by, _: statements.withdraw_statement(statement=r, by=by, reason=MINE),
        {"confirmed"},
        True,
    ),
    "withdraw a pair": (
        PAIRS,
        lambda w, r, by, _: pairs.withdraw(contradiction=r, by=by, reason=MINE),
        {"standing", "corrected"},
        True,
    ),
    "correct a statement": (
        STATEMENTS,
        lambda w, r, by, _: pairs.correct(statement=r, by=by, text=MINE),
        {"confirmed", "withdrawn"},
        True,
    ),
    "correct a pair": (
        PAIRS,
        lambda w, r, by, _: pairs.correct(contradiction=r, by=by, text=MINE),
        {"standing", "corrected"},
        True,
    ),
    "unpublish": (
        STORIES,
        lambda w, r, by, _: stories.unpublish(story=r, by=by, reason="A new fact"),
        {"published"},
        True,
    ),
    "apply a proposal": (
        ("proposal",),
        lambda w, r, by, digest: speakers.apply_proposal(proposal=r, digest=digest, by=by),
        {"proposal"},
        True,
    ),
}


def outcome(act: Act, made: Records, record: Any, touched: bool) -> bool:
    """Whether the verb went through."""
    digest = digest_of(record) if isinstance(record, Statement | Contradiction | Story | SpeakerProposal) else ""
    if touched:
        touch(record)
    try:
        act(made, type(record).objects.get(pk=record.pk), cast.reviewer(), digest)
    except Refused:
        return False
    return True


def parts(verbs: Iterable[str], size: int = 5) -> list[Any]:
    """A few verbs share what readers saw before, which takes longer to read than they take to try."""
    return [pytest.param(part, id=", ".join(part)) for part in batched(verbs, size)]


@pytest.mark.parametrize("verbs", parts(VERBS))
def test_no_other_verb_changes_what_readers_see(verbs, made, subtests):
    before = surfaces(whole=False)
    for verb in verbs:
        states, act = VERBS[verb]
        went_through = [state for state in states if tried(made, before, subtests, (verb, state, act), touched=False)]
        assert went_through, f"{verb} was refused everywhere, so that nothing was tried"
        for state in went_through:
            tried(made, before, subtests, (verb, state, act), touched=True)


def tried(made: Records, before: dict[str, str], subtests: Any, case: tuple[str, str, Act], *, touched: bool) -> bool:
    """Whether the verb went through; readers see what they saw."""
    verb, state, act = case
    went_through = False
    with subtests.test(f"{verb}: {state}, {'touched' if touched else 'untouched'}"), undone():
        went_through = outcome(act, made, made[state], touched)
        assert (not went_through and not touched) or surfaces(whole=False) == before
    return went_through


@pytest.mark.parametrize("verbs", parts(REACHES, 3))
def test_what_a_second_person_confirms_or_a_reviewer_signs_reaches_readers(verbs, made, subtests):
    before = surfaces()
    cases = [(verb, state, touched) for verb in verbs for state in REACHES[verb][0] for touched in (False, True)]
    for verb, state, touched in cases:
        _, act, reaching, even_touched = REACHES[verb]
        with subtests.test(f"{verb}: {state}, {'touched' if touched else 'untouched'}"), undone():
            went_through = outcome(act, made, made[state], touched)
            after = surfaces() if went_through else before
            assert (after != before) == (state in reaching and (even_touched or not touched)), went_through
            assert THEIRS not in "".join(after.values())


@pytest.mark.parametrize("verbs", parts([*VERBS, *REACHES], 9))
def test_on_paper_too(verbs, made, subtests):
    before = paper()
    for verb in verbs:
        states, act, *_ = (VERBS | REACHES)[verb]
        reaching = REACHES[verb][2] if verb in REACHES else set()
        state = next((state for state in states if state in reaching), states[0])
        with subtests.test(f"{verb}: {state}"), undone():
            outcome(act, made, made[state], touched=True)
            after = "" if verb == "unpublish" else paper()
            assert THEIRS not in after
            assert verb in REACHES or after == before
