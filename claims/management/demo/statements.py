"""The statements of the Rudd case of April 2018, each accepted from an article of the demo."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from claims.management.demo.newsroom import Newsroom
from claims.models import Speaker, Statement
from claims.records import Mode, Said, SpeakerKind
from claims.verbs import statements as on_statements

WEDNESDAY = Said.on(dt.date(2018, 4, 25))
THURSDAY = Said.on(dt.date(2018, 4, 26))
FRIDAY = Said.on(dt.date(2018, 4, 27))
SUNDAY = Said.on(dt.date(2018, 4, 29))
MONDAY = Said.on(dt.date(2018, 4, 30))
COMMITTEE = "Home Affairs Committee"
HOME_SECRETARY = "Home Secretary"
DIRECTOR = "Director general, Home Office"
DENIAL = "We don’t have targets for removals"
ADMISSION = (
    "I have never agreed that there should be specific removal targets and I would never support a policy that puts "
    "targets ahead of people. The immigration arm of the Home Office has been using local targets for internal "
    "performance management."
)


@dataclass(frozen=True, slots=True)
class Told:
    """The statements that pairs and stories are made of."""

    report: Statement
    union: Statement
    denial: Statement
    operate: Statement
    director: Statement
    fudge: Statement
    admission: Statement
    blame: Statement
    defence: Statement
    apology: Statement
    resignation: Statement


def statements(room: Newsroom) -> Told:
    """Accepts them all, in the order in which an editor would come upon them; drafts, every one."""
    rudd = room.speaker("Amber Rudd", aliases=("Ms Rudd",))
    denial, operate, director = heard_on_wednesday(room, rudd)
    fudge, blame, defence = reactions(room)
    return Told(
        report=report(room),
        union=union(room),
        denial=denial,
        operate=operate,
        director=director,
        fudge=fudge,
        admission=admission(room, rudd),
        blame=blame,
        defence=defence,
        apology=apology(room, rudd),
        resignation=resignation(room, rudd),
    )


def report(room: Newsroom) -> Statement:
    """A document, dated to the month."""
    inspector = room.speaker(
        "Chief inspector's report on removals, 2015",
        SpeakerKind.DOCUMENT,
        aliases=("Chief inspector of borders and immigration",),
    )
    return room.statement(
        "weekly",
        "the department had an annual target of 12,000 voluntary departures",
        speaker=inspector,
        words="The Home Office had an annual target of 12,000 voluntary departures",
        mode=Mode.INDIRECT,
        said=Said.in_month(2015, 12),
        basis="In December 2015",
    )


def union(room: Newsroom) -> Statement:
    """Of an earlier hearing: the day is not known, only the one by which it was said."""
    return room.statement(
        "weekly",
        "a net removals target that enforcement teams have to meet",
        speaker=room.speaker("Lucy Moreton"),
        role="General secretary, Immigration Service Union",
        said=Said.by(WEDNESDAY.until),
        basis="at an earlier hearing",
        occasion=COMMITTEE,
    )


def heard_on_wednesday(room: Newsroom, rudd: Speaker) -> list[Statement]:
    """The denial, in three articles, straight and curly quotation marks; and what followed it, in this order."""
    heard: dict[str, Any] = {"said": WEDNESDAY, "basis": "on Wednesday", "occasion": COMMITTEE}
    denial = room.statement(
        "hearing",
        DENIAL.replace("’", "'"),
        words=DENIAL,
        speaker=rudd,
        role=HOME_SECRETARY,
        question="When was the target for net removals set?",
        **heard,
    )
    room.rendering("admission", DENIAL.replace("’", "'"), denial)
    room.rendering("weekly", DENIAL, denial)
    operate = room.statement(
        "hearing",
        "if you ask me 'are there numbers of people we expect to be removed?', that's not how we operate",
        words="… if you ask me ‘are there numbers of people we expect to be removed?’, that’s not how we operate",
        speaker=rudd,
        role=HOME_SECRETARY,
        **heard,
    )
    director = room.statement(
        "hearing",
        "I'm not in charge of enforcement but not as far as I know, no",
        words="I’m not in charge of enforcement but not as far as I know, no",
        speaker=room.speaker("Glynn Williams"),
        role=DIRECTOR,
        question="Do the regions have targets of their own?",
        **heard,
    )
    return [
        on_statements.edit(statement=one, by=room.editor, revision=one.revision, day_order=place)
        for place, one in enumerate((denial, operate, director), 1)
    ]


def admission(room: Newsroom, rudd: Speaker) -> Statement:
    """Two articles word one utterance differently: "removal targets", "removals targets"."""
    admitted = room.statement(
        "admission",
        ADMISSION,
        speaker=rudd,
        role=HOME_SECRETARY,
        said=THURSDAY,
        basis="on Thursday",
        occasion="House of Commons, urgent question",
    )
    room.rendering("weekly", ADMISSION.replace("removal targets", "removals targets"), admitted)
    return admitted


def reactions(room: Newsroom) -> list[Statement]:
    """A few quoted words each, said by the day on which they were printed."""
    said: dict[str, Any] = {
        "mode": Mode.MIXED,
        "said": Said.by(THURSDAY.until),
        "basis": "published on 26 April 2018",
    }
    fudge = room.statement(
        "weekly",
        "that response a “complete fudge”",
        words="That response was a “complete fudge”",
        speaker=room.speaker("Yvette Cooper"),
        role="Chair, Home Affairs Committee",
        **said,
    )
    blame = room.statement(
        "admission",
        'Ms Rudd should resign and was "trying to blame officials"',
        words="Ms Rudd should resign and was “trying to blame officials”",
        speaker=room.speaker("Diane Abbott"),
        role="Shadow Home Secretary",
        **said,
    )
    defence = room.statement(
        "admission",
        'her critics in Labour and the SNP were "out of touch with working class communities"',
        words="Her critics in Labour and the SNP were “out of touch with working class communities”",
        speaker=room.speaker("Philip Davies"),
        role="Conservative MP",
        **said,
    )
    return [fudge, blame, defence]


def apology(room: Newsroom, rudd: Speaker) -> Statement:
    return room.statement(
        "apology",
        "I wasn't aware of specific removal targets. I accept I should have been and I'm sorry that I wasn't.",
        words="I wasn’t aware of specific removal targets. I accept I should have been and I’m sorry that I wasn’t.",
        speaker=rudd,
        role=HOME_SECRETARY,
        said=FRIDAY,
        basis="on Friday",
        occasion="Twitter",
    )


def resignation(room: Newsroom, rudd: Speaker) -> Statement:
    return room.statement(
        "resignation",
        'she "inadvertently misled the Home Affairs Select Committee"',
        words="She “inadvertently misled the Home Affairs Select Committee”",
        speaker=rudd,
        role=HOME_SECRETARY,
        mode=Mode.MIXED,
        said=SUNDAY,
        basis="on Sunday",
        occasion="Letter of resignation",
    )


def before_the_commons(room: Newsroom) -> list[Statement]:
    """Two of one speaker on one day, both confirmed: one gets a second edition, the other changes that wait."""
    said: dict[str, Any] = {
        "speaker": room.speaker("Sajid Javid", aliases=("Mr Javid",)),
        "role": HOME_SECRETARY,
        "said": MONDAY,
        "basis": "on Monday",
        "occasion": "House of Commons",
    }
    phrase = room.statement(
        "successor", "I don't like the phrase hostile", words="I don’t like the phrase hostile", **said
    )
    promise = room.statement("successor", "I will do whatever it takes to put it right", **said)
    return [room.confirm(phrase), room.confirm(promise)]


def entered_twice(room: Newsroom) -> Statement:
    """A statement that was confirmed and then withdrawn, with its reason."""
    twice = room.statement(
        "weekly",
        "there were none “as far as I know”",
        words="There were none “as far as I know”",
        speaker=room.speaker("Glynn Williams"),
        role=DIRECTOR,
        mode=Mode.MIXED,
        said=Said.by(THURSDAY.until),
        occasion=COMMITTEE,
    )
    twice = room.confirm(twice)
    return on_statements.withdraw_statement(
        statement=twice,
        by=room.reviewer,
        reason="Entered twice: these words are part of the answer of 25 April 2018, which stands here in full.",
    )
