"""What readers saw before there were editions becomes edition 1 of each record, dated by its confirmation.

Nothing is lost. In particular:
- The columns for who confirmed and when leave the records (0004), but stay in the tables of their history: every
  confirmation of the past, also one that an edit took back, is read there (`claims.models.earlier`).
- A confirmed pair of which a statement is a draft becomes proposed; a withdrawn one stays as it is, without an edition.
- Moments of a right of reply that no clock can show are brought into bounds, and kept in words where they stood.

Run it while nothing else writes: the locks keep the release before from changing what is being taken over."""

import pghistory
from django.db import migrations

from .taken_over.giving_back import give_back_pairs, give_back_statements, give_back_stories
from .taken_over.moments import bring_responses_into_bounds
from .taken_over.writing import Models, propose_pairs_on_drafts, upto, write_pairs, write_statements, write_stories

COUNTED = ("statement", "quotation", "contradiction", "response", "story", "storystatement", "speaker")


def take_over(apps, schema_editor):
    """History tells of it as a deed of the software: its context names no user."""
    models = Models(apps, schema_editor.connection)
    _keep_others_out(schema_editor.connection)
    bring_responses_into_bounds(schema_editor.connection)
    common = upto(models)
    with pghistory.context(verb="taken_over"):
        write_statements(models, common)
        propose_pairs_on_drafts(models)
        write_pairs(models, common)
        write_stories(models, common)


def give_back(apps, schema_editor):
    models = Models(apps, schema_editor.connection)
    _keep_others_out(schema_editor.connection)
    with pghistory.context(verb="given_back"):
        give_back_statements(models)
        give_back_pairs(models)
        give_back_stories(models)


def _keep_others_out(connection):
    """Others may read meanwhile, and write when this is done."""
    tables = ", ".join(f"claims_{name}" for name in COUNTED)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


class Migration(migrations.Migration):

    dependencies = [
        # Days of publication that no clock can show are forgotten there: what is written here is what stays.
        ("articles", "0002_publication_within_reach"),
        ("claims", "0002_editions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [migrations.RunPython(take_over, give_back)]
