"""What readers see or saw, and what speakers are proposed to be called, in the admin: to be looked at. Confirmed,
published, applied and dismissed at the desk."""

from django.contrib import admin

from claims.admin.saving import ReadOnly
from claims.models import ContradictionEdition, Publication, SpeakerProposal, StatementEdition, StoryEdition

CONFIRMED = ("number", "confirmed_by", "confirmed_at", "told", "reason")


@admin.register(StatementEdition)
class StatementEditionAdmin(ReadOnly):
    list_display = ("statement", *CONFIRMED)
    list_filter = ("told", "taken_over")
    list_select_related = ("statement__speaker", "confirmed_by")
    search_fields = ("content__words", "speaker__name")


@admin.register(ContradictionEdition)
class ContradictionEditionAdmin(ReadOnly):
    list_display = ("contradiction", *CONFIRMED)
    list_filter = ("told", "taken_over")
    list_select_related = (
        *("contradiction__first__speaker", "contradiction__second__speaker"),
        "confirmed_by",
    )
    search_fields = ("content__explanation",)


@admin.register(StoryEdition)
class StoryEditionAdmin(ReadOnly):
    list_display = ("title", *CONFIRMED)
    list_filter = ("told", "taken_over")
    list_select_related = ("confirmed_by",)
    search_fields = ("title", "summary")


@admin.register(Publication)
class PublicationAdmin(ReadOnly):
    list_display = ("story", "published_at", "published_by", "unpublished_at", "unpublished_by", "reason")
    list_select_related = ("story", "published_by", "unpublished_by")
    search_fields = ("story__title", "reason")


@admin.register(SpeakerProposal)
class SpeakerProposalAdmin(ReadOnly):
    readonly_fields = ("history",)
    list_display = ("speaker", "name", "kind", "into", "state", "proposed_by", "decided_by")
    list_filter = ("state",)
    list_select_related = ("speaker", "into", "proposed_by", "decided_by")
    search_fields = ("speaker__name", "name", "into__name", "reason")
