import datetime as dt
from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower
from django.urls import reverse_lazy

from articles.capture.reach import out_of_reach
from claims.models import Speaker
from claims.records import Mode, Said, SpeakerKind, Stance
from claims.text.typed_dates import NotADate, said_typed, typed
from claims.verbs.speakers import told_apart

MOST_OFFERED = 500
"""Names in a list of suggestions: more would slow the page, and nobody scrolls them."""

HOW_TO_DATE = "As exactly as you know it: 25 April 2018, 25 April 2018 14:30, December 2015, before 26 April 2018."


def check_reach(when: dt.date | dt.datetime) -> None:
    """A validator: raises ValidationError for a year that no page could show in every time zone."""
    if wrong := out_of_reach(when):
        raise ValidationError(wrong)


class DayField(forms.DateField):
    """A day, by the browser's calendar."""

    default_validators = [check_reach]
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A day and a time on the newsroom's clock, by the browser's calendar."""

    default_validators = [check_reach]
    widget = MomentInput


class SaidField(forms.CharField):
    """One text field for a date at any precision; empty means unknown. Cleans to `records.Said` or None."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"required": False, "label": "Said", "help_text": HOW_TO_DATE}
        super().__init__(**defaults | options)

    def prepare_value(self, value: Any) -> Any:
        return typed(value) if isinstance(value, Said) else value

    def to_python(self, value: Any) -> Any:
        try:
            said = said_typed(super().to_python(value) or "")
        except NotADate as refused:
            raise ValidationError(str(refused)) from refused
        if said:
            check_reach(said.until)
        return said

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            super().validate("")

    def run_validators(self, value: Any) -> None:
        """The words were checked when they were read; a date has nothing more to check."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return typed(initial) != (data or "")


MODES = (
    (Mode.DIRECT.value, "direct: all inside quotation marks"),
    (Mode.MIXED.value, "mixed: partly inside"),
    (Mode.INDIRECT.value, "indirect: none inside"),
)
KINDS = tuple((kind.value, kind.value) for kind in SpeakerKind)


STANCES = (("", "not known"), *((stance.value, stance.value) for stance in Stance))


def stance_field() -> forms.ChoiceField:
    """What the source does to the words; a denial holds what is denied."""
    return forms.ChoiceField(choices=STANCES, required=False, label="Stance")


def mode_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=MODES, coerce=Mode, label="Quoted")


def kind_field(help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=KINDS, coerce=SpeakerKind, label="Kind", help_text=help_text)


class WordsField(forms.CharField):
    """Words of several lines. Browsers send line ends as CR LF; what is stored, and compared, has LF."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return words.replace("\r\n", "\n").replace("\r", "\n") if isinstance(words, str) else words


def words_field(label: str, *, rows: int = 3, **options: Any) -> WordsField:
    return WordsField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class SpeakerInput(forms.TextInput):
    """A line with suggestions that follow what is typed; without a script the first names of all are suggested.

    Forms of the desk swap whole records: what the input would inherit of that is unset."""

    def __init__(self) -> None:
        ask = {"hx-get": reverse_lazy("claims:desk-speaker-names"), "hx-trigger": "input changed delay:250ms"}
        answer = {"hx-target": "#speakers", "hx-swap": "innerHTML", "hx-push-url": "false", "hx-sync": "this:replace"}
        inherited = dict.fromkeys(("hx-select", "hx-disabled-elt", "hx-indicator"), "unset")
        super().__init__(attrs={"list": "speakers", "autocomplete": "off"} | ask | answer | inherited)


def speaker_field(**options: Any) -> forms.CharField:
    """Takes a name, or "Name (address)" where several speakers share the name."""
    return forms.CharField(max_length=410, widget=SpeakerInput, **options)


def names_offered(holding: str = "") -> list[str]:
    """Names that hold those letters, for a list of suggestions, at most MOST_OFFERED of them; those that several
    speakers share carry the speaker's address."""
    current = Speaker.objects.current().annotate(plain=Lower("name"))
    offered = list(current.filter(name__icontains=holding).order_by("name", "id")[:MOST_OFFERED])
    every = current.filter(plain__in={one.plain for one in offered}).values_list("plain", flat=True)
    sharing = Counter(every)
    return [told_apart(one) if sharing[one.plain] > 1 else one.name for one in offered]


def speaker_offered(text: str) -> Speaker | None:
    """The speaker that `names_offered` called "Name (address)", if it is one of those."""
    name, _, slug = text.rpartition(" (")
    return Speaker.objects.current().filter(name__iexact=name, slug=slug.removesuffix(")")).first() if name else None
