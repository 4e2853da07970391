"""The project's programs as a shell would start them, with an environment of their own."""

import os
import subprocess
import sys

from tests.conftest import ROOT

OURS = {"TEST_RUN", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DATABASE_POOL", "SECRET_KEY", "ALLOWED_HOSTS", "SECURE"}
PRODUCTION = {
    "SECRET_KEY": "3k9-not-a-secret-but-shaped-like-one-0123456789-abcdefgh",
    "ALLOWED_HOSTS": "claims.example.org",
}


def environment(**given: str) -> dict[str, str]:
    """This process's environment without what the tests put into it, and with what is given."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS | {"DEMO", "DEBUG"}}
    return {**kept, **given}


def python(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Runs this Python in the project's folder to its end and returns what it said."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(**given), capture_output=True, text=True, timeout=120, check=False
    )


def manage(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    return python("manage.py", *arguments, **given)
