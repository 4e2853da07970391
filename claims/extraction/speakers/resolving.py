"""Whom a source means. A rule takes a source and answers with the speaker, or with None where it does not know.

The first rule that answers is believed. An answer without a reading is an answer too: that nobody can tell."""

from claims.extraction.speakers.answers import UNSURE, Answer, Context, Rule
from claims.extraction.speakers.by_name import (
    full_name,
    label_of_nobody,
    named_here,
    surname,
    surname_alone,
    surname_nearby,
)
from claims.extraction.speakers.by_reference import (
    last_subject_described,
    one_of_several_speaks,
    pronoun,
    relative_pronoun,
    role_description,
    they,
)
from claims.extraction.speakers.documents import document
from claims.extraction.speakers.epithets import aged, epithet
from claims.extraction.speakers.organisations import organisation, recognised, spokesperson
from claims.extraction.speakers.several import several
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.things import kind_again, relative_thing, thing_again

RULES: tuple[Rule, ...] = (
    label_of_nobody,
    relative_pronoun,
    pronoun,
    they,
    thing_again,
    kind_again,
    relative_thing,
    several,
    full_name,
    surname,
    surname_nearby,
    document,
    one_of_several_speaks,
    aged,
    role_description,
    epithet,
    spokesperson,
    last_subject_described,
    organisation,
    recognised,
    named_here,
    surname_alone,
)


def resolved(source: Source, context: Context) -> Answer:
    """Who a source is, by the first rule that knows."""
    for rule in RULES:
        answer = rule(source, context)
        if answer is not None:
            return answer
    return UNSURE
