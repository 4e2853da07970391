"""A document's text and token positions, which spaCy reckons anew whenever asked."""

from spacy.tokens import Doc

_LAYOUT = "dates.layout"


def layout(doc: Doc) -> tuple[str, list[int]]:
    """The text of a document and where its tokens begin, reckoned once for all that reads it."""
    if _LAYOUT not in doc.user_data:
        doc.user_data[_LAYOUT] = (doc.text, doc.to_array("IDX").tolist())
    found: tuple[str, list[int]] = doc.user_data[_LAYOUT]
    return found
