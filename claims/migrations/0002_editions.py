"""Editions, beside what the release before had: this only adds, and lifts the constraints on who confirmed.

Records keep `confirmed_by`, `confirmed_at` and `published_by` until 0004, when 0003 has written what they say into
editions. The triggers that write history know of both. Made by makemigrations against models that had both.

The constraints are lifted here, not in 0004, for the way back: there they come again when 0003 has filled the columns.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContradictionEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('made_by', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list)),
                ('confirmed_at', models.DateTimeField()),
                ('taken_over', models.BooleanField(default=False)),
                ('told', models.BooleanField(default=False, verbose_name='readers are told of it')),
                ('reason', models.TextField(blank=True, verbose_name='why readers are not told of it')),
                ('upto', models.JSONField(default=dict)),
                ('first_is_earlier', models.BooleanField()),
            ],
            options={
                'ordering': ['contradiction', 'number'],
            },
        ),
        migrations.CreateModel(
            name='EditionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('published_at', models.DateTimeField()),
                ('unpublished_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['story', 'published_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SpeakerProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(blank=True, choices=[('person', 'person'), ('organisation', 'organisation'), ('document', 'document')], max_length=12)),
                ('reason', models.TextField()),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('applied', 'Applied'), ('dismissed', 'Dismissed')], default='proposed', editable=False, max_length=9)),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('dismissed_reason', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['proposed_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SpeakerProposalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(blank=True, choices=[('person', 'person'), ('organisation', 'organisation'), ('document', 'document')], max_length=12)),
                ('reason', models.TextField()),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('applied', 'Applied'), ('dismissed', 'Dismissed')], default='proposed', editable=False, max_length=9)),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('dismissed_reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StatementEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_from', models.DateField(blank=True, null=True)),
                ('said_until', models.DateField(blank=True, null=True)),
                ('said_time', models.TimeField(blank=True, null=True)),
                ('said_precision', models.CharField(blank=True, choices=[('minute', 'minute'), ('day', 'day'), ('month', 'month'), ('year', 'year')], max_length=6)),
                ('said_basis', models.CharField(blank=True, max_length=500)),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('made_by', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list)),
                ('confirmed_at', models.DateTimeField()),
                ('taken_over', models.BooleanField(default=False)),
                ('told', models.BooleanField(default=False, verbose_name='readers are told of it')),
                ('reason', models.TextField(blank=True, verbose_name='why readers are not told of it')),
                ('upto', models.JSONField(default=dict)),
                ('day_order', models.SmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['statement', 'number'],
            },
        ),
        migrations.CreateModel(
            name='StoryEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('made_by', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list)),
                ('confirmed_at', models.DateTimeField()),
                ('taken_over', models.BooleanField(default=False)),
                ('told', models.BooleanField(default=False, verbose_name='readers are told of it')),
                ('reason', models.TextField(blank=True, verbose_name='why readers are not told of it')),
                ('upto', models.JSONField(default=dict)),
                ('title', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=200)),
                ('summary', models.TextField(blank=True)),
                ('note', models.TextField(blank=True, verbose_name='note for readers')),
            ],
            options={
                'ordering': ['story', 'number'],
            },
        ),
        migrations.CreateModel(
            name='StoryEditionMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contradiction',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contradiction',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contradiction',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='quotation',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='quotation',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='quotation',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='response',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='response',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='response',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='story',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='story',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='story',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='contradiction',
            name='contradiction_confirmed_names_who_and_when',
        ),
        migrations.RemoveConstraint(
            model_name='contradiction',
            name='contradiction_is_confirmed_by_somebody_else',
        ),
        migrations.RemoveConstraint(
            model_name='statement',
            name='statement_confirmed_names_who_and_when',
        ),
        migrations.RemoveConstraint(
            model_name='statement',
            name='statement_is_confirmed_by_somebody_else',
        ),
        migrations.RemoveConstraint(
            model_name='story',
            name='story_published_names_who_and_when',
        ),
        migrations.AddField(
            model_name='contradiction',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        migrations.AddField(
            model_name='contradictionevent',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        migrations.AddField(
            model_name='quotation',
            name='stance',
            field=models.CharField(blank=True, choices=[('asserts', 'asserts'), ('denies', 'denies'), ('asks', 'asks'), ('promises', 'promises'), ('demands', 'demands')], max_length=8),
        ),
        migrations.AddField(
            model_name='quotationevent',
            name='stance',
            field=models.CharField(blank=True, choices=[('asserts', 'asserts'), ('denies', 'denies'), ('asks', 'asks'), ('promises', 'promises'), ('demands', 'demands')], max_length=8),
        ),
        migrations.AddField(
            model_name='response',
            name='revision',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='responseevent',
            name='revision',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='statement',
            name='stance',
            field=models.CharField(blank=True, choices=[('asserts', 'asserts'), ('denies', 'denies'), ('asks', 'asks'), ('promises', 'promises'), ('demands', 'demands')], max_length=8),
        ),
        migrations.AddField(
            model_name='statement',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        migrations.AddField(
            model_name='statementevent',
            name='stance',
            field=models.CharField(blank=True, choices=[('asserts', 'asserts'), ('denies', 'denies'), ('asks', 'asks'), ('promises', 'promises'), ('demands', 'demands')], max_length=8),
        ),
        migrations.AddField(
            model_name='statementevent',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        migrations.AddField(
            model_name='story',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        migrations.AddField(
            model_name='storyevent',
            name='waits',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes are waiting'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_contradictionevent" ("confirmed_at", "confirmed_by_id", "created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."dismissed_reason", NEW."edition_id", NEW."explanation", NEW."finding", NEW."first_clash", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."reasons", NEW."revision", NEW."score", NEW."second_clash", NEW."second_id", NEW."state", NEW."waits", NEW."withdrawn_reason"); RETURN NULL;', hash='a9e496c1b607de0497fc9d0834ac04298130a425', operation='INSERT', pgid='pgtrigger_insert_insert_8b4be', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_contradictionevent" ("confirmed_at", "confirmed_by_id", "created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."dismissed_reason", NEW."edition_id", NEW."explanation", NEW."finding", NEW."first_clash", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_by_id", NEW."reasons", NEW."revision", NEW."score", NEW."second_clash", NEW."second_id", NEW."state", NEW."waits", NEW."withdrawn_reason"); RETURN NULL;', hash='79930d6d13625c9df64bda292330ad357886e2e9', operation='UPDATE', pgid='pgtrigger_update_update_54ad3', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_contradictionevent" ("confirmed_at", "confirmed_by_id", "created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."created_at", OLD."dismissed_reason", OLD."edition_id", OLD."explanation", OLD."finding", OLD."first_clash", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."reasons", OLD."revision", OLD."score", OLD."second_clash", OLD."second_id", OLD."state", OLD."waits", OLD."withdrawn_reason"); RETURN NULL;', hash='98b0c5a196cea99c4103dc9eaccc6c8e1d6a4b43', operation='DELETE', pgid='pgtrigger_delete_delete_26885', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quotation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_quotationevent" ("confidence", "created_at", "cue", "cue_start", "dismissed_reason", "end", "exact", "extractor", "id", "made_by_id", "mode", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "question", "role", "rule", "said_basis", "said_from", "said_precision", "said_rule", "said_time", "said_until", "source", "source_start", "speaker_basis", "speaker_kind", "speaker_name", "speaker_rule", "stance", "start", "state", "statement_id", "suffix", "version_id") VALUES (NEW."confidence", NEW."created_at", NEW."cue", NEW."cue_start", NEW."dismissed_reason", NEW."end", NEW."exact", NEW."extractor", NEW."id", NEW."made_by_id", NEW."mode", NEW."parts", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prefix", NEW."question", NEW."role", NEW."rule", NEW."said_basis", NEW."said_from", NEW."said_precision", NEW."said_rule", NEW."said_time", NEW."said_until", NEW."source", NEW."source_start", NEW."speaker_basis", NEW."speaker_kind", NEW."speaker_name", NEW."speaker_rule", NEW."stance", NEW."start", NEW."state", NEW."statement_id", NEW."suffix", NEW."version_id"); RETURN NULL;', hash='b785788ba0700645d53d6ccf6b65b4c930cab340', operation='INSERT', pgid='pgtrigger_insert_insert_0ce83', table='claims_quotation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quotation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_quotationevent" ("confidence", "created_at", "cue", "cue_start", "dismissed_reason", "end", "exact", "extractor", "id", "made_by_id", "mode", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "question", "role", "rule", "said_basis", "said_from", "said_precision", "said_rule", "said_time", "said_until", "source", "source_start", "speaker_basis", "speaker_kind", "speaker_name", "speaker_rule", "stance", "start", "state", "statement_id", "suffix", "version_id") VALUES (NEW."confidence", NEW."created_at", NEW."cue", NEW."cue_start", NEW."dismissed_reason", NEW."end", NEW."exact", NEW."extractor", NEW."id", NEW."made_by_id", NEW."mode", NEW."parts", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prefix", NEW."question", NEW."role", NEW."rule", NEW."said_basis", NEW."said_from", NEW."said_precision", NEW."said_rule", NEW."said_time", NEW."said_until", NEW."source", NEW."source_start", NEW."speaker_basis", NEW."speaker_kind", NEW."speaker_name", NEW."speaker_rule", NEW."stance", NEW."start", NEW."state", NEW."statement_id", NEW."suffix", NEW."version_id"); RETURN NULL;', hash='cd1357d18ac50002ddf5870e884937d5766c4dbf', operation='UPDATE', pgid='pgtrigger_update_update_638ac', table='claims_quotation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quotation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_quotationevent" ("confidence", "created_at", "cue", "cue_start", "dismissed_reason", "end", "exact", "extractor", "id", "made_by_id", "mode", "parts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "question", "role", "rule", "said_basis", "said_from", "said_precision", "said_rule", "said_time", "said_until", "source", "source_start", "speaker_basis", "speaker_kind", "speaker_name", "speaker_rule", "stance", "start", "state", "statement_id", "suffix", "version_id") VALUES (OLD."confidence", OLD."created_at", OLD."cue", OLD."cue_start", OLD."dismissed_reason", OLD."end", OLD."exact", OLD."extractor", OLD."id", OLD."made_by_id", OLD."mode", OLD."parts", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prefix", OLD."question", OLD."role", OLD."rule", OLD."said_basis", OLD."said_from", OLD."said_precision", OLD."said_rule", OLD."said_time", OLD."said_until", OLD."source", OLD."source_start", OLD."speaker_basis", OLD."speaker_kind", OLD."speaker_name", OLD."speaker_rule", OLD."stance", OLD."start", OLD."state", OLD."statement_id", OLD."suffix", OLD."version_id"); RETURN NULL;', hash='8e57742d08f907345ef3a0af8c9b48d47ef3a715', operation='DELETE', pgid='pgtrigger_delete_delete_a84bf', table='claims_quotation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='response',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_responseevent" ("answer", "answered_at", "asked_at", "asked_how", "contradiction_id", "deadline", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "speaker_id") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_how", NEW."contradiction_id", NEW."deadline", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revision", NEW."speaker_id"); RETURN NULL;', hash='eee3c1932a88eca8c61e50f355ae8f296ea0bc74', operation='INSERT', pgid='pgtrigger_insert_insert_c9792', table='claims_response', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='response',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_responseevent" ("answer", "answered_at", "asked_at", "asked_how", "contradiction_id", "deadline", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "speaker_id") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_how", NEW."contradiction_id", NEW."deadline", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revision", NEW."speaker_id"); RETURN NULL;', hash='e18cfbe9105eb641310ceeddd085cdb6e329db18', operation='UPDATE', pgid='pgtrigger_update_update_ee178', table='claims_response', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='response',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_responseevent" ("answer", "answered_at", "asked_at", "asked_how", "contradiction_id", "deadline", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "speaker_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_how", OLD."contradiction_id", OLD."deadline", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."revision", OLD."speaker_id"); RETURN NULL;', hash='5ff4cd6b6aebc55504c521351076ed10c571569c', operation='DELETE', pgid='pgtrigger_delete_delete_10458', table='claims_response', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_statementevent" ("confirmed_at", "confirmed_by_id", "created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."day_order", NEW."edited_by_id", NEW."edition_id", NEW."id", NEW."mode", NEW."occasion", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."revision", NEW."role", NEW."said_basis", NEW."said_confirmed", NEW."said_from", NEW."said_precision", NEW."said_time", NEW."said_until", NEW."speaker_id", NEW."stance", NEW."state", NEW."waits", NEW."withdrawn_reason", NEW."words"); RETURN NULL;', hash='178d5bd47bfb9cb54fe03bfff22bc86bc1751d36', operation='INSERT', pgid='pgtrigger_insert_insert_ec354', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_statementevent" ("confirmed_at", "confirmed_by_id", "created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."day_order", NEW."edited_by_id", NEW."edition_id", NEW."id", NEW."mode", NEW."occasion", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."revision", NEW."role", NEW."said_basis", NEW."said_confirmed", NEW."said_from", NEW."said_precision", NEW."said_time", NEW."said_until", NEW."speaker_id", NEW."stance", NEW."state", NEW."waits", NEW."withdrawn_reason", NEW."words"); RETURN NULL;', hash='57f40358a882a9d56d2c97fbb5c346c5587e81fb', operation='UPDATE', pgid='pgtrigger_update_update_eabae', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_statementevent" ("confirmed_at", "confirmed_by_id", "created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."created_at", OLD."day_order", OLD."edited_by_id", OLD."edition_id", OLD."id", OLD."mode", OLD."occasion", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."revision", OLD."role", OLD."said_basis", OLD."said_confirmed", OLD."said_from", OLD."said_precision", OLD."said_time", OLD."said_until", OLD."speaker_id", OLD."stance", OLD."state", OLD."waits", OLD."withdrawn_reason", OLD."words"); RETURN NULL;', hash='b567583d92e216e1a9935670c1a97ac6e2bb27f7', operation='DELETE', pgid='pgtrigger_delete_delete_aae0e', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "revision", "slug", "state", "summary", "title", "waits") VALUES (NEW."created_at", NEW."edition_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."slug", NEW."state", NEW."summary", NEW."title", NEW."waits"); RETURN NULL;', hash='3b456162c928b118c29a583808e17c138b333c83', operation='INSERT', pgid='pgtrigger_insert_insert_448d2', table='claims_story', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "revision", "slug", "state", "summary", "title", "waits") VALUES (NEW."created_at", NEW."edition_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."slug", NEW."state", NEW."summary", NEW."title", NEW."waits"); RETURN NULL;', hash='3de36120f286d01eb339bdf001dc5591995112f3', operation='UPDATE', pgid='pgtrigger_update_update_d12b4', table='claims_story', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "revision", "slug", "state", "summary", "title", "waits") VALUES (OLD."created_at", OLD."edition_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."slug", OLD."state", OLD."summary", OLD."title", OLD."waits"); RETURN NULL;', hash='683aaa2f3bf7c56cf41dcda12089a42de1b66537', operation='DELETE', pgid='pgtrigger_delete_delete_ba40e', table='claims_story', when='AFTER')),
        ),
        migrations.AddField(
            model_name='contradictionedition',
            name='confirmed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='contradictionedition',
            name='contradiction',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='claims.contradiction'),
        ),
        migrations.AddField(
            model_name='contradiction',
            name='edition',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='current_of', to='claims.contradictionedition'),
        ),
        migrations.AddField(
            model_name='contradictionevent',
            name='edition',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.contradictionedition'),
        ),
        migrations.AddField(
            model_name='correction',
            name='contradiction_edition',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='claims.contradictionedition'),
        ),
        migrations.AddIndex(
            model_name='contradiction',
            index=models.Index(condition=models.Q(('waits', True)), fields=['id'], name='pair_with_changes_waiting'),
        ),
        migrations.AddField(
            model_name='editionevidence',
            name='quotation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='in_editions', to='claims.quotation'),
        ),
        migrations.AddField(
            model_name='publication',
            name='published_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='publication',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='claims.story'),
        ),
        migrations.AddField(
            model_name='publication',
            name='unpublished_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='speakerproposal',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='speakerproposal',
            name='into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.speaker'),
        ),
        migrations.AddField(
            model_name='speakerproposal',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='speakerproposal',
            name='speaker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='claims.speaker'),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='into',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.speaker'),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='claims.speakerproposal'),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='proposed_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='speakerproposalevent',
            name='speaker',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.speaker'),
        ),
        migrations.AddField(
            model_name='statementedition',
            name='confirmed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statementedition',
            name='speaker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='claims.speaker'),
        ),
        migrations.AddField(
            model_name='statementedition',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='editionevidence',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='claims.statementedition'),
        ),
        migrations.AddField(
            model_name='contradictionedition',
            name='first_edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.statementedition'),
        ),
        migrations.AddField(
            model_name='contradictionedition',
            name='second_edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.statementedition'),
        ),
        migrations.AddField(
            model_name='correction',
            name='statement_edition',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='claims.statementedition'),
        ),
        migrations.AddField(
            model_name='statement',
            name='edition',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='current_of', to='claims.statementedition'),
        ),
        migrations.AddField(
            model_name='statementevent',
            name='edition',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.statementedition'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('waits', True)), fields=['id'], name='statement_with_changes_waiting'),
        ),
        migrations.AddField(
            model_name='storyedition',
            name='confirmed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='storyedition',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='claims.story'),
        ),
        migrations.AddField(
            model_name='story',
            name='edition',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='current_of', to='claims.storyedition'),
        ),
        migrations.AddField(
            model_name='storyevent',
            name='edition',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='claims.storyedition'),
        ),
        migrations.AddIndex(
            model_name='story',
            index=models.Index(condition=models.Q(('waits', True)), fields=['id'], name='story_with_changes_waiting'),
        ),
        migrations.AddField(
            model_name='storyeditionmember',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='claims.storyedition'),
        ),
        migrations.AddField(
            model_name='storyeditionmember',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='claims.statement'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(condition=models.Q(('unpublished_at', None)), fields=('story',), name='publication_is_open_once_a_story'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('unpublished_at', None), ('unpublished_by', None)), models.Q(('reason__gt', ''), ('unpublished_at__gte', models.F('published_at')), ('unpublished_by__isnull', False)), _connector='OR'), name='publication_ended_says_who_and_why'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('into', None), ('kind__gt', ''), ('name__gt', '')), models.Q(('into__isnull', False), ('kind', ''), ('name', '')), _connector='OR'), name='speaker_proposal_renames_or_merges'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.CheckConstraint(condition=models.Q(('reason__gt', '')), name='speaker_proposal_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'proposed')), models.Q(models.Q(('state', 'proposed'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='speaker_proposal_decided_names_who_and_when'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'applied'), _negated=True), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='speaker_proposal_is_applied_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'dismissed'), _negated=True), ('dismissed_reason__gt', ''), _connector='OR'), name='speaker_proposal_dismissed_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='speakerproposal',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'proposed')), fields=('speaker',), name='speaker_proposal_waits_one_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speakerproposal',
            trigger=pgtrigger.compiler.Trigger(name='speaker_proposal_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{proposed:applied,proposed:dismissed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='c19237323a16b4592e45582f158cc984b8bb4974', operation='UPDATE', pgid='pgtrigger_speaker_proposal_moves_0b095', table='claims_speakerproposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speakerproposal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_speakerproposalevent" ("decided_at", "decided_by_id", "dismissed_reason", "id", "into_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "speaker_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."dismissed_reason", NEW."id", NEW."into_id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."speaker_id", NEW."state"); RETURN NULL;', hash='4bf4ec7397d6e4c8d25663f3cd6dfc8c25f3fc55', operation='INSERT', pgid='pgtrigger_insert_insert_4b6c7', table='claims_speakerproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speakerproposal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_speakerproposalevent" ("decided_at", "decided_by_id", "dismissed_reason", "id", "into_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "speaker_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."dismissed_reason", NEW."id", NEW."into_id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."speaker_id", NEW."state"); RETURN NULL;', hash='5513ff3c22ed337258c87482461862807b44e372', operation='UPDATE', pgid='pgtrigger_update_update_156e3', table='claims_speakerproposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speakerproposal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_speakerproposalevent" ("decided_at", "decided_by_id", "dismissed_reason", "id", "into_id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "speaker_id", "state") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."dismissed_reason", OLD."id", OLD."into_id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reason", OLD."speaker_id", OLD."state"); RETURN NULL;', hash='901fe5f8c35c5808495127c1161fca50ef4cd6f6', operation='DELETE', pgid='pgtrigger_delete_delete_16904', table='claims_speakerproposal', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('said_from', None), ('said_precision', ''), ('said_time', None)), models.Q(('said_precision', 'minute'), ('said_time__isnull', False), ('said_from', models.F('said_until'))), models.Q(('said_precision', 'day'), ('said_time', None), ('said_from', models.F('said_until'))), models.Q(('said_precision', 'month'), ('said_time', None), ('said_from__day', 1), ('said_from__month', models.F('said_until__month')), ('said_from__year', models.F('said_until__year'))), models.Q(('said_from__year', models.F('said_until__year')), ('said_precision', 'year'), ('said_time', None), ('said_from__day', 1), ('said_from__month', 1), ('said_until__day', 31), ('said_until__month', 12)), _connector='OR'), name='statementedition_said_parts_fit_together'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=models.Q(('said_precision', ''), models.Q(('said_from__isnull', False), ('said_until__isnull', False)), _connector='OR'), name='statementedition_said_precision_has_dates'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.UniqueConstraint(fields=('statement', 'number'), name='statementedition_is_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='statementedition_is_counted_from_one'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=models.Q(('taken_over', True), ('confirmed_by__isnull', False), _connector='OR'), name='statementedition_names_who_confirmed_it'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.IsNull(models.Func(models.F('made_by'), models.F('confirmed_by'), function='array_position', output_field=models.IntegerField()), True), name='statementedition_is_confirmed_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='statementedition',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), ('told', True), ('reason__gt', ''), _connector='OR'), name='statementedition_is_told_or_says_why_not'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statementedition',
            trigger=pgtrigger.compiler.Trigger(name='statement_edition_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9c68c0234c1ae4921fae2ab22e8702e9da5c09a2', operation='UPDATE OR DELETE', pgid='pgtrigger_statement_edition_never_changes_8beea', table='claims_statementedition', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='editionevidence',
            constraint=models.UniqueConstraint(fields=('edition', 'quotation'), name='edition_names_each_quotation_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionevidence',
            trigger=pgtrigger.compiler.Trigger(name='edition_evidence_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='94186294512e6bb55f5958c8bda28e0a3a48c796', operation='UPDATE OR DELETE', pgid='pgtrigger_edition_evidence_never_changes_6b3ec', table='claims_editionevidence', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='contradictionedition',
            constraint=models.UniqueConstraint(fields=('contradiction', 'number'), name='contradictionedition_is_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='contradictionedition',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='contradictionedition_is_counted_from_one'),
        ),
        migrations.AddConstraint(
            model_name='contradictionedition',
            constraint=models.CheckConstraint(condition=models.Q(('taken_over', True), ('confirmed_by__isnull', False), _connector='OR'), name='contradictionedition_names_who_confirmed_it'),
        ),
        migrations.AddConstraint(
            model_name='contradictionedition',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.IsNull(models.Func(models.F('made_by'), models.F('confirmed_by'), function='array_position', output_field=models.IntegerField()), True), name='contradictionedition_is_confirmed_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='contradictionedition',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), ('told', True), ('reason__gt', ''), _connector='OR'), name='contradictionedition_is_told_or_says_why_not'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradictionedition',
            trigger=pgtrigger.compiler.Trigger(name='contradiction_edition_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d28a22608330fb3b890ea7cbea366a797ee6d82a', operation='UPDATE OR DELETE', pgid='pgtrigger_contradiction_edition_never_changes_bf01c', table='claims_contradictionedition', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.UniqueConstraint(fields=('story', 'number'), name='storyedition_is_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='storyedition_is_counted_from_one'),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.CheckConstraint(condition=models.Q(('taken_over', True), ('confirmed_by__isnull', False), _connector='OR'), name='storyedition_names_who_confirmed_it'),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.IsNull(models.Func(models.F('made_by'), models.F('confirmed_by'), function='array_position', output_field=models.IntegerField()), True), name='storyedition_is_confirmed_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), ('told', True), ('reason__gt', ''), _connector='OR'), name='storyedition_is_told_or_says_why_not'),
        ),
        migrations.AddConstraint(
            model_name='storyedition',
            constraint=models.CheckConstraint(condition=models.Q(('told', False), ('note__gt', ''), _connector='OR'), name='storyedition_that_is_told_of_says_what'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storyedition',
            trigger=pgtrigger.compiler.Trigger(name='story_edition_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a72f31641f169faf9dc54cd84df842455bb5bf38', operation='UPDATE OR DELETE', pgid='pgtrigger_story_edition_never_changes_ee3a0', table='claims_storyedition', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='storyeditionmember',
            constraint=models.UniqueConstraint(fields=('edition', 'statement'), name='story_edition_has_each_statement_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storyeditionmember',
            trigger=pgtrigger.compiler.Trigger(name='story_edition_member_never_changes', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='abc8f8613b7286f5fc1ec35b4febc2a2debff889', operation='UPDATE OR DELETE', pgid='pgtrigger_story_edition_member_never_changes_a9f68', table='claims_storyeditionmember', when='BEFORE')),
        ),
    ]
