#!/usr/bin/env python
"""Runs the project's commands: `python manage.py help` lists them."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.env import BadSetting

    try:
        import config.settings  # noqa: F401
    except BadSetting as problem:
        sys.exit(f"{problem} See docs/configuration.md.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
