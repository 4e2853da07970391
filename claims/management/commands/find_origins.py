import time
from typing import Any

from django.core.management.base import BaseCommand

from articles.models import Article
from articles.origins import find_origin

PATIENCE = 2.0
"""Seconds between two lines of progress."""


class Command(BaseCommand):
    help = "Looks for the origin of every article that came in before origins were looked for. Safe to stop and repeat."

    def handle(self, **_: Any) -> None:
        waiting = Article.objects.filter(origin=None).order_by("pk")
        total, glanced = waiting.count(), time.monotonic()
        for number, article in enumerate(waiting.only("pk").iterator(chunk_size=500), 1):
            find_origin(article)
            if time.monotonic() - glanced > PATIENCE:
                glanced = time.monotonic()
                self.stdout.write(f"{number:,} of {total:,}")
        self.stdout.write(f"Origins looked for: {total:,}." if total else "Every article has its origin.")
