"""Several programs that stand and fall together: started side by side, stopped when one ends."""

import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PATIENCE = 10.0  # seconds that a program has to end by itself
GLANCE = 0.2  # seconds between two looks at who is still there

type Programs = dict[str, subprocess.Popen[bytes]]


class ProgramEnded(Exception):
    """One of the programs ended though nobody asked it to. The message says which, and how."""


@contextmanager
def running(commands: dict[str, Sequence[str]]) -> Iterator[Programs]:
    """The programs by their names, running; they are asked to end, then made to, when the block is left.

    Each leads a session of its own, so that a Ctrl-C reaches them through whoever started them, and in order.
    """
    programs: Programs = {}
    try:
        for name, command in commands.items():
            programs[name] = subprocess.Popen(command, start_new_session=True)
        yield programs
    finally:
        with undisturbed():
            stop(programs)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Whoever presses Ctrl-C twice must not leave half of the programs behind."""
    before = {sign: signal.signal(sign, signal.SIG_IGN) for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def stop(programs: Programs) -> None:
    for program in programs.values():
        program.terminate()
    until = time.monotonic() + PATIENCE
    for program in programs.values():
        try:
            program.wait(timeout=max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def watch(programs: Programs) -> None:
    """Returns if all still run; raises ProgramEnded for the first that does not."""
    for name, program in programs.items():
        code = program.poll()
        if code is not None:
            raise ProgramEnded(f"The {name} ended by itself (exit code {code}); everything else was stopped too.")


def watch_for_ever(programs: Programs) -> None:
    """Returns never; raises ProgramEnded when one ends."""
    while True:
        watch(programs)
        time.sleep(GLANCE)
