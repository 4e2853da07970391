"""How many articles a second extraction reads, beside the bare parser and beside textacy on the same parses.

Everything is measured in one run, turn by turn, so that what else the machine does falls on all alike: trust the
ratios, and compare absolute figures only where the machine was idle. Times of one core are processor time."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.texts import DAY, LENGTH, STRANGE, STRANGE_LENGTH, texts
from claims.extraction.batches import Read, extracted
from claims.extraction.parsed.parsing import load_pipeline, recogniser
from claims.extraction.pipeline import load, read_doc
from claims.interchange.extractions import written
from claims.records import ToRead

ARTICLES, RUNS = 40, 3
OWN_SHARE = 0.25
"""The most that our own components may take of the parser's time."""


def lines() -> Iterator[str]:
    """The figures, one line at a time."""
    articles = texts(ARTICLES)
    mean = sum(map(len, articles)) / len(articles)
    yield f"{ARTICLES} texts of {mean:,.0f} characters; figures are for {LENGTH:,} characters, best of {RUNS} runs"
    yield from _one_core(articles, mean / LENGTH)
    yield from _processes(articles, mean / LENGTH)
    yield f"peak memory, one process       {_peak(1):6.0f} MB"
    yield f"peak memory, two processes     {_peak(2):6.0f} MB in all"
    yield from _strange()


def _strange() -> Iterator[str]:
    """What the strangest text of 300,000 characters costs: no text may keep a worker busy."""
    costs = {name: _alone(name) for name in STRANGE}
    for measure, number, unit in (("seconds", 0, "s"), ("peak memory", 1, "MB")):
        name = max(costs, key=lambda one: costs[one][number])
        yield f"strange texts, most {measure:11s}{costs[name][number]:6.1f} {unit}, of {len(STRANGE)} kinds ({name})"


def _alone(name: str) -> tuple[float, float]:
    """Processor seconds and megabytes of one strange text, read by a fresh process."""
    ran = subprocess.run([sys.executable, "-c", _STRANGE, name], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, ran.stdout.split())
    return seconds, megabytes


_STRANGE = """
import sys
from benchmarks.extraction import strange
print(*strange(sys.argv[1]))
"""


def strange(name: str) -> tuple[float, float]:
    """What reading a strange text costs this process, without loading the pipeline."""
    text = (STRANGE[name] * (STRANGE_LENGTH // len(STRANGE[name]) + 1))[:STRANGE_LENGTH]
    extractor = load()
    extractor.read("Hello, she said.", DAY)
    began = time.process_time()
    extractor.read(text, DAY)
    return time.process_time() - began, _own_peak()


def _one_core(articles: list[str], size: float) -> Iterator[str]:
    nlp = load_pipeline(None)
    docs = list(nlp.pipe(articles))
    work: dict[str, Callable[[], object]] = {
        "parser": partial(_parse, nlp, articles),
        "own": partial(_consume, (docs, partial(read_doc, published=DAY, recogniser=recogniser(nlp)))),
    }
    if theirs := _textacy():
        work["textacy"] = partial(_consume, (docs, theirs))
    spent = _best(work)
    parser, own = spent["parser"], spent["own"]
    per_second = ARTICLES * size
    yield f"bare parser                    {per_second / parser:6.1f} a second"
    yield f"whole extraction               {per_second / (parser + own):6.1f} a second"
    yield f"our components / parser        {own / parser:6.2f} (at most {OWN_SHARE})"
    if "textacy" in spent:
        yield f"textacy direct_quotations      {per_second / (parser + spent['textacy']):6.1f} a second"
        yield f"textacy / parser               {spent['textacy'] / parser:6.2f}"
    else:
        yield "textacy                          not installed: pip install textacy shows it side by side"


def _textacy() -> Callable[[Doc], object] | None:
    """textacy's direct quotations. It fails on some texts; those cost it what they cost until then."""
    try:
        direct_quotations = import_module("textacy.extract.triples").direct_quotations
    except ImportError:
        return None

    def read(doc: Doc) -> Any:
        try:
            return list(direct_quotations(doc))
        except ValueError:
            return []

    return read


def _parse(nlp: Language, articles: list[str]) -> None:
    for _ in nlp.pipe(articles, batch_size=8):
        pass


def _consume(work: tuple[Iterable[Doc], Callable[[Doc], object]]) -> None:
    docs, read = work
    for doc in docs:
        doc.user_data.clear()
        read(doc)


def _best(work: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The least processor seconds of each over RUNS turns."""
    spent = {name: float("inf") for name in work}
    for _ in range(RUNS):
        for name, run in work.items():
            began = time.process_time()
            run()
            spent[name] = min(spent[name], time.process_time() - began)
    return spent


def _processes(articles: list[str], size: float) -> Iterator[str]:
    one, two = _rate(articles, 1, size), _rate(articles, 2, size)
    yield f"command, one process           {one:6.1f} a second (wall clock, without the start)"
    yield f"command, two processes         {two:6.1f} a second: {two / one:.2f} times as many"


def _rate(articles: list[str], processes: int, size: float) -> float:
    """Articles a second by the wall clock. The start is left out by taking a short run from a long one."""
    short, long = (_seconds(articles * times, processes) for times in (1, 5))
    return 4 * len(articles) * size / (long - short)


def _seconds(articles: list[str], processes: int) -> float:
    work = (ToRead("", number, text, DAY) for number, text in enumerate(articles))
    began = time.perf_counter()
    for one in extracted(work, model=None, processes=processes):
        if isinstance(one, Read):
            written(one.id, one.extraction)
    return time.perf_counter() - began


def _peak(processes: int) -> float:
    """Megabytes that a command of its own held at most, its largest worker included where it has workers."""
    ran = subprocess.run([sys.executable, "-c", _PEAK, str(processes)], capture_output=True, text=True, check=True)
    return sum(map(float, ran.stdout.split()))


_PEAK = """
import sys
from benchmarks.extraction import ARTICLES, peaks
if __name__ == "__main__":
    print(*peaks(2 * ARTICLES, int(sys.argv[1])))
"""


def peaks(articles: int, processes: int) -> tuple[float, ...]:
    """Megabytes: the most that this process held, and each of its workers where it has any."""
    _seconds(texts(articles), processes)
    workers = (_megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss),) * processes
    return (_own_peak(), *(workers if processes > 1 else ()))


def _own_peak() -> float:
    """Megabytes that this process held at most. Linux counts what its parent held as well, but not in this file."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.open() if line.startswith("VmHWM"))
    return _megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _megabytes(counted: int) -> float:
    """ru_maxrss counts kilobytes, on macOS bytes."""
    return counted / (1024**2 if sys.platform == "darwin" else 1024)
