"""What is to be compared: names or addresses of speakers, a day, a story."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from claims.forms.fields import DayField
from claims.search.names import speakers_like
from claims.timeline.building import voice_of
from claims.timeline.entries import StoryHead, Voice
from claims.timeline.index import on_record
from claims.timeline.shown import SpeakerHead, head_of, speaker_head, story_address, story_at

LONGEST = 300
MOST_OFFERED = 6
_ADDRESS = re.compile(r"[-\w]{1,200}", re.ASCII)


class CompareForm(forms.Form):
    """The query string of a comparison: `a` and `b` are addresses of speakers, or names, which lead on to these.

    `speakers` are those who were found, by field; `offered` the speakers whom a name may mean, each with the address of
    the comparison with them; `unknown`: whether a name, or a story, is none here; `leads_on`: whether the same is at
    another address, for names and addresses of old give way to those of now."""

    a = forms.CharField(label="Who", required=False, max_length=LONGEST)
    b = forms.CharField(label="With whom", required=False, max_length=LONGEST)
    day = DayField(label="Or before and after a day", required=False)
    story = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)

    data: QueryDict

    def __init__(self, query: QueryDict, user: object) -> None:
        super().__init__(query, auto_id="compare-%s")
        self.user, self._asked = user, query
        self.speakers: dict[str, SpeakerHead] = {}
        self.offered: dict[str, list[tuple[Voice, str]]] = {}
        self.found_story: StoryHead | None = None
        self.unknown = False
        self._now: dict[str, str] = {}
        self.is_valid()
        self.leads_on = not self.errors and any(query.get(name) != now for name, now in self._now.items())
        self.data = query.copy()
        for name, found in self.speakers.items():
            self.data[name] = found.voice.name

    @property
    def parting(self) -> dt.date | None:
        """The day that parts one speaker's record in two."""
        day: dt.date | None = self.cleaned_data.get("day")
        return day

    @property
    def is_whole(self) -> bool:
        """Whether there are two sides."""
        return not self.errors and "a" in self.speakers and ("b" in self.speakers or self.parting is not None)

    def address(self, **other: str) -> str:
        """The query string of what was asked for, with other values for some of it."""
        asked = {name: self._asked.get(name, "") for name in self.fields} | self._now | other
        return f"?{urlencode({name: value for name, value in asked.items() if value})}"

    @property
    def in_all(self) -> str:
        """The same without a story."""
        return self.address(story="")

    def clean_a(self) -> str:
        return self._speaker("a")

    def clean_b(self) -> str:
        return self._speaker("b")

    def clean_story(self) -> str:
        typed: str = self.cleaned_data["story"]
        slug = story_address(self.user, typed) or typed if typed else ""
        story = story_at(self.user, slug) if slug else None
        if slug and story is None:
            self.unknown = True
            raise forms.ValidationError("There is no such story here.")
        self.found_story = head_of(story) if story else None
        self._now |= {"story": self.found_story.slug} if self.found_story else {}
        return slug

    def clean(self) -> dict[str, Any] | None:
        read = super().clean() or self.cleaned_data
        if read.get("b") and read.get("day"):
            self.add_error("day", "Choose a second speaker or a day, not both.")
        elif read.get("a") and read.get("a") == read.get("b"):
            self.add_error("b", "This is the same speaker. Choose another one, or a day.")
        elif read.get("b") and not self._asked.get("a"):
            self.add_error("a", "Name the first of the two.")
        elif read.get("day") and not self._asked.get("a"):
            self.add_error("a", "Name who spoke before and after that day.")
        return read

    def _speaker(self, name: str) -> str:
        typed: str = self.cleaned_data[name]
        if not typed:
            return ""
        found = speaker_head(self.user, typed) if _ADDRESS.fullmatch(typed) else None
        found = found or self._called(name, typed)
        self.speakers[name] = found
        self._now[name] = found.voice.key
        return found.voice.key

    def _called(self, name: str, typed: str) -> SpeakerHead:
        """Whom a name means. Raises ValidationError where that is nobody, or one of several."""
        like = list(speakers_like(typed).filter(pk__in=on_record(self.user))[:MOST_OFFERED])
        same = [one for one in like if one.name.casefold() == typed.casefold()]
        (meant,) = like if len(like) == 1 else same if len(same) == 1 else (None,)
        if meant:
            return SpeakerHead(meant.pk, voice_of(meant))
        self.unknown = self.unknown or not like
        self.offered[name] = [(voice_of(one), self.address(**{name: one.slug})) for one in like]
        raise forms.ValidationError("Which of these?" if like else f"Nobody on record here is called “{typed}”.")
