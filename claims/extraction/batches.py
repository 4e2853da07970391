"""Reads many texts on one core or several, in order, with only a few of them in memory at a time."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from claims.extraction.pipeline import Extractor, load
from claims.records import Extraction, Id, ToRead

CHARACTERS = 40_000
"""Of texts handed over at once: enough to hide the handing over. The parser's memory grows with it: 280 MB a process
where texts are long; twice as many characters take 390."""


class NoSuchModel(Exception):
    """spaCy knows no pipeline of that name or path."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one text says, under the id that it came with."""

    id: Id
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that the extractor failed on."""

    place: str
    reason: str


def extracted(texts: Iterable[ToRead], *, model: str | None, processes: int) -> Generator[Read | Unread]:
    """What each text says, in the order of the texts. Raises NoSuchModel."""
    if processes == 1:
        for batch in _batches(texts):
            yield from read_batch(batch, model)
    else:
        yield from _spread(_batches(texts), model, processes)


def read_batch(batch: list[ToRead], model: str | None) -> list[Read | Unread]:
    """What a worker does. A text that the extractor fails on costs itself alone."""
    extractor = _extractor(model)
    try:
        found = list(extractor.read_many((one.text, one.published) for one in batch))
    except Exception:
        return [_read_alone(one, model) for one in batch]
    return [Read(one.id, extraction) for one, extraction in zip(batch, found, strict=True)]


def _extractor(model: str | None) -> Extractor:
    try:
        return load(model)
    except OSError as error:
        raise NoSuchModel(str(error)) from error


def _read_alone(one: ToRead, model: str | None) -> Read | Unread:
    try:
        return Read(one.id, _extractor(model).read(one.text, one.published))
    except Exception as error:
        return Unread(one.place, f"the extractor failed on it ({type(error).__name__}: {error})")


def _batches(texts: Iterable[ToRead]) -> Iterator[list[ToRead]]:
    batch: list[ToRead] = []
    length = 0
    for one in texts:
        batch.append(one)
        length += len(one.text)
        if length >= CHARACTERS:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _spread(batches: Iterable[list[ToRead]], model: str | None, processes: int) -> Iterator[Read | Unread]:
    """Each worker has one batch in hand and one waiting; no more is read until the oldest is done."""
    waiting: deque[Future[list[Read | Unread]]] = deque()
    # A fresh process on every system: one that forks inherits open files and the parent's memory.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=fresh, initializer=_leave_interrupts_to_the_parent)
    try:
        for batch in batches:
            waiting.append(pool.submit(read_batch, batch, model))
            if len(waiting) >= 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
