"""The launcher of the demo, as a person at a terminal meets it."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest

from claims.management.processes import ProgramEnded, running, watch_for_ever
from tests.config.programs import environment, manage
from tests.conftest import ROOT

STANDS_AT = re.compile(r"stands at http://127\.0\.0\.1:(\d+)/")


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """Where the demo keeps its data. The first start tells the story; the others find it told."""
    return tmp_path_factory.mktemp("house")


@contextlib.contextmanager
def demo(**given: str) -> Iterator[subprocess.Popen[str]]:
    """A running demo whose address has been printed. Whatever is left of it at the end is killed."""
    command = [sys.executable, "-u", "manage.py", "run_demo"]
    program = subprocess.Popen(
        command, cwd=ROOT, env=environment(DEMO="true", **given), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        assert program.stdout is not None
        said = []
        while not STANDS_AT.search("".join(said)):
            line = program.stdout.readline()
            assert line, f"the demo ended: {''.join(said)}"
            said.append(line)
        yield program
    finally:
        if program.poll() is None:
            for left in [*psutil.Process(program.pid).children(recursive=True), program]:
                left.kill()


def page(port: int, path: str) -> str:
    """What the site answers, if it answers well."""
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("GET", path)
        with line.getresponse() as answer:
            assert answer.status == 200
            return answer.read().decode()


def lingering(family: list[psutil.Process]) -> list[psutil.Process]:
    return [process for process in psutil.wait_procs(family, timeout=10)[1] if process.status() != "zombie"]


@pytest.mark.parametrize("said", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
def test_it_serves_until_it_is_told_to_stop_and_then_all_of_it_stops(said, port, house) -> None:
    with demo(PORT=str(port), DATA_DIR=str(house)) as program:
        family = psutil.Process(program.pid).children(recursive=True)
        assert page(port, "/healthz") == "ok"
        assert "Removal targets" in page(port, "/")
        program.send_signal(said)
        rest, _ = program.communicate(timeout=30)
    assert "What was done is kept." in rest
    assert program.returncode == 0
    assert lingering(family) == []
    assert not (house / "postgres" / "postmaster.pid").exists()
    assert (house / "postgres" / "PG_VERSION").exists()


def test_an_impatient_second_ctrl_c_leaves_nothing_behind(port, house) -> None:
    with demo(PORT=str(port), DATA_DIR=str(house)) as program:
        family = psutil.Process(program.pid).children(recursive=True)
        program.send_signal(signal.SIGINT)
        time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=30)
    assert lingering(family) == []
    assert not (house / "postgres" / "postmaster.pid").exists()


def test_when_one_part_dies_the_others_stop_and_it_says_so(port, house) -> None:
    with demo(PORT=str(port), DATA_DIR=str(house)) as program:
        family = psutil.Process(program.pid).children(recursive=True)
        worker = next(process for process in family if "db_worker" in process.cmdline())
        os.kill(worker.pid, signal.SIGKILL)
        rest, _ = program.communicate(timeout=30)
    assert "The worker ended by itself (exit code -9); everything else was stopped too." in rest
    assert program.returncode == 1
    assert lingering(family) == []


def test_a_taken_port_is_one_sentence(tmp_path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        answer = manage("run_demo", DEMO="true", PORT=str(taken), DATA_DIR=str(tmp_path))
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"CommandError: Port {taken} cannot be used")
    assert answer.stderr.count("\n") == 1
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("written", ["door", "0", "70000"])
def test_a_port_that_is_none_is_one_sentence(written, tmp_path) -> None:
    answer = manage("run_demo", DEMO="true", PORT=written, DATA_DIR=str(tmp_path))
    assert answer.returncode == 1
    assert written in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_it_refuses_to_run_without_demo(tmp_path) -> None:
    answer = manage("run_demo", DEBUG="true", DATA_DIR=str(tmp_path))
    assert answer.returncode == 1
    assert "use make run" in answer.stderr


def test_programs_stand_and_fall_together() -> None:
    sleep = (sys.executable, "-c", "import time; time.sleep(60)")
    fails = (sys.executable, "-c", "raise SystemExit(3)")
    with (
        pytest.raises(ProgramEnded, match=r"The second ended by itself \(exit code 3\)"),
        running({"first": sleep, "second": fails}) as programs,
    ):
        watch_for_ever(programs)
    assert programs["first"].poll() == -signal.SIGTERM
