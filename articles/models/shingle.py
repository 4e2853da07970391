from django.db import models

from articles.models.article import ArticleVersion


class Shingle(models.Model):
    """One of the few shingles of a version under which near copies find it (`capture.likeness`).

    A row each, so that a shingle in very many texts, as what an outlet prints under every article is, can be looked up
    as far as it helps and no further."""

    pk = models.CompositePrimaryKey("hash", "version")
    hash = models.BigIntegerField()
    # Always asked for by its hash: the key's own index is the one that is needed.
    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="shingles", db_index=False)

    def __str__(self) -> str:
        return f"shingle {self.hash} of version {self.version_id}"
