from pathlib import Path

from django.db import migrations

LISTED = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BEFORE = Path(__file__).with_name("0017_pairs_of_readers.sql").read_text(encoding="utf-8")
MOVED = """
SELECT claims_list_pairs(ARRAY(
    SELECT pair.id FROM claims_contradiction pair
    JOIN claims_contradictionedition edition ON edition.id = pair.edition_id
    JOIN claims_statementedition one ON one.id = edition.first_edition_id
    JOIN claims_statementedition two ON two.id = edition.second_edition_id
    JOIN claims_statement first ON first.id = pair.first_id
    JOIN claims_statement second ON second.id = pair.second_id
    WHERE first.edition_id <> one.id OR second.edition_id <> two.id
    ORDER BY pair.id
))
"""
"""Pairs between editions that are no longer the newest: all others are listed as they were."""


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0019_by_publication'),
    ]

    operations = [
        migrations.RunSQL(LISTED, BEFORE),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
    ]
