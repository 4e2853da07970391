"""scripts/setup on machines that lack something: each time one sentence that says what to do."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.config.programs import environment
from tests.conftest import ROOT

OLD = """#!/bin/sh
[ "$1" = --version ] && echo "Python 3.10.2" && exit
exit 1
"""
WITHOUT_VENV = """#!/bin/sh
[ "$1" = --version ] && echo "Python 3.13.0" && exit
[ "$2" = venv ] && echo "No module named ensurepip" && exit 1
exit 0
"""
PIP_FAILS = """#!/bin/sh
[ "$1" = --version ] && echo "Python 3.13.0" && exit
[ "$2" = venv ] && mkdir -p .venv/bin && cp "$0" .venv/bin/python && exit
[ "$2" = pip ] && echo "ERROR: the network is down" >&2 && exit 1
exit 0
"""
WORKS = PIP_FAILS.replace('echo "ERROR: the network is down" >&2 && exit 1', "echo pip ran && exit")


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A folder with what setup needs, and nothing installed."""
    (tmp_path / "scripts").mkdir()
    for name in ("scripts/setup", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def setup(checkout: Path, python: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs setup with a Python that is this shell script."""
    fake = checkout / "python-of-the-test"
    fake.write_text(python)
    fake.chmod(0o755)
    return subprocess.run(
        ["sh", "scripts/setup", *arguments],
        cwd=checkout, env=environment(PYTHON=str(fake)), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("python", "said"),
    [
        (OLD, "This needs Python 3.12 or newer"),
        (WITHOUT_VENV, "install the package python3-venv first."),
        (PIP_FAILS, "The requirements could not be installed: see pip's words above."),
    ],
    ids=["an old Python", "a Python without venv", "no network"],
)
def test_what_is_missing_is_said_in_a_sentence(checkout, python, said) -> None:
    answer = setup(checkout, python)
    assert answer.returncode == 1
    assert said in answer.stderr.splitlines()[-1]
    assert "Traceback" not in answer.stderr


def test_an_old_python_is_named(checkout) -> None:
    assert "Python 3.10.2" in setup(checkout, OLD).stderr


def test_requirements_are_installed_once_and_again_when_they_change(checkout) -> None:
    assert "pip ran" in setup(checkout, WORKS).stdout
    assert setup(checkout, WORKS).stdout == ""
    (checkout / "requirements.txt").write_text("another==1.0\n")
    assert "pip ran" in setup(checkout, WORKS).stdout


def test_what_it_takes_to_develop_includes_what_it_takes_to_run(checkout) -> None:
    assert "pip ran" in setup(checkout, WORKS, "dev").stdout
    assert setup(checkout, WORKS).stdout == ""


def test_a_failed_installation_is_tried_again(checkout) -> None:
    setup(checkout, PIP_FAILS)
    (checkout / ".venv" / "bin" / "python").write_text(WORKS)
    assert "pip ran" in setup(checkout, WORKS).stdout
