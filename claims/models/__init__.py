from claims.models.contradiction import Contradiction, Correction, Response
from claims.models.quotation import Quotation
from claims.models.reading import Reading
from claims.models.speaker import Speaker
from claims.models.statement import Statement
from claims.models.story import Story, StoryStatement

__all__ = [
    "Contradiction",
    "Correction",
    "Quotation",
    "Reading",
    "Response",
    "Speaker",
    "Statement",
    "Story",
    "StoryStatement",
]
