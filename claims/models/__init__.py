from claims.models.contradiction import Contradiction, Correction, Response
from claims.models.edition import (
    ContradictionEdition,
    EditionEvidence,
    Publication,
    StatementEdition,
    StoryEdition,
    StoryEditionMember,
)
from claims.models.listing import (
    ListedCorrection,
    ListedPair,
    ListedPublication,
    ListedSeat,
    ListedSpeaker,
    ListedStatement,
    ListedStory,
    ListedWithdrawal,
    Listing,
    PairListing,
    Stamp,
)
from claims.models.method import MethodText
from claims.models.mistake import Mistake
from claims.models.naming import NamedSpeaker, SpeakerNaming
from claims.models.printed import PrintedArticle, PrintedOutlet
from claims.models.quotation import Quotation
from claims.models.reading import Reading
from claims.models.speaker import Speaker
from claims.models.speaker_proposal import SpeakerProposal
from claims.models.statement import Statement
from claims.models.story import Story, StoryStatement
from claims.models.tally import TalliedListing, Tally
from claims.models.withdrawal import Withdrawal

__all__ = [
    "Contradiction",
    "ContradictionEdition",
    "Correction",
    "EditionEvidence",
    "ListedCorrection",
    "ListedPair",
    "ListedPublication",
    "ListedSeat",
    "ListedSpeaker",
    "ListedStatement",
    "ListedStory",
    "ListedWithdrawal",
    "Listing",
    "MethodText",
    "Mistake",
    "NamedSpeaker",
    "PairListing",
    "PrintedArticle",
    "PrintedOutlet",
    "Publication",
    "Quotation",
    "Reading",
    "Response",
    "Speaker",
    "SpeakerNaming",
    "SpeakerProposal",
    "Stamp",
    "Statement",
    "StatementEdition",
    "Story",
    "StoryEdition",
    "StoryEditionMember",
    "StoryStatement",
    "TalliedListing",
    "Tally",
    "Withdrawal",
]
