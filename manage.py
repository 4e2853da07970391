#!/usr/bin/env python
"""Runs the project's commands: `python manage.py help` lists them."""

import os
import secrets
import sys

SERVING = {"runserver", "testserver", "check"}
"""Commands that answer requests, or say whether the settings are fit to."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.env import BadSetting

    if not SERVING & set(sys.argv[1:2]):
        settle_without_a_newsroom()
    try:
        import config.settings  # noqa: F401
    except BadSetting as problem:
        sys.exit(f"{problem} See docs/configuration.md.")
    execute_from_command_line(sys.argv)


def settle_without_a_newsroom() -> None:
    """For a command that serves nobody and signs nothing: what a newsroom's settings must say need not be said."""
    for name, value in {"SECRET_KEY": secrets.token_urlsafe(50), "ALLOWED_HOSTS": "localhost"}.items():
        os.environ[name] = os.environ.get(name) or value


if __name__ == "__main__":
    main()
