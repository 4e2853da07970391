import datetime as dt
from typing import Any

from django import forms
from django.conf import settings

from accounts.models import User
from articles.capture.text import Unreadable, decode
from articles.importing import Imported, NotImported, import_article
from articles.models import Outlet
from claims.forms.fields import DayField, words_field
from claims.forms.verb_form import retype

ZONES = (
    *("Europe/London", "Europe/Dublin", "Europe/Berlin", "Europe/Paris", "Europe/Brussels", "Europe/Kyiv", "UTC"),
    *("America/New_York", "America/Chicago", "America/Los_Angeles", "America/Toronto", "Africa/Johannesburg"),
    *("Asia/Kolkata", "Asia/Hong_Kong", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
)
AGAIN = "Everything else you typed is kept; the file must be chosen again."


class ArticleForm(forms.Form):
    """An article as somebody brings it, its text pasted or in a file. `imported` is what it came to."""

    outlet = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
        help_text="Who published it.",
        error_messages={"required": "Say who published the article."},
    )
    title = forms.CharField(
        label="Headline", max_length=500, error_messages={"required": "Give the article its headline."}
    )
    url = forms.CharField(label="Web address", required=False, max_length=2000, widget=forms.URLInput)
    day = DayField(label="Day of publication", required=False, help_text="“Yesterday” in the text is read from it.")
    time = forms.TimeField(
        label="Time, where known", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    zone = forms.CharField(
        label="Time zone",
        max_length=64,
        initial=lambda: settings.NEWSROOM_TIME_ZONE,
        widget=forms.TextInput(attrs={"list": "zones"}),
    )
    byline = forms.CharField(required=False, max_length=300)
    text = words_field("Text of the article", rows=14, required=False)
    file = forms.FileField(
        label="or a text file",
        required=False,
        help_text="Plain text (.txt, UTF-8).",
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
    )

    imported: Imported | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("file") and data.get("text"):
            self.add_error("file", "Paste the text or choose a file, not both. The pasted text is kept.")
        elif data.get("file") and data["file"].size > settings.UPLOAD_LIMIT:
            self.add_error("file", f"The file is larger than {settings.UPLOAD_LIMIT // 1024**2} MB. {AGAIN}")
        elif data.get("file"):
            data["text"] = self._uploaded(data["file"].read())
        elif not data.get("text") and "file" not in self.errors:
            self.add_error("text", "Paste the article's words, or choose a file that holds them.")
        if data.get("time") and not data.get("day") and "day" not in self.errors:
            self.add_error("day", "A time of day needs its day.")
        return data

    def _uploaded(self, content: bytes) -> str:
        """The file's words, put into the text field as well, so that a fault elsewhere does not lose them."""
        try:
            text = decode(content)
        except Unreadable as error:
            self.add_error("file", f"{error} {AGAIN}")
            return ""
        retype(self, "text", text)
        return text

    def brought_in(self, by: User) -> bool:
        """Whether the form is valid and the article is stored."""
        if not self.is_valid():
            return False
        data = self.cleaned_data
        details = {name: data[name] for name in ("outlet", "title", "url", "byline", "text", "zone")}
        try:
            self.imported = import_article(**details, published=_published(data), by=by)
        except NotImported as error:
            self.add_error(None, f"{error} Nothing was stored; everything you typed is kept.")
        return not self.errors

    def outlets(self) -> list[str]:
        return list(Outlet.objects.values_list("name", flat=True)[:500])

    def zones(self) -> tuple[str, ...]:
        return ZONES


def _published(data: dict[str, Any]) -> dt.date | dt.datetime | None:
    if data.get("day") and data.get("time"):
        return dt.datetime.combine(data["day"], data["time"])
    day: dt.date | None = data.get("day")
    return day


class VersionChoice(forms.Form):
    """Which version of an article to show; anything else in the address means the newest."""

    version = forms.IntegerField(required=False, min_value=1)

    def number(self) -> int | None:
        return self.cleaned_data.get("version") if self.is_valid() else None
