"""The editors' verbs on evidence. Each checks the role, locks what it changes, moves states by their
table and returns the record; each raises a `Refused` whose message an editor can read."""

from collections.abc import Sequence

from accounts.models import User
from accounts.roles import Role
from articles.models import ArticleVersion
from claims.models import Contradiction, Quotation, Speaker, Statement
from claims.models.states import QUOTATION_MOVES, QuotationState, StatementState
from claims.records import Mode, Said, Span, Stance
from claims.text.anchoring import around, find_exact
from claims.verbs.history import verb
from claims.verbs.locking import locked, one_at_a_time
from claims.verbs.refusals import Refused, check_move, need_role, need_words
from claims.verbs.statements import settled


@verb
def accept(
    *,
    quotation: Quotation,
    by: User,
    speaker: Speaker,
    words: str,
    mode: Mode,
    said: Said | None,
    stance: Stance | str = "",
    role: str = "",
    said_basis: str = "",
    said_confirmed: bool = False,
    occasion: str = "",
    question: str = "",
) -> Statement:
    """Makes a new draft statement of a suggested quotation."""
    need_role(by, Role.EDITOR)
    speaker = _current(locked(speaker))
    quotation = _suggested(quotation)
    statement = Statement(
        speaker=speaker,
        words=need_words(words, "What was said"),
        mode=mode,
        stance=stance,
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
    statement = locked(statement)
    quotation = _suggested(quotation)
    if statement.state == StatementState.WITHDRAWN:
        raise Refused("This statement is withdrawn; accept the quotation as a new statement instead.")
    _link(quotation, statement)
    return settled(statement)


@verb
def dismiss(*, quotation: Quotation, by: User, reason: str) -> Quotation:
    """Sets a suggested quotation aside for good: running extraction again does not bring it back."""
    need_role(by, Role.EDITOR)
    quotation = locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.DISMISSED)
    quotation.state = QuotationState.DISMISSED
    quotation.dismissed_reason = need_words(reason, "The reason")[:300]
    quotation.save(update_fields=["state", "dismissed_reason"])
    return quotation


@verb
def restore(*, quotation: Quotation, by: User) -> Quotation:
    """Undoes accept, join or dismiss. A draft left without evidence, pairs and stories goes; any other stays."""
    need_role(by, Role.EDITOR)
    statement = _locked_statement_of(quotation)
    quotation = locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.SUGGESTED)
    if quotation.statement_id != (statement.pk if statement else None):
        raise Refused("Somebody decided on this quotation a moment ago. Look at it again; nothing was changed.")
    if statement and statement.state != StatementState.DRAFT and statement.quotations.count() == 1:
        raise Refused("This is the only evidence of a confirmed statement. Withdraw the statement first.")
    quotation.state, quotation.statement, quotation.dismissed_reason = QuotationState.SUGGESTED, None, ""
    quotation.save(update_fields=["state", "statement", "dismissed_reason"])
    if statement and _is_loose(statement):
        statement.delete()
    elif statement:
        settled(statement)
    return quotation


@verb
def select(
    *,
    version: ArticleVersion,
    by: User,
    spans: Sequence[Span],
    mode: Mode = Mode.DIRECT,
    stance: Stance | str = "",
    source: str = "",
    cue: str = "",
) -> Quotation:
    """Keeps what an editor selected in a text as a suggested quotation of theirs.

    `spans` are in text order and do not overlap; code points into the version's text."""
    need_role(by, Role.EDITOR)
    _check_spans(spans, version.text)
    start, end = spans[0].start, spans[-1].end
    one_at_a_time("quotation", f"{version.pk}-{start}-{end}")
    known = Quotation.objects.filter(version=version, start=start, end=end).first()
    if known:
        raise Refused(f"These words are a quotation already ({known.state}). Open it instead.")
    return Quotation.objects.create(
        version=version,
        start=start,
        end=end,
        parts=[list(span) for span in spans],
        exact=version.text[start:end],
        **around(version.text, Span(start, end)),
        mode=mode,
        stance=stance,
        source=source,
        cue=cue,
        made_by=by,
    )


def place_of(version: ArticleVersion, words: str) -> Span:
    """Where `words` stand in the text. Raises Refused unless they stand there exactly once."""
    words = need_words(words.replace("\r\n", "\n"), "The exact words")
    place = find_exact(words, version.text)
    if place is None:
        raise Refused(_not_once(version.text.count(words)))
    return place


def _not_once(times: int) -> str:
    match times:
        case 0:
            return "These words do not stand in the text. Copy them from the article, quotation marks as printed."
        case 1:
            return "These words overlap with themselves in the text. Add the words around them."
        case _:
            return f"These words stand in the text {times} times. Add words around them, so that they stand there once."


# ------------------------------------------------------------------ inner workings


def _suggested(quotation: Quotation) -> Quotation:
    quotation = locked(quotation)
    check_move(QUOTATION_MOVES, of="This quotation", from_state=quotation.state, to_state=QuotationState.ACCEPTED)
    return quotation


def _locked_statement_of(quotation: Quotation) -> Statement | None:
    """The statement that a quotation reports, locked before the quotation itself is."""
    statement = Statement.objects.filter(quotations=quotation).first()
    return locked(statement) if statement else None


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
    """A draft that nothing points at any more; an edition of a story points at its members for good."""
    return (
        statement.state == StatementState.DRAFT
        and not statement.quotations.exists()
        and not statement.stories.exists()
        and not statement.seats.exists()
        and not statement.corrections.exists()
        and not Contradiction.objects.involving(statement).exists()
    )
