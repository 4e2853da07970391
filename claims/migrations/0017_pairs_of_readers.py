from pathlib import Path

from django.db import migrations

LISTED = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BEFORE = Path(__file__).with_name("0010_listings.sql").read_text(encoding="utf-8")
UNCONFIRMED_ARE_NOWHERE = "UPDATE claims_pairlisting SET public_stories = '{}' WHERE NOT public AND public_stories <> '{}'"


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0016_stamps'),
    ]

    operations = [
        migrations.RunSQL(LISTED, BEFORE),
        migrations.RunSQL(UNCONFIRMED_ARE_NOWHERE, migrations.RunSQL.noop),
    ]
