"""The editors' verbs on evidence and statements. Each checks the role, locks what it changes, moves states by their
table and returns the record; each raises a `Refused` whose message an editor can read."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from articles.models import ArticleVersion
from claims.history import check_revision, verb
from claims.models import Contradiction, Quotation, Speaker, Statement
from claims.models.states import (
    QUOTATION_MOVES,
    STATEMENT_MOVES,
    ContradictionState,
    QuotationState,
    StatementState,
    check_move,
)
from claims.records import Mode, Said, Span
from claims.refusals import NotAllowed, Refused, need_fields, need_role, need_words

CONTEXT_LENGTH = 32
"""Code points of prefix and suffix around a quotation (TextQuoteSelector)."""

SAYS = ("speaker", "role", "words", "mode", "occasion", "question", "said", "said_basis")
"""What a statement says: changing any of it takes a confirmed statement back for review."""

ARRANGES = ("said_confirmed", "day_order")


# ------------------------------------------------------------------ evidence


@verb
def accept(
    *,
    quotation: Quotation,
    by: User,
    speaker: Speaker,
    words: str,
    mode: Mode,
    said: Said | None,
    role: str = "",
    said_basis: str = "",
    said_confirmed: bool = False,
    occasion: str = "",
    question: str = "",
) -> Statement:
    """Makes a new draft statement of a suggested quotation."""
    need_role(by, Role.EDITOR)
    quotation = _suggested(quotation)
    statement = Statement(
        speaker=_current(speaker),
        words=need_words(words, "What was said"),
        mode=mode,
        role=role.strip(),
        said_basis=said_basis,
        said_confirmed=said_confirmed,
        occasion=occasion.strip(),
        question=question.strip(),
        edited_by=by,
    )
    statement.said = said
    statement.save()
    _link(quotation, statement)
    return statement


@verb
def join(*, quotation: Quotation, by: User, statement: Statement) -> Statement:
    """Accepts a suggested quotation as one more rendering of a statement that is there."""
    need_role(by, Role.EDITOR)
    quotation, statement = _suggested(quotation), _locked(statement)
    if statement.state == StatementState.WITHDRAWN:
        raise Refused("This statement is withdrawn; accept the quotation as a new statement instead.")
    _link(quotation, statement)
    return statement


@verb
def dismiss(*, quotation: Quotation, by: User, reason: str) -> Quotation:
    """Sets a suggested quotation aside for good: running extraction again does not bring it back."""
    need_role(by, Role.EDITOR)
    quotation = _locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.DISMISSED)
    quotation.state = QuotationState.DISMISSED
    quotation.dismissed_reason = need_words(reason, "The reason")[:300]
    quotation.save(update_fields=["state", "dismissed_reason"])
    return quotation


@verb
def restore(*, quotation: Quotation, by: User) -> Quotation:
    """Undoes accept, join or dismiss. A draft left without evidence, pairs and stories goes; any other stays."""
    need_role(by, Role.EDITOR)
    quotation = _locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.SUGGESTED)
    statement = quotation.statement
    if statement and statement.state != StatementState.DRAFT and statement.quotations.count() == 1:
        raise Refused("This is the only evidence of a confirmed statement. Withdraw the statement first.")
    quotation.state, quotation.statement, quotation.dismissed_reason = QuotationState.SUGGESTED, None, ""
    quotation.save(update_fields=["state", "statement", "dismissed_reason"])
    if statement and _is_loose(statement):
        statement.delete()
    return quotation


@verb
def select(
    *,
    version: ArticleVersion,
    by: User,
    spans: Sequence[Span],
    mode: Mode = Mode.DIRECT,
    source: str = "",
    cue: str = "",
) -> Quotation:
    """Keeps what an editor selected in a text as a suggested quotation of theirs.

    `spans` are in text order and do not overlap; code points into the version's text."""
    need_role(by, Role.EDITOR)
    _check_spans(spans, version.text)
    start, end = spans[0].start, spans[-1].end
    known = Quotation.objects.filter(version=version, start=start, end=end).first()
    if known:
        raise Refused(f"These words are a quotation already ({known.state}). Open it instead.")
    return Quotation.objects.create(
        version=version,
        start=start,
        end=end,
        parts=[list(span) for span in spans],
        exact=version.text[start:end],
        prefix=version.text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=version.text[end : end + CONTEXT_LENGTH],
        mode=mode,
        source=source,
        cue=cue,
        made_by=by,
    )


def find_exact(version: ArticleVersion, words: str) -> Span:
    """Where `words` stand in the text. Raises Refused unless they stand there exactly once."""
    words = need_words(words.replace("\r\n", "\n"), "The exact words")
    times = version.text.count(words)
    if times != 1:
        how_often = f"stand in the text {times} times" if times else "do not stand in the text"
        advice = "Add the words around them" if times else "Copy them from the article, quotation marks as printed"
        raise Refused(f"These words {how_often}. {advice}, so that they stand there once.")
    start = version.text.index(words)
    if version.text.find(words, start + 1) != -1:
        raise Refused("These words overlap with themselves in the text. Add the words around them.")
    return Span(start, start + len(words))


# ------------------------------------------------------------------ statements


@verb
def edit(*, statement: Statement, by: User, revision: int, **changes: Any) -> Statement:
    """Changes fields of SAYS and ARRANGES. `revision` is the one that the editor opened; raises Conflict where
    somebody saved since. A confirmed statement whose words change is a draft again, and its pairs proposed again."""
    need_role(by, Role.EDITOR)
    statement = _locked(statement)
    check_revision(statement, revision)
    need_fields(changes, SAYS + ARRANGES, "a statement")
    changed = {name for name, value in changes.items() if getattr(statement, name) != value}
    if statement.state == StatementState.WITHDRAWN and changed & set(SAYS):
        raise Refused("This statement is withdrawn. It stays as it is, with its reason.")
    for name in changed:
        setattr(statement, name, changes[name])
    statement.words = need_words(statement.words, "What was said")
    if changed & set(SAYS):
        _back_to_review(statement, by)
    if changed:
        statement.revision += 1
        statement.save()
    return statement


@verb
def confirm_statement(*, statement: Statement, by: User, revision: int | None = None) -> Statement:
    """A reviewer who did not edit the statement lets readers see it.

    `revision` is the one that the reviewer read; raises Conflict where it was changed since."""
    need_role(by, Role.REVIEWER)
    statement = _locked(statement)
    check_revision(statement, statement.revision if revision is None else revision)
    check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.CONFIRMED)
    if statement.edited_by_id == by.pk:
        raise NotAllowed("You edited this statement last, so somebody else has to confirm it.")
    if not statement.quotations.exists():
        raise Refused("No quotation supports this statement. Accept one as its evidence first.")
    statement.state, statement.confirmed_by, statement.confirmed_at = StatementState.CONFIRMED, by, timezone.now()
    statement.revision += 1
    statement.save(update_fields=["state", "confirmed_by", "confirmed_at", "revision"])
    return statement


@verb
def withdraw_statement(*, statement: Statement, by: User, reason: str) -> Statement:
    """A reviewer takes a confirmed statement back; its page stays and gives the reason to readers."""
    need_role(by, Role.REVIEWER)
    statement = _locked(statement)
    check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.WITHDRAWN)
    statement.state = StatementState.WITHDRAWN
    statement.withdrawn_reason = need_words(reason, "The public reason")
    statement.revision += 1
    statement.save(update_fields=["state", "withdrawn_reason", "revision"])
    return statement


# ------------------------------------------------------------------ inner workings


def _locked[Record: (Quotation, Statement)](record: Record) -> Record:
    """The record as it is now, kept from others until the transaction ends."""
    return type(record).objects.select_for_update(of=("self",)).get(pk=record.pk)


def _suggested(quotation: Quotation) -> Quotation:
    quotation = _locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.ACCEPTED)
    return quotation


def _link(quotation: Quotation, statement: Statement) -> None:
    quotation.state, quotation.statement = QuotationState.ACCEPTED, statement
    quotation.save(update_fields=["state", "statement"])


def _current(speaker: Speaker) -> Speaker:
    """Follows a merged speaker to the one it went into."""
    return speaker.merged_into or speaker


def _check_spans(spans: Sequence[Span], text: str) -> None:
    edges = [edge for span in spans for edge in span]
    inside = bool(edges) and edges[0] >= 0 and edges[-1] <= len(text)
    if not inside or edges != sorted(set(edges)):
        raise Refused("The selection does not fit the text. Select the words again.")
    if not any(char.isalnum() for span in spans for char in span.of(text)):
        raise Refused("The selection holds no words. Select the quoted words.")


def _is_loose(statement: Statement) -> bool:
    """A draft that nothing points at any more."""
    return (
        statement.state == StatementState.DRAFT
        and not statement.quotations.exists()
        and not statement.stories.exists()
        and not statement.corrections.exists()
        and not Contradiction.objects.involving(statement).exists()
    )


def _back_to_review(statement: Statement, by: User) -> None:
    statement.edited_by = by
    statement.confirmed_by = statement.confirmed_at = None
    if statement.state != StatementState.CONFIRMED:
        return
    statement.state = StatementState.DRAFT
    pairs = Contradiction.objects.involving(statement).select_for_update()
    for pair in pairs.filter(state__in=(ContradictionState.CONFIRMED, ContradictionState.CORRECTED)):
        pair.state, pair.confirmed_by, pair.confirmed_at = ContradictionState.PROPOSED, None, None
        pair.revision += 1
        pair.save(update_fields=["state", "confirmed_by", "confirmed_at", "revision"])
