"""Invented records in every state that a component knows, for the page of patterns."""

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from claims.forms.choice import ChoiceForm
from claims.records import Change, Finding, Mode, PairKind, Said, SpeakerKind
from claims.text.blocks import blocks
from claims.text.differences import differences
from claims.timeline.arranging import arrange
from claims.timeline.balance import Balance
from claims.timeline.cards import Card
from claims.timeline.corrections import Kind, Place, PutRight
from claims.timeline.counting import Sum
from claims.timeline.entries import Entry, Note, Pair, Rendering, Reply, StoryHead, Voice
from claims.verbs.history import Event

TUESDAY, NOON = dt.date(2024, 3, 5), dt.datetime(2024, 3, 8, 12, 0, tzinfo=dt.UTC)
MINISTER = Voice("mina-ister", "Mina Ister")
UNION = Voice("harbour-workers", "Harbour Workers’ Union", SpeakerKind.ORGANISATION)
AUDIT = Voice("harbour-audit", "Audit of the Harbour Fund", SpeakerKind.DOCUMENT)
WEEK = ("Monday", "Friday", "Sunday")
FIRST, SECOND = "We have no list of closures.", "We have no closures list, none."


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As printed on the day.")
    day = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    mode = forms.ChoiceField(choices=[("direct", "Quoted in full"), ("indirect", "Reported")], widget=forms.RadioSelect)
    checked = forms.BooleanField(label="I have checked the date", required=False)
    why = forms.CharField(label="Reason", required=False, widget=forms.Textarea(attrs={"rows": 3}))


def samples() -> dict[str, Any]:
    """What patterns.html shows, by the names that its includes use."""
    report, charge, denial, admission, gone = _entries()
    pairs = _pairs(report, charge, denial, admission)
    timeline = arrange([report, charge, denial, admission, gone], pairs)
    story = StoryHead(1, "harbour", "The harbour that was to stay open", "Three answers in four days.")
    return {
        "timeline": timeline,
        "denial": denial,
        "gone": gone,
        "pairs": pairs,
        "card": Card(story, 5, 3, 3, pairs[0]),
        "stories": [story],
        "put_right": _put_right(denial, gone, pairs[0], story),
        "blocks": blocks(
            "# Who decides\nTwo people read what stands here.\n- An editor proposes.\n- A reviewer confirms."
        ),
        "pieces": differences(FIRST, SECOND),
        "balance": Balance(((PairKind.REVERSAL, Finding.CONTRADICTION, 1), (PairKind.DISPUTE, Finding.CONSISTENT, 3))),
        "sums": [(Sum("201803", 40, 2, 100), "#main"), (Sum("201804", 6, 0, 15), "#main")],
        "form": SampleForm(),
        "boxes": ChoiceForm(QueryDict()),
        "wrong_form": SampleForm({"name": "", "day": "the fifth", "mode": "shouted"}),
        "events": (Event("Ed Park", NOON, "edited", "The committee's minutes name the day.", _changes()),),
        "changes": (
            Change("words", "Words", FIRST, SECOND),
            *_changes(),
            Change("question", "Question it answered", "Which piers will close?", ""),
        ),
        "page": Paginator(range(60), 20).page(2),
        "key_groups": [
            ("Moving", [("j", "Next quotation"), ("k", "Previous quotation")]),
            ("Help", [("?", "This list")]),
        ],
    }


def _entries() -> tuple[Entry, ...]:
    day, next_day = Said.on(TUESDAY), Said.on(TUESDAY + dt.timedelta(days=1))
    note = Note("This page first gave the day as 4 March.", NOON.date(), "Rae View")
    denial = Entry(
        3,
        MINISTER,
        FIRST,
        Mode.DIRECT,
        day,
        "on Tuesday",
        role="Harbour Secretary",
        occasion="Answers to the press",
        question="Which piers will close?",
        renderings=(
            _rendering(1, "The Daily Sample", FIRST, report=1),
            _rendering(2, "Sample Evening News", SECOND, report=2),
            *(_rendering(key, f"Sample on {day}", FIRST, report=1) for key, day in enumerate(WEEK, 3)),
        ),
        corrections=(note,),
    )
    return (
        Entry(1, AUDIT, "a list of four piers “to be closed”", Mode.MIXED, Said.in_month(2021, 11)),
        Entry(2, UNION, "The union had been shown a list of closures", Mode.INDIRECT, Said.by(TUESDAY)),
        denial,
        Entry(4, MINISTER, "There was a list, and I should have said so.", Mode.DIRECT, next_day, draft=True),
        Entry(5, UNION, "Nobody asked us.", Mode.DIRECT, None, withdrawn="It was another union of that name."),
    )


def _pairs(report: Entry, charge: Entry, denial: Entry, admission: Entry) -> tuple[Pair, ...]:
    answer = Reply(
        NOON, "by e-mail", NOON + dt.timedelta(days=2), "I misspoke.", NOON + dt.timedelta(days=1), "Mina Ister"
    )
    silent = Reply(NOON, "by telephone", NOON + dt.timedelta(days=2), who="Harbour Workers’ Union")
    told = "She said that there was no list, and a day later that there was one."
    return (
        Pair(
            1, denial, admission, Finding.CONTRADICTION, told, "no list", "There was a list", replies=(answer, silent)
        ),
        Pair(2, report, denial, Finding.PARTIAL, "A list of piers is a list.", open=True),
        Pair(3, charge, denial, Finding.CONSISTENT, "They speak of different lists."),
    )


def _put_right(denial: Entry, gone: Entry, pair: Pair, story: StoryHead) -> tuple[PutRight, ...]:
    place, day, who = Place(NOON, 0, 1), NOON.date(), "Rae View"
    return (
        PutRight(Kind.CORRECTION, place, day, denial, "This page first gave the day as 4 March.", who),
        PutRight(Kind.WITHDRAWAL, place, day, gone, gone.withdrawn, who),
        PutRight(Kind.STORY, place, day, story, "Two statements joined it.", who, 2),
        PutRight(Kind.SILENT, place, day, pair, "", who, 3),
        PutRight(Kind.TAKEN, place, day, None),
    )


def _rendering(key: int, outlet: str, words: str, *, report: int) -> Rendering:
    head = ("Minister denies list", "https://news.example.org/1", TUESDAY)
    before, after = "Pressed again, she answered: “", "” Then she left."
    return Rendering(key, outlet, *head, words, before, after, report=report)


def _changes() -> tuple[Change, ...]:
    return (Change("said", "Said", "4 March 2024", "5 March 2024"), Change("occasion", "Occasion", "", "A hearing"))
