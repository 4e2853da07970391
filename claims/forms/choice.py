"""What a reader may ask of a timeline."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.http import QueryDict

from claims.forms.fields import DayField
from claims.models import Listing, Speaker
from claims.records import Finding, Mode, PairKind, Stance
from claims.text.searching import LONGEST
from claims.timeline.counting import Offered
from claims.timeline.wanted import Wanted, says_nothing

QUOTED = ((Mode.DIRECT, "Quoted"), (Mode.MIXED, "Quoted in part"), (Mode.INDIRECT, "Reported"))
STANCES = tuple((stance.value, stance.value.capitalize()) for stance in Stance)
KINDS = (
    (PairKind.REVERSAL, "With their own words"),
    (PairKind.DISPUTE, "With somebody else’s"),
    (PairKind.RECORD, "With a document"),
)
FINDINGS = ((Finding.CONTRADICTION, "Contradiction"), (Finding.PARTIAL, "In part"), (Finding.CONSISTENT, "Consistent"))
KNOWN = (("now", "as known now"), ("then", "as our record stood"))
"""What had been published in the world by a day, from the editions of now; or the editions that were public here."""
MOST_NAMED = 50
"""Speakers, and outlets, that an address may name."""
PLACES = ("after", "before", "at")
"""What an address has beside a choice: where a window begins."""


class Boxes(forms.MultipleChoiceField):
    """Boxes to tick. What is none of the choices is left out and told."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(label=label, choices=choices, required=False)


class ChoiceForm(forms.Form):
    """The query string of a timeline. Whatever cannot be read is told and left out."""

    q = forms.CharField(label="Words", required=False, max_length=LONGEST, widget=forms.TextInput({"type": "search"}))
    speaker = Boxes("Speakers")
    outlet = Boxes("Outlets")
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    mode = Boxes("How the words were reported", QUOTED)
    stance = Boxes("What the source does", STANCES)
    kind = Boxes("Compared", KINDS)
    finding = Boxes("Finding", FINDINGS)
    clashing = forms.BooleanField(label="Only what clashes", required=False)
    as_of = DayField(label="What was known on", required=False)
    known = forms.ChoiceField(label="In which sense", choices=KNOWN, required=False)

    data: QueryDict

    def __init__(self, query: QueryDict, *, newsroom: bool = False) -> None:
        asked = query.getlist("speaker")[:MOST_NAMED]
        known = _speakers_named(list(filter(_can_be_kept, asked)), newsroom) if asked else {}
        query = query.copy()
        query.setlist("speaker", list(dict.fromkeys(known[one][0] if one in known else one for one in asked)))
        super().__init__(query, auto_id="choose-%s")
        self._named = dict(known.values())
        self.offer(Offered())

    def offer(self, offered: Offered) -> None:
        """Which speakers and outlets can be ticked; those that the address names are among them."""
        speakers = self._named | {voice.key: voice.heading for voice in offered.voices}
        outlets = dict.fromkeys(
            [*offered.outlets, *(one for one in self.data.getlist("outlet")[:MOST_NAMED] if _can_be_kept(one))]
        )
        self.fields["speaker"].choices = sorted(speakers.items(), key=lambda one: one[1].casefold())  # type: ignore[attr-defined]
        self.fields["outlet"].choices = [(one, one) for one in outlets]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "This day is before the first one; the range was left out.")
            cleaned.pop("since")
        if cleaned.get("q") and says_nothing(cleaned["q"]):
            self.add_error("q", "These words stand in every text, so nothing can be found by them; they were left out.")
        return cleaned

    def query(self, *without: str) -> str:
        """The query string without what is empty, or says what is understood, and without what is named, for an address
        that can be passed on."""
        named = [(name, value) for name in self.data if name not in without for value in self.data.getlist(name)]
        filled = [(name, value) for name, value in named if value and (name, value) != ("known", "now")]
        return f"?{urlencode(filled)}" if filled else ""

    @property
    def as_known_now(self) -> str:
        """The same in the other sense: what had been published in the world by that day."""
        return self.query(*PLACES, "known")

    @property
    def as_it_stood(self) -> str:
        """The same in the other sense: what was public here at the end of that day."""
        chosen = self.query(*PLACES, "known")
        return f"{chosen}{'&' if chosen else '?'}known=then"

    def choice(self) -> str:
        """The query string of what was chosen, wherever the window is; empty where nothing was."""
        return self.query(*PLACES)

    def wanted(self) -> Wanted:
        """What could be read of it."""
        self.is_valid()
        read = self.cleaned_data
        return Wanted(
            speakers=frozenset(read.get("speaker", ())),
            since=read.get("since"),
            until=read.get("until"),
            outlets=frozenset(read.get("outlet", ())),
            modes=frozenset(map(Mode, read.get("mode", ()))),
            stances=frozenset(map(Stance, read.get("stance", ()))),
            kinds=frozenset(map(PairKind, read.get("kind", ()))),
            findings=frozenset(map(Finding, read.get("finding", ()))),
            clashing=bool(read.get("clashing")),
            words=read.get("q", ""),
            as_of=read.get("as_of"),
            then=read.get("known") == "then" and bool(read.get("as_of")),
        )


def _can_be_kept(name: str) -> bool:
    """Whether the database can have such a name; it has none with a NUL."""
    return len(name) <= LONGEST and "\0" not in name


def _speakers_named(slugs: list[str], newsroom: bool) -> dict[str, tuple[str, str]]:
    """Slug and name that the speakers with those slugs have now, of those that are in a list of this reader's: one that
    was merged is the one that it went into. One query."""
    heard = Listing.objects.filter(speaker=OuterRef("now")).seen_by(newsroom=newsroom)
    known = Speaker.objects.filter(slug__in=slugs).annotate(now=Coalesce("merged_into", "pk")).filter(Exists(heard))
    told = known.values_list("slug", Coalesce("merged_into__slug", "slug"), Coalesce("merged_into__name", "name"))
    return {slug: (now, name) for slug, now, name in told}
