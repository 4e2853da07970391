"""The content of editions in format 1, made of rows: what readers saw of a record on the day it was taken over.
Frozen: see this package's head.

`stance` is '' throughout: the release before did not know of it, and nothing is guessed."""

import datetime as dt
import hashlib
import json
from zoneinfo import ZoneInfo

from .surroundings import sentence_after, sentence_before

FORMAT = 1
COARSENESS = {"": 0, "year": 1, "month": 2, "day": 3, "minute": 3}


def digest_of(content):
    """SHA-256 of the content in its one canonical form, 64 hex digits."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


# ------------------------------------------------------------------ statements


def statement_content(statement, quotations):
    """`quotations` are the accepted ones, by day of publication, as `evidence.QUOTATIONS` reads them."""
    return {
        "format": FORMAT,
        "name": statement.speaker.name,
        "kind": statement.speaker.kind,
        "role": statement.role,
        "words": statement.words,
        "mode": statement.mode,
        "stance": statement.stance,
        "said": edtf(statement),
        "said_basis": statement.said_basis,
        "said_confirmed": statement.said_confirmed,
        "day_order": statement.day_order,
        "occasion": statement.occasion,
        "question": statement.question,
        "renderings": [rendering_content(quotation) for quotation in quotations],
    }


def rendering_content(quotation):
    version, article = quotation.version, quotation.version.article
    spans = quotation.parts or [[quotation.start, quotation.end]]
    pieces = (quotation.exact[start - quotation.start : end - quotation.start] for start, end in spans)
    published = quotation.published and quotation.published.astimezone(ZoneInfo(article.published_zone))
    return {
        "quotation": quotation.pk,
        "outlet": article.outlet.name,
        "title": article.title,
        "url": article.url,
        "published": published.date().isoformat() if published else "",
        "words": " ".join(pieces),
        "exact": quotation.exact,
        "attributed": quotation.source,
        "cue": quotation.cue,
        "before": sentence_before(quotation.ahead),
        "after": sentence_after(quotation.behind),
        "mode": quotation.mode,
        "stance": quotation.stance,
        "spans": [list(span) for span in spans],
        "source": {
            "article": article.pk,
            "version": version.number,
            "byline": article.byline,
            "published_time": f"{published:%H:%M %Z}" if published and article.published_has_time else "",
            "captured": moment(quotation.captured),
            "sha256": version.sha256,
        },
    }


def edtf(statement):
    """The said date in EDTF: 2018-04-25T14:30, 2018-04-25, 2015-12, 2015, [..2018-04-25], or '' where unknown."""
    until = statement.said_until
    if until is None:
        return ""
    match statement.said_precision:
        case "":
            return f"[..{until.isoformat()}]"
        case "minute":
            return f"{until.isoformat()}T{statement.said_time:%H:%M}"
        case "day":
            return until.isoformat()
        case "month":
            return until.isoformat()[:7]
        case _:
            return until.isoformat()[:4]


def chronological(statement):
    """The key that timelines were sorted by; an unknown date is last."""
    time = statement.said_time.replace(second=0, microsecond=0) if statement.said_time else dt.time.min
    day, coarseness = dt.date.max, 9
    if statement.said_until:
        day, coarseness = statement.said_from or statement.said_until, COARSENESS[statement.said_precision]
    return (day, coarseness, statement.day_order, time, statement.pk)


# ------------------------------------------------------------------ pairs and stories


def pair_content(pair, responses):
    """`pair` has its two statements and their editions; `responses` are in the order of the asking."""
    first = _side(pair.first_id, pair.first.edition, pair.first_clash)
    second = _side(pair.second_id, pair.second.edition, pair.second_clash)
    earlier, later = (first, second) if first_is_earlier(pair) else (second, first)
    return {
        "format": FORMAT,
        "finding": pair.finding,
        "explanation": pair.explanation,
        "earlier": earlier,
        "later": later,
        "replies": [_reply(response) for response in responses],
    }


def first_is_earlier(pair):
    return chronological(pair.first) <= chronological(pair.second)


def story_content(story, members):
    return {
        "format": FORMAT,
        "title": story.title,
        "slug": story.slug,
        "summary": story.summary,
        "statements": sorted(members),
    }


def moment(value):
    return value.astimezone(dt.UTC).isoformat() if value else ""


def _side(statement, edition, clash):
    return {"statement": statement, "edition": edition.number, "digest": edition.digest, "clash": clash}


def _reply(response):
    return {
        "response": response.pk,
        "who": response.speaker.name,
        "asked": moment(response.asked_at),
        "how": response.asked_how,
        "deadline": moment(response.deadline),
        "answer": response.answer,
        "answered": moment(response.answered_at),
    }
