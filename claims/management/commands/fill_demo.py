from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import Article
from claims.management.demo.findings import pairs, stories
from claims.management.demo.newsroom import people
from claims.management.demo.statements import entered_twice, statements
from claims.models import Speaker, Story
from claims.verbs.refusals import Refused


class Command(BaseCommand):
    help = "Fills an empty database with the demo story. Where anything is there already, it changes nothing."

    def handle(self, **_: Any) -> None:
        if any(model.objects.exists() for model in (Article, Speaker, Story)):
            self.say("There are articles or stories already, so nothing was changed.")
            return
        try:
            tell()
        except Refused as error:
            raise CommandError(str(error)) from error
        self.say("The demo story is told.")

    def say(self, words: str) -> None:
        self.stdout.write(words)


@transaction.atomic
def tell() -> None:
    """Articles, statements, pairs, a published story and an unpublished one: all of it, or nothing."""
    with people() as newsroom:
        newsroom.bring_in_articles()
        told = statements(newsroom)
        pairs(newsroom, told)
        stories(newsroom, told, entered_twice(newsroom))
