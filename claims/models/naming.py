"""What a speaker is looked up by, however the name is spelt. Kept by the database, as the rows of lists are."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from claims.models.speaker import Speaker


class SpeakerNaming(models.Model):
    """The runs of three letters in a speaker's name and by-names (`text.searching.grams`)."""

    speaker = models.OneToOneField(Speaker, on_delete=models.DO_NOTHING, primary_key=True, related_name="naming")
    grams = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [GinIndex("grams", name="speaker_naming_by_letters", fastupdate=False)]

    def __str__(self) -> str:
        return f"names of speaker {self.speaker_id}"


class NamedSpeaker(Speaker):
    class Meta:
        proxy = True
        triggers = [
            pgtrigger.Trigger(
                name="speaker_is_named",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                func="PERFORM claims_name_speaker(NEW.id); RETURN NULL;",
            ),
            pgtrigger.Trigger(
                name="speaker_is_named_anew",
                operation=pgtrigger.Update,
                when=pgtrigger.After,
                condition=pgtrigger.AnyChange("name", "aliases"),
                func="PERFORM claims_name_speaker(NEW.id); RETURN NULL;",
            ),
            pgtrigger.Trigger(
                name="speaker_is_named_no_more",
                operation=pgtrigger.Delete,
                when=pgtrigger.After,
                func="DELETE FROM claims_speakernaming WHERE speaker_id = OLD.id; RETURN NULL;",
            ),
        ]
