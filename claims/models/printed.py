"""What was printed, watched by claims: articles have never heard of them, so the triggers stand here, on proxies."""

import pgtrigger

from articles.models import Article, Outlet

_NOTE = """
    PERFORM id FROM claims_statement WHERE state = 'confirmed' AND id IN (
        SELECT quotation.statement_id FROM claims_quotation quotation
        JOIN articles_articleversion version ON version.id = quotation.version_id
        JOIN articles_article article ON article.id = version.article_id
        WHERE {condition}
    ) ORDER BY id FOR NO KEY UPDATE;
    UPDATE claims_statement SET waits = TRUE WHERE NOT waits AND state = 'confirmed' AND id IN (
        SELECT quotation.statement_id FROM claims_quotation quotation
        JOIN articles_articleversion version ON version.id = quotation.version_id
        JOIN articles_article article ON article.id = version.article_id
        WHERE {condition}
    );
    RETURN NULL;
"""


def _waits(name: str, condition: str, *columns: str) -> pgtrigger.Trigger:
    """Whatever of these columns changes stands in editions, so that it waits for a reviewer."""
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        condition=pgtrigger.AnyChange(*columns),
        func=_NOTE.format(condition=condition),
    )


class PrintedArticle(Article):
    """An article whose head stands in the editions of statements."""

    class Meta:
        proxy = True
        triggers = [
            _waits(
                "article_head_waits_for_a_reviewer",
                "article.id = NEW.id",
                *("outlet", "title", "url", "byline", "published_at", "published_zone", "published_has_time"),
            )
        ]


class PrintedOutlet(Outlet):
    """An outlet whose name stands in the editions of statements."""

    class Meta:
        proxy = True
        triggers = [_waits("outlet_name_waits_for_a_reviewer", "article.outlet_id = NEW.id", "name")]
