"""The only writer of articles, beside `origins`: one article, one transaction, safe to repeat."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.capture.address import normalise_address
from articles.capture.text import Unreadable, check_characters, fingerprint, normalise
from articles.models import Article, ArticleVersion, Outlet
from articles.origins import Brought, brought, look_again, origin_for, remember

FIRST_YEAR = 1600
"""Printed newspapers begin in 1605."""


class Outcome(StrEnum):
    """What bringing in an article came to."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Imported:
    """The article, the version that holds the text brought, and what happened."""

    article: Article
    version: ArticleVersion
    outcome: Outcome


class NotImported(Exception):
    """An article that cannot be stored. The message says why; nothing was kept."""


@transaction.atomic
def import_article(
    *,
    outlet: str,
    title: str,
    text: str,
    url: str = "",
    byline: str = "",
    published: dt.date | dt.datetime | None = None,
    zone: str = "",
    by: AbstractBaseUser | None = None,
) -> Imported:
    """Stores one article and its text, `by` whoever brings it in, None for a command.

    `published` is a day, or a moment (naive: on the wall clock of `zone`, an IANA name; "" is the newsroom's), or
    None where unknown.
    The same article is recognised by its URL, else by outlet, title and publication; the text that its latest version
    has is `known`, another one becomes a new version. Where nothing but the text says so (any version of an article of
    that outlet has it, and one of the two has no URL) it is `known` as well, and gets the URL and the byline that it
    lacks. A near copy of what another article says shares its origin. Raises NotImported with the reason."""
    try:
        url, text = normalise_address(url), normalise(text)
        check_characters(outlet + title + byline)
    except Unreadable as error:
        raise NotImported(str(error)) from error
    zone = zone or settings.NEWSROOM_TIME_ZONE
    moment, has_time = _moment(published, zone)
    found = _outlet(outlet)
    details = {
        "outlet": found,
        "title": _one_line(title),
        "byline": _one_line(byline),
        "published_at": moment,
        "published_zone": zone,
        "published_has_time": has_time,
        "url": url,
    }
    known = _known(details)
    copy = None if known else _same_text(details, text)
    if copy:
        return Imported(_completed(copy.article, details), copy, Outcome.KNOWN)
    looks = brought(text, found.pk, known.pk if known else None)
    article, is_new = (known, False) if known else _new(details, looks)
    version, is_new_text = _version(article, text, by)
    if is_new_text:
        remember(version, looks.shingles)
    if is_new_text and not is_new:
        look_again(article, replace(looks, article=article.pk))
    outcome = Outcome.NEW if is_new else Outcome.CHANGED if is_new_text else Outcome.KNOWN
    return Imported(article, version, outcome)


def _one_line(words: str) -> str:
    return " ".join(words.replace("\x00", " ").split())


def _moment(published: dt.date | dt.datetime | None, zone: str) -> tuple[dt.datetime | None, bool]:
    try:
        tz = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise NotImported(f"There is no time zone called {zone!r}. Use a name such as Europe/London.") from error
    if published is None:
        return None, False
    has_time = isinstance(published, dt.datetime)
    moment = published if isinstance(published, dt.datetime) else dt.datetime.combine(published, dt.time())
    if moment.year < FIRST_YEAR:
        raise NotImported(f"The publication date {published} lies before any newspaper. Correct it and try again.")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=tz)
    if moment > timezone.now() + dt.timedelta(days=1):
        raise NotImported(f"The publication date {published} lies in the future. Correct it and try again.")
    return moment, has_time


def _outlet(name: str) -> Outlet:
    name = _one_line(name)
    if not name:
        raise NotImported("The outlet is missing: say who published the article.")
    if len(name) > 200:
        raise NotImported("The outlet's name is longer than 200 characters.")
    outlet, _ = Outlet.objects.get_or_create(name__iexact=name, defaults={"name": name})
    return outlet


def _known(details: dict[str, Any]) -> Article | None:
    """The article of that URL, else of that outlet, title and publication, locked. Where there is none, nobody else
    stores an article of the outlet until this transaction ends."""
    stored = Article.objects.select_for_update()
    if details["url"] and (known := stored.filter(url=details["url"]).first()):
        return known
    # No constraint tells two imports of one text apart; the outlet's row lets in one at a time.
    Outlet.objects.select_for_update(no_key=True).get(pk=details["outlet"].pk)
    same = {key: details[key] for key in ("outlet", "title", "published_at", "url")}
    return None if details["url"] else stored.filter(**same).first()


def _same_text(details: dict[str, Any], text: str) -> ArticleVersion | None:
    """The version of an article at the outlet that has this text, where that article or the one brought has no URL.

    At another outlet the same text is an article of its own: wire copy."""
    same = ArticleVersion.objects.filter(article__outlet=details["outlet"], sha256=fingerprint(text))
    if details["url"]:
        same = same.filter(article__url="")
    return same.select_related("article").order_by("article", "-number").first()


def _completed(article: Article, details: dict[str, Any]) -> Article:
    """The article with the URL and the byline brought where it had none."""
    lacking = [name for name in ("url", "byline") if details[name] and not getattr(article, name)]
    for name in lacking:
        setattr(article, name, details[name])
    if lacking:
        _check(article)
        article.save(update_fields=lacking)
    return article


def _new(details: dict[str, Any], text: Brought) -> tuple[Article, bool]:
    """A new article, or the one that somebody stored in this moment; and whether it is new."""
    article = Article(**details)
    _check(article)
    try:
        with transaction.atomic():
            article.origin = origin_for(text)
            article.save()
    except IntegrityError:
        # Somebody stored the same URL since we looked; theirs it is.
        return Article.objects.select_for_update().get(url=details["url"]), False
    return article, True


def _check(article: Article) -> None:
    try:
        article.full_clean()
    except ValidationError as error:
        raise NotImported(_sentence(error)) from error


def _version(article: Article, text: str, by: AbstractBaseUser | None) -> tuple[ArticleVersion, bool]:
    """The latest version where it has that text, or a new one: a text that comes back is news as well."""
    digest = fingerprint(text)
    latest = article.versions.order_by("-number").first()
    if latest and latest.sha256 == digest:
        return latest, False
    number = latest.number + 1 if latest else 1
    version = article.versions.create(
        number=number, captured_at=timezone.now(), captured_by_id=by.pk if by else None, text=text, sha256=digest
    )
    return version, True


def _sentence(error: ValidationError) -> str:
    return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
