"""python -m benchmarks [NAME…]: runs the benchmarks of these names, or all."""

import sys
from collections.abc import Callable, Iterator

from benchmarks import extraction, pages


def reports() -> Iterator[str]:
    """How the making of a PDF grows."""
    from benchmarks.reports import FEW, MANY, MOST, growth

    grown = growth()
    yield f"A PDF of {MANY} quotations takes {grown.ratio:.1f} times as long as one of {FEW} (at most {MOST:.0f})"


def layout() -> Iterator[str]:
    """How the layout of a timeline grows."""
    from benchmarks.layout import lines

    return lines()


def datasette() -> Iterator[str]:
    """Side by side with what a data journalist would pick."""
    from benchmarks.datasette import lines

    return lines()


BENCHMARKS: dict[str, Callable[[], Iterator[str]]] = {
    "extraction": extraction.lines,
    "reports": reports,
    "pages": pages.lines,
    "layout": layout,
    "datasette": datasette,
}


def main(names: list[str]) -> None:
    if unknown := set(names) - BENCHMARKS.keys():
        sys.exit(f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(BENCHMARKS)}.")
    for name in names or BENCHMARKS:
        print(f"{name}\n")
        for line in BENCHMARKS[name]():
            print(f"  {line}", flush=True)
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
