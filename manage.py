#!/usr/bin/env python
"""Runs the project's commands: `python manage.py help` lists them."""

import os
import secrets
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.env import BadSetting

    if sys.argv[1:2] == ["extract_quotations"]:
        settle_without_a_newsroom()
    try:
        import config.settings  # noqa: F401
    except BadSetting as problem:
        sys.exit(f"{problem} See docs/configuration.md.")
    execute_from_command_line(sys.argv)


def settle_without_a_newsroom() -> None:
    """For a command that serves nobody and signs nothing: what a newsroom's settings must say need not be said."""
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
    os.environ["ALLOWED_HOSTS"] = os.environ.get("ALLOWED_HOSTS") or "localhost"


if __name__ == "__main__":
    main()
