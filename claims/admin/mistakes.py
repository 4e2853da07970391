"""What readers reported, and how the newsroom says that it works, in the admin."""

from django.contrib import admin

from claims.admin.saving import ReadOnly
from claims.models import MethodText, Mistake


@admin.register(Mistake)
class MistakeAdmin(ReadOnly):
    """Handled at the desk."""

    exclude = ("sender",)
    readonly_fields = ("history",)
    list_display = ("text", "address", "state", "reported_at", "handled_by", "handled_at")
    list_filter = ("state",)
    list_select_related = ("handled_by",)
    search_fields = ("text", "address", "note")


@admin.register(MethodText)
class MethodTextAdmin(ReadOnly):
    """Written at the desk, by a reviewer."""

    list_display = ("number", "signature", "written_at")
    list_select_related = ("written_by",)
    search_fields = ("text", "signature")
