from typing import Any

from claims.forms.fields import words_field
from claims.forms.verb_form import RevisedForm
from claims.models import MethodText
from claims.models.method import MOST_WORDS


class MethodForm(RevisedForm):
    text = words_field(
        "How we work",
        rows=28,
        max_length=MOST_WORDS,
        help_text="An empty line ends a paragraph. “# ” begins a heading, “- ” an item of a list.",
        error_messages={"required": "Write something: readers see this page. Nothing was changed."},
    )

    @staticmethod
    def saved_in(row: MethodText) -> dict[str, Any]:
        return {"text": row.text, "revision": row.number}
