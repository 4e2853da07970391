import datetime as dt

from django.db import migrations, models
from django.db.models import Q

EARLIEST = dt.datetime(1000, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)


def forget_what_is_out_of_reach(apps, schema_editor):
    """Such a moment was a slip of the keyboard, and no page could be opened on it: the publication is unknown."""
    out_of_reach = Q(published_at__lt=EARLIEST) | Q(published_at__gt=LATEST)
    apps.get_model("articles", "Article").objects.filter(out_of_reach).update(
        published_at=None, published_has_time=False
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunPython(forget_what_is_out_of_reach, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=Q(published_at=None) | Q(published_at__gte=EARLIEST, published_at__lte=LATEST),
                name="article_publication_is_within_reach",
            ),
        ),
    ]
