"""Outlets and articles in the admin. Texts come in by importing alone and are never changed."""

import datetime as dt
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin

from articles.capture.address import normalise_address
from articles.capture.reach import out_of_reach
from articles.capture.text import Unreadable
from articles.models import Article, ArticleVersion, Outlet


def zones() -> list[tuple[str, str]]:
    return [(name, name) for name in sorted(available_timezones())]


class ArticleForm(forms.ModelForm):
    published_zone = forms.ChoiceField(
        label="Zone", choices=lambda: [(name, name) for name in sorted(available_timezones())]
    )

    def clean_url(self) -> str:
        try:
            return normalise_address(self.cleaned_data["url"])
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error

    def clean_published_at(self) -> dt.datetime | None:
        published: dt.datetime | None = self.cleaned_data["published_at"]
        if published and (wrong := out_of_reach(published)):
            raise forms.ValidationError(wrong)
        return published


class VersionInline(admin.TabularInline):
    model = ArticleVersion
    fields = ("number", "captured_at", "text", "sha256")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False

    def has_change_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    form = ArticleForm
    fields = (
        *("outlet", "title", "url", "byline", "published_at", "published_zone", "published_has_time"),
        *("origin", "origin_decided"),
    )
    readonly_fields = ("origin", "origin_decided")
    raw_id_fields = ("outlet",)
    inlines = (VersionInline,)
    list_display = ("title", "outlet", "published_at", "byline")
    list_filter = ("outlet",)
    list_select_related = ("outlet",)
    search_fields = ("title", "url", "byline", "outlet__name")
    date_hierarchy = "published_at"
    show_full_result_count = False

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False

    def has_delete_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)

    def has_delete_permission(self, *_: Any, **__: Any) -> bool:
        return False
