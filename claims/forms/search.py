"""What a reader searches by, on the page of searches."""

from typing import Any

from django import forms

from claims.text.searching import LONGEST, Search, search_of

ORDERS = (("best", "Best first"), ("newest", "Newest first"))
MOST_PAGES = 50


class PublicSearchForm(forms.Form):
    """The query string of a search. What cannot be read of it is left out."""

    q = forms.CharField(
        label="Search",
        required=False,
        strip=True,
        max_length=LONGEST,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    order = forms.ChoiceField(label="Order", choices=ORDERS, required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)
    before = forms.RegexField(r"[0-9]{1,40}", required=False)

    def __init__(self, query: Any) -> None:
        super().__init__(query, auto_id="search-%s")
        self.is_valid()

    def search(self) -> Search:
        return search_of(self.cleaned_data.get("q") or "")

    def place(self) -> dict[str, Any]:
        """The order and the place in it, as `search.readers.search` takes them."""
        read = self.cleaned_data
        return {
            "newest": read.get("order") == "newest",
            "page": read.get("page") or 1,
            "before": read.get("before") or "",
        }


class SpeakerSearchForm(forms.Form):
    """The query string of the index of speakers: a name, or the speaker that a page begins behind."""

    q = forms.CharField(label="A name", required=False, max_length=LONGEST, widget=forms.TextInput({"type": "search"}))
    after = forms.IntegerField(required=False, min_value=1, max_value=2**53)

    def __init__(self, query: Any) -> None:
        super().__init__(query, auto_id="speakers-%s")
        self.is_valid()
