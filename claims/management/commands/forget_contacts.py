"""Forgets where readers who reported a mistake can be reached, some time after it was handled."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from claims.verbs.mistakes import forget_contacts

DAYS = 90


class Command(BaseCommand):
    help = "Forgets the contacts in reports of mistakes that were handled some days ago. The reports themselves stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=DAYS, help=f"how long ago (default: {DAYS})")

    def handle(self, *, days: int, **_: Any) -> None:
        forgotten = forget_contacts(before=timezone.now() - timedelta(days=days))
        self.stdout.write(f"Forgotten in {forgotten} reports.")
