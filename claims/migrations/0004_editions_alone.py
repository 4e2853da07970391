"""Editions alone: records lose who confirmed and when, which the first editions have (0003), and every record that
readers may see has to have an edition. Once confirmed, nothing is a draft or proposed again.

The tables of history keep the three columns, and what was ever written there; see `claims.models.earlier`.
"""

import datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0003_taken_over'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='contradiction',
            name='contradiction_moves',
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
            model_name='statement',
            name='statement_moves',
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
        migrations.RemoveField(
            model_name='contradiction',
            name='confirmed_at',
        ),
        migrations.RemoveField(
            model_name='contradiction',
            name='confirmed_by',
        ),
        migrations.RemoveField(
            model_name='statement',
            name='confirmed_at',
        ),
        migrations.RemoveField(
            model_name='statement',
            name='confirmed_by',
        ),
        migrations.RemoveField(
            model_name='story',
            name='published_by',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='contradiction_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{suggested:proposed,suggested:dismissed,proposed:confirmed,proposed:dismissed,confirmed:corrected,confirmed:withdrawn,corrected:withdrawn,dismissed:suggested,dismissed:proposed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='863a13ce69e32316c1061d69f12059063e448fa4', operation='UPDATE', pgid='pgtrigger_contradiction_moves_4619a', table='claims_contradiction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_contradictionevent" ("created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (NEW."created_at", NEW."dismissed_reason", NEW."edition_id", NEW."explanation", NEW."finding", NEW."first_clash", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."reasons", NEW."revision", NEW."score", NEW."second_clash", NEW."second_id", NEW."state", NEW."waits", NEW."withdrawn_reason"); RETURN NULL;', hash='004285a5e38e3e62c6fb3fd89a93e144ee5ec505', operation='INSERT', pgid='pgtrigger_insert_insert_8b4be', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_contradictionevent" ("created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (NEW."created_at", NEW."dismissed_reason", NEW."edition_id", NEW."explanation", NEW."finding", NEW."first_clash", NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_by_id", NEW."reasons", NEW."revision", NEW."score", NEW."second_clash", NEW."second_id", NEW."state", NEW."waits", NEW."withdrawn_reason"); RETURN NULL;', hash='1601c491a9ff133f009412611bc32a656d8208e6', operation='UPDATE', pgid='pgtrigger_update_update_54ad3', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contradiction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_contradictionevent" ("created_at", "dismissed_reason", "edition_id", "explanation", "finding", "first_clash", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reasons", "revision", "score", "second_clash", "second_id", "state", "waits", "withdrawn_reason") VALUES (OLD."created_at", OLD."dismissed_reason", OLD."edition_id", OLD."explanation", OLD."finding", OLD."first_clash", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."reasons", OLD."revision", OLD."score", OLD."second_clash", OLD."second_id", OLD."state", OLD."waits", OLD."withdrawn_reason"); RETURN NULL;', hash='43296ec91ef85c58a4034d1cff3ed1b0f9b84b60', operation='DELETE', pgid='pgtrigger_delete_delete_26885', table='claims_contradiction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='statement_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:confirmed,confirmed:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='84b593eb39c8a32fb6ac46ed57a36470997c774f', operation='UPDATE', pgid='pgtrigger_statement_moves_1d687', table='claims_statement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_statementevent" ("created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (NEW."created_at", NEW."day_order", NEW."edited_by_id", NEW."edition_id", NEW."id", NEW."mode", NEW."occasion", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."revision", NEW."role", NEW."said_basis", NEW."said_confirmed", NEW."said_from", NEW."said_precision", NEW."said_time", NEW."said_until", NEW."speaker_id", NEW."stance", NEW."state", NEW."waits", NEW."withdrawn_reason", NEW."words"); RETURN NULL;', hash='9874947f150805bcf70bc9d07fa6ad265a6be9cd', operation='INSERT', pgid='pgtrigger_insert_insert_ec354', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_statementevent" ("created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (NEW."created_at", NEW."day_order", NEW."edited_by_id", NEW."edition_id", NEW."id", NEW."mode", NEW."occasion", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."revision", NEW."role", NEW."said_basis", NEW."said_confirmed", NEW."said_from", NEW."said_precision", NEW."said_time", NEW."said_until", NEW."speaker_id", NEW."stance", NEW."state", NEW."waits", NEW."withdrawn_reason", NEW."words"); RETURN NULL;', hash='542300477f18bb8f4a083dfdb1706f1f8295b2b1', operation='UPDATE', pgid='pgtrigger_update_update_eabae', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_statementevent" ("created_at", "day_order", "edited_by_id", "edition_id", "id", "mode", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "role", "said_basis", "said_confirmed", "said_from", "said_precision", "said_time", "said_until", "speaker_id", "stance", "state", "waits", "withdrawn_reason", "words") VALUES (OLD."created_at", OLD."day_order", OLD."edited_by_id", OLD."edition_id", OLD."id", OLD."mode", OLD."occasion", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."revision", OLD."role", OLD."said_basis", OLD."said_confirmed", OLD."said_from", OLD."said_precision", OLD."said_time", OLD."said_until", OLD."speaker_id", OLD."stance", OLD."state", OLD."waits", OLD."withdrawn_reason", OLD."words"); RETURN NULL;', hash='2255be82280a634ce6b22a772a71d009b171d21b', operation='DELETE', pgid='pgtrigger_delete_delete_aae0e', table='claims_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "revision", "slug", "state", "summary", "title", "waits") VALUES (NEW."created_at", NEW."edition_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."revision", NEW."slug", NEW."state", NEW."summary", NEW."title", NEW."waits"); RETURN NULL;', hash='3cfe819041d7bb9cbfb417338229ff9cb44ad224', operation='INSERT', pgid='pgtrigger_insert_insert_448d2', table='claims_story', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "revision", "slug", "state", "summary", "title", "waits") VALUES (NEW."created_at", NEW."edition_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."revision", NEW."slug", NEW."state", NEW."summary", NEW."title", NEW."waits"); RETURN NULL;', hash='c7a90b9297a357151f0c5adedfaa34f4641fe644', operation='UPDATE', pgid='pgtrigger_update_update_d12b4', table='claims_story', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "claims_storyevent" ("created_at", "edition_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "revision", "slug", "state", "summary", "title", "waits") VALUES (OLD."created_at", OLD."edition_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."revision", OLD."slug", OLD."state", OLD."summary", OLD."title", OLD."waits"); RETURN NULL;', hash='f6d44937af2b02513b2edff7dd0b4dead9fcfe39', operation='DELETE', pgid='pgtrigger_delete_delete_ba40e', table='claims_story', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='contradiction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', False), ('state__in', ('confirmed', 'corrected'))), models.Q(models.Q(('state__in', ('confirmed', 'corrected', 'withdrawn')), _negated=True), ('edition', None)), ('state', 'withdrawn'), _connector='OR'), name='contradiction_confirmed_has_an_edition'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(('answered_at', None), ('answered_at__gte', models.F('asked_at')), _connector='OR'), name='response_answer_follows_the_asking'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(('asked_at__range', (datetime.datetime(1000, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), datetime.datetime(2999, 12, 31, 23, 59, 59, tzinfo=datetime.timezone.utc))), models.Q(('deadline', None), ('deadline__range', (datetime.datetime(1000, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), datetime.datetime(2999, 12, 31, 23, 59, 59, tzinfo=datetime.timezone.utc))), _connector='OR'), models.Q(('answered_at', None), ('answered_at__range', (datetime.datetime(1000, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), datetime.datetime(2999, 12, 31, 23, 59, 59, tzinfo=datetime.timezone.utc))), _connector='OR')), name='response_moments_are_of_this_age'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('edition', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('edition__isnull', False)), _connector='OR'), name='statement_confirmed_has_an_edition'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), models.Q(('edition__isnull', False), ('published_at__isnull', False)), _connector='OR'), name='story_published_has_an_edition'),
        ),
    ]
