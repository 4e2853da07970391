"""What was printed, watched by claims: articles have never heard of them, so the triggers stand here, on proxies."""

import pgtrigger

from articles.models import Article, Outlet

_NOTE = """
    PERFORM id FROM claims_statement WHERE state = 'confirmed' AND id IN (
        {statements}
    ) ORDER BY id FOR NO KEY UPDATE;
    UPDATE claims_statement SET waits = TRUE WHERE NOT waits AND state = 'confirmed' AND id IN (
        {statements}
    );
    RETURN NULL;
"""

_PRINTED = """SELECT quotation.statement_id FROM claims_quotation quotation
        JOIN articles_articleversion version ON version.id = quotation.version_id
        JOIN articles_article article ON article.id = version.article_id
        WHERE {condition}"""
_TOGETHER = """SELECT mine.statement_id FROM claims_quotation mine
        JOIN articles_articleversion version ON version.id = mine.version_id
        JOIN claims_quotation theirs ON theirs.statement_id = mine.statement_id
        JOIN articles_articleversion other_version ON other_version.id = theirs.version_id
        JOIN articles_article other ON other.id = other_version.article_id
        WHERE version.article_id = NEW.id AND other.id <> NEW.id
        AND (other.origin_id = OLD.origin_id OR other.origin_id = NEW.origin_id)"""
"""Statements that another article reports as well, which was or is now the same report: only there does the count
change."""


def _waits(name: str, statements: str, *columns: str) -> pgtrigger.Trigger:
    """Whatever of these columns changes stands in editions of those statements, so that it waits for a reviewer."""
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        condition=pgtrigger.AnyChange(*columns),
        func=_NOTE.format(statements=statements),
    )


def _printed(condition: str) -> str:
    return _PRINTED.format(condition=condition)


class PrintedArticle(Article):
    """An article whose head stands in the editions of statements, and which tells whose report it is."""

    class Meta:
        proxy = True
        triggers = [
            _waits(
                "article_head_waits_for_a_reviewer",
                _printed("article.id = NEW.id"),
                *("outlet", "title", "url", "byline", "published_at", "published_zone", "published_has_time"),
            ),
            _waits("article_origin_waits_for_a_reviewer", _TOGETHER, "origin"),
        ]


class PrintedOutlet(Outlet):
    """An outlet whose name stands in the editions of statements."""

    class Meta:
        proxy = True
        triggers = [_waits("outlet_name_waits_for_a_reviewer", _printed("article.outlet_id = NEW.id"), "name")]
