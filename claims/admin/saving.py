"""What the pages of the admin share: every save is rehearsed before it counts, so that whatever a verb or the database
refuses stands on the form as a sentence, with what was typed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import DatabaseError, models, transaction
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from accounts.models import User
from claims.forms.fields import WordsField, check_reach
from claims.verbs.history import Event, history_of
from claims.verbs.refusals import Refused


class SplitMomentField(forms.SplitDateTimeField):
    """The admin's field for a moment, within the years that every page can show."""

    default_validators = [check_reach]


class RehearsedForm(forms.ModelForm):
    """Does its writing once in a savepoint that is taken back, and only then for good. `by` is who is signed in.

    A subclass says in `write` which verb it is; without one the record is saved as it is."""

    by: User

    def write(self) -> Any:
        self.instance.save()
        return self.instance

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            self._rehearse()

    def _rehearse(self) -> None:
        pk, adding = self.instance.pk, self.instance._state.adding
        try:
            with transaction.atomic():
                self.write()
                transaction.set_rollback(True)
        except (Refused, DatabaseError) as error:
            self.add_error(None, sentence(error))
        self.instance.pk, self.instance._state.adding = pk, adding


class RevisedForm(RehearsedForm):
    """Carries the revision that was opened, so that the second to save is told what changed."""

    opened = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["opened"].initial = self.instance.revision

    def changes(self) -> dict[str, Any]:
        """What was typed anew, without what only this form knows."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name != "opened"}


class RecordAdmin(admin.ModelAdmin):
    """For editors and above. No record is ever deleted here: what readers saw is withdrawn, at the desk."""

    form = RehearsedForm
    formfield_overrides = {
        models.DateTimeField: {"form_class": SplitMomentField},
        models.TextField: {"form_class": WordsField},
    }
    list_per_page = 50
    show_full_result_count = False

    def get_form(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        form = super().get_form(request, *args, **options)
        form.by = request.user  # type: ignore[attr-defined]
        return form

    def save_model(self, _request: HttpRequest, obj: models.Model, form: Any, _change: bool) -> None:
        obj.pk = form.write().pk

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and _is_editor(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_editor(request)

    def has_delete_permission(self, *_: Any, **__: Any) -> bool:
        return False

    @admin.display(description="history")
    def history(self, record: models.Model) -> SafeString:
        """Who changed what, when and why, newest first."""
        if not record.pk:
            return SafeString("–")
        lines = (
            (
                f"{localtime(event.when):%Y-%m-%d %H:%M}",
                event.who or "the software",
                event.verb,
                _changes(event),
                event.why,
            )
            for event in history_of(record)
        )
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}, {}: {}. {} {}</li>", lines))


class ReadOnly(RecordAdmin):
    """Only to be looked at."""

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False

    def has_change_permission(self, *_: Any, **__: Any) -> bool:
        return False


def sentence(error: Exception) -> str:
    """What to tell whoever saved: the verb's own words, or the rule of the database by its name."""
    if isinstance(error, Refused):
        return str(error)
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    rule = constraint.replace("_", " ") if constraint else str(error).splitlines()[0]
    return f"The database holds on to this rule: {rule}. Nothing was changed."


def _told(event: Event) -> tuple[str, ...]:
    when = f"{localtime(event.when):%Y-%m-%d %H:%M}"
    return when, event.who or "the software", event.verb, _changes(event), event.why


def _changes(event: Event) -> str:
    return " ".join(f"{change.label}: “{change.before}” became “{change.now}”." for change in event.changes)


def _is_editor(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_editor", False))
