"""The embedded server: shared while anybody uses it, gone with the last."""

import subprocess
import sys
import time

import psutil
import pytest

from tests.config.programs import environment, python
from tests.conftest import ROOT

ASK = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_setting('server_version_num')::int")
    print(cursor.fetchone()[0], flush=True)
"""


@pytest.fixture
def given(tmp_path) -> dict[str, str]:
    return {"DEMO": "true", "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}


def servers(folder) -> list[psutil.Process]:
    """The running servers of this data folder."""
    found = []
    for process in psutil.process_iter(["name", "cmdline", "status"]):
        named = str(folder / "postgres") in (process.info["cmdline"] or ())
        if named and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


def test_it_starts_when_first_asked_and_stops_with_its_last_user(given, tmp_path) -> None:
    answer = python("-c", ASK, **given)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) >= 150_000
    assert servers(tmp_path) == []


def test_a_user_that_was_killed_does_not_keep_it_running(given, tmp_path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", f"{ASK}\nimport time; time.sleep(60)"],
        cwd=ROOT, env=environment(**given), stdout=subprocess.PIPE,
    ) as victim:  # fmt: skip
        assert victim.stdout is not None
        victim.stdout.readline()
        victim.kill()
    assert len(servers(tmp_path)) == 1
    assert python("-c", ASK, **given).returncode == 0
    assert servers(tmp_path) == []


def test_it_starts_again_after_a_power_cut(given, tmp_path) -> None:
    """The note of the lost server may name any process by then: here, the test itself."""
    assert python("-c", ASK, **given).returncode == 0
    note = tmp_path / "postgres" / "postmaster.pid"
    lines = [psutil.Process().pid, tmp_path / "postgres", int(time.time()), 5432, tmp_path, "", "1 1", "ready"]
    note.write_text("\n".join(map(str, lines)))
    answer = python("-c", ASK, **given)
    assert answer.returncode == 0, answer.stderr
