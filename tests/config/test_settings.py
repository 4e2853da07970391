"""The settings as each kind of running sees them, read by a process of its own."""

import json
from typing import Any

import pytest

from tests.config.programs import PRODUCTION, manage, python


def settings(*names: str, **given: str) -> dict[str, object]:
    """The values of some settings in a fresh process with this environment."""
    asked = f"import json, config.settings as s; print(json.dumps({{n: getattr(s, n) for n in {names!r}}}))"
    answer = python("-c", asked, **given)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_production_is_locked_by_default() -> None:
    found = settings(
        "DEBUG", "DEMO", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS", "ALLOWED_HOSTS", "AUTHENTICATION_BACKENDS", **PRODUCTION,
    )  # fmt: skip
    assert found == {
        "DEBUG": False,
        "DEMO": False,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "ALLOWED_HOSTS": ["claims.example.org"],
        "AUTHENTICATION_BACKENDS": ["django.contrib.auth.backends.ModelBackend"],
    }


def test_the_demo_answers_to_this_machine_alone(tmp_path) -> None:
    found = settings("ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", DEMO="true", ALLOWED_HOSTS="*", DATA_DIR=str(tmp_path))
    assert found == {"ALLOWED_HOSTS": ["localhost", "127.0.0.1", "[::1]"], "SECURE_SSL_REDIRECT": False}


def test_the_demo_makes_one_key_and_keeps_it(tmp_path) -> None:
    first, second = (settings("SECRET_KEY", DEMO="true", DATA_DIR=str(tmp_path)) for _ in range(2))
    assert first == second
    assert len(str(first["SECRET_KEY"])) == 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "SECRET_KEY is not set; it should be a long random text"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too easy to guess"),
        ({**PRODUCTION, "PUBLIC_READING": "perhaps"}, "PUBLIC_READING is 'perhaps'; it should be true or false."),
        ({**PRODUCTION, "DATABASE_URL": "mysql://here/news"}, "DATABASE_URL is no PostgreSQL database"),
        ({**PRODUCTION, "DATABASE_URL": "nonsense"}, "DATABASE_URL cannot be read"),
        ({**PRODUCTION, "NEWSROOM_TIME_ZONE": "Atlantis"}, "NEWSROOM_TIME_ZONE is 'Atlantis'"),
        ({**PRODUCTION, "ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is not set"),
    ],
)
def test_a_bad_setting_is_one_sentence_and_no_traceback(given, said) -> None:
    answer = manage("check", **given)
    assert answer.returncode == 1
    assert answer.stderr.startswith(said)
    assert answer.stderr.endswith("See docs/configuration.md.\n")
    assert answer.stderr.count("\n") == 1


def test_a_command_that_serves_nobody_needs_no_settings(tmp_path) -> None:
    answer = manage("showmigrations", "--plan", DATA_DIR=str(tmp_path))
    assert answer.returncode == 0, answer.stderr
    assert "articles.0001_initial" in answer.stdout


@pytest.mark.parametrize(("written", "size"), [("5", 5), ("0", None)], ids=["five", "no pool"])
def test_the_pool_is_as_large_as_the_setting_says(written, size) -> None:
    given = {**PRODUCTION, "DATABASE_URL": "postgresql://newsroom@db/newsroom", "DATABASE_POOL": written}
    found: Any = settings("DATABASES", **given)["DATABASES"]
    options = found["default"].get("OPTIONS", {})
    assert options.get("pool", {}).get("max_size") == size
