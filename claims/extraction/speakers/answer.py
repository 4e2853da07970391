"""What is answered about one source."""

from dataclasses import dataclass

from claims.extraction.speakers.person import Person
from claims.records import FurtherSpeaker, RoleReading, SpeakerKind, SpeakerReading


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker and a role; the person, where it is one; who else is a source of the same words."""

    speaker: SpeakerReading | None = None
    role: RoleReading | None = None
    person: Person | None = None
    further: tuple[FurtherSpeaker, ...] = ()

    @property
    def somebody(self) -> bool:
        """Whether a single person spoke, a spokeswoman among them; an organisation or document is no he or she."""
        return self.speaker is None or self.speaker.kind is SpeakerKind.PERSON or self.role is not None


UNSURE = Answer()
