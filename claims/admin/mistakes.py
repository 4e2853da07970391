"""What readers reported, in the admin."""

from django.contrib import admin

from claims.admin.saving import ReadOnly
from claims.models import Mistake


@admin.register(Mistake)
class MistakeAdmin(ReadOnly):
    """Handled at the desk."""

    exclude = ("sender",)
    readonly_fields = ("history",)
    list_display = ("text", "address", "state", "reported_at", "handled_by", "handled_at")
    list_filter = ("state",)
    list_select_related = ("handled_by",)
    search_fields = ("text", "address", "note")
