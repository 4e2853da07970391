"""The demo's pairs and stories: what the editor found, what the reviewer confirmed, and what still waits for one."""

import datetime as dt
from typing import Any

from django.utils import timezone

from claims.management.demo.newsroom import Newsroom
from claims.management.demo.statements import DENIAL, Told, before_the_commons
from claims.models import Contradiction, Statement, Story
from claims.records import Finding
from claims.verbs import pairs as on_pairs
from claims.verbs import responses
from claims.verbs import statements as on_statements
from claims.verbs.mistakes import report_mistake
from claims.verbs.stories import add_to_story, start_story

EXAMPLE = "an example: in truth nobody was asked"


def pairs(room: Newsroom, told: Told) -> None:
    reversal = propose(
        *(room, told.denial, told.admission, Finding.CONTRADICTION),
        "On Wednesday she told the committee that there were no targets for removals. On Thursday she told the Commons "
        "that the immigration arm of her department had been using local ones.",
        clashes=(DENIAL, "has been using local targets"),
    )
    dispute = propose(
        *(room, told.union, told.denial, Finding.CONTRADICTION),
        "The union's general secretary told the same committee that enforcement teams had a target to meet.",
        clashes=("a net removals target", DENIAL),
    )
    record = propose(
        *(room, told.report, told.denial, Finding.PARTIAL),
        "The report speaks of voluntary departures, which the Home Office counts apart from other removals. It shows a "
        "target in numbers for people leaving, not for every kind of removal.",
        clashes=("an annual target of 12,000 voluntary departures", DENIAL),
    )
    doubt = propose(
        *(room, told.union, told.director, Finding.PARTIAL),
        "He denied regional targets only as far as he knew, and said that enforcement was not his field.",
        clashes=("a net removals target", "not as far as I know, no"),
    )
    resigned = propose(
        *(room, told.denial, told.resignation, Finding.CONTRADICTION),
        "Four days after her answer she wrote that the committee had been misled, inadvertently.",
        clashes=(DENIAL, "inadvertently misled the Home Affairs Select Committee"),
    )
    same = propose(
        *(room, told.admission, told.apology, Finding.CONSISTENT),
        "To have agreed to no targets and to have known of none go together. She had named local targets before.",
    )
    replies(room, told, reversal, dispute)
    for pair in (reversal, dispute, record, doubt, resigned, same):
        room.confirm_pair(pair)
    still_open(room, told)
    corrections(room, told, dispute)


def propose(
    room: Newsroom,
    one: Statement,
    other: Statement,
    finding: Finding,
    explanation: str,
    clashes: tuple[str, str] = ("", ""),
) -> Contradiction:
    return on_pairs.propose(
        one=one,
        other=other,
        by=room.editor,
        finding=finding,
        explanation=explanation,
        clash_one=clashes[0],
        clash_other=clashes[1],
    )


def still_open(room: Newsroom, told: Told) -> None:
    """One pair waits for a reviewer, and one was set aside."""
    propose(
        *(room, told.operate, told.admission, Finding.PARTIAL),
        "She said that expecting numbers of removals was not how the department worked, and a day later that local "
        "targets measured performance inside it.",
        clashes=("that’s not how we operate", "local targets for internal performance management"),
    )
    opinions = propose(*(room, told.blame, told.defence, Finding.CONTRADICTION), "They disagree about who is to blame.")
    reason = "Two opinions of one event: neither says what the other denies."
    on_pairs.dismiss(contradiction=opinions, by=room.editor, reason=reason)


def replies(room: Newsroom, told: Told, reversal: Contradiction, dispute: Contradiction) -> None:
    now = timezone.now().replace(hour=11, minute=0, second=0, microsecond=0)
    asked: dict[str, Any] = {
        "by": room.editor,
        "asked_at": now - dt.timedelta(days=21),
        "asked_how": f"by e-mail ({EXAMPLE})",
    }
    responses.ask(contradiction=reversal, speaker=told.denial.speaker, deadline=now - dt.timedelta(days=14), **asked)
    answered = responses.ask(
        contradiction=dispute, speaker=told.union.speaker, deadline=now - dt.timedelta(days=14), **asked
    )
    responses.answer(
        response=answered,
        by=room.editor,
        revision=answered.revision,
        answer=f"Whoever is asked answers here, word for word. (This is {EXAMPLE}.)",
        answered_at=now - dt.timedelta(days=16),
    )


def corrections(room: Newsroom, told: Told, dispute: Contradiction) -> None:
    on_pairs.correct(
        contradiction=dispute,
        by=room.reviewer,
        text="An example of a correction: we first gave 26 April as the day of Lucy Moreton's evidence. The sources "
        "say only that she was heard before Amber Rudd.",
    )
    on_pairs.correct(
        statement=Statement.objects.get(pk=told.report.pk),
        by=room.reviewer,
        text="An example of a correction: we first named 2014–15 as the year of the target.",
    )
    report_mistake(
        by=None,
        text="An example of what a reader reports: the transcript has this answer under question 214, not 213.",
        address=told.denial.get_absolute_url(),
        statement=told.denial,
    )


def stories(room: Newsroom, told: Told, withdrawn: Statement) -> None:
    """One story for readers, whose last statement still waits for a reviewer, and one that nobody has published."""
    for statement in (told.operate, told.blame, told.defence):
        room.confirm(statement)
    phrase, promise = before_the_commons(room)
    every = (getattr(told, name) for name in Told.__slots__)
    published = gather(
        room,
        "Removal targets at the Home Office",
        "In April 2018 the home secretary told a committee of MPs that there were no targets for removals, and a day "
        "later the Commons that there had been local ones. That Sunday she resigned. A demonstration: the quotations "
        "are on public record; articles and explanations were written for this software.",
        (*every, withdrawn, phrase, promise),
    )
    room.publish(published)
    second_edition(room, phrase)
    changes_waiting(room, promise)
    gather(
        room,
        "How the parties took it",
        "Not published yet: a second story that shares statements with the first.",
        (told.fudge, told.blame, told.defence),
    )


def gather(room: Newsroom, title: str, summary: str, statements: tuple[Statement, ...]) -> Story:
    story = start_story(title=title, summary=summary, by=room.editor)
    for statement in statements:
        add_to_story(story=story, statement=statement, by=room.editor)
    return story


def second_edition(room: Newsroom, phrase: Statement) -> None:
    """Readers saw one edition; an editor found what was missing in it, and the reviewer told them."""
    changed = on_statements.edit(
        statement=phrase, by=room.editor, revision=room.revision(phrase), occasion="House of Commons, urgent question"
    )
    told = "An example of a correction: we first left out that he was answering an urgent question."
    room.confirm(changed, correction=told)


def changes_waiting(room: Newsroom, promise: Statement) -> None:
    """Readers see the first edition of this one until a reviewer confirms the second."""
    on_statements.edit(
        statement=promise, by=room.editor, revision=room.revision(promise), occasion="House of Commons, urgent question"
    )
