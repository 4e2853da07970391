"""Borders that import-linter cannot draw: what records may import at all, what the web side really loads, which doors
extraction goes through."""

import ast
import sys
from graphlib import TopologicalSorter

import grimp
import pytest

from tests.config.programs import PRODUCTION, python
from tests.conftest import ROOT


def test_records_import_nothing_but_the_standard_library() -> None:
    trees = [ast.parse(path.read_text()) for path in (ROOT / "claims" / "records").glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "." for node in nodes if isinstance(node, ast.ImportFrom)}
    named = {name for name in named if not name.startswith("claims.records.")}
    assert named
    assert {name for name in named if name.split(".")[0] not in sys.stdlib_module_names} == set()


def test_a_web_server_starts_without_spacy() -> None:
    asked = "import sys, config.wsgi, config.urls; print('spacy' in sys.modules, 'claims.urls' in sys.modules)"
    answer = python("-c", asked, **PRODUCTION)
    assert answer.stdout == "False True\n", answer.stderr


def test_extraction_runs_without_django() -> None:
    answer = python("-c", "import sys, claims.extraction; print('django' in sys.modules)")
    assert answer.stdout == "False\n", answer.stderr


def test_no_file_of_extraction_imports_a_room_that_it_stands_in() -> None:
    """A circle through the room's own __init__, which the contract on siblings passes over."""
    graph = grimp.build_graph("claims")
    files = graph.find_descendants("claims.extraction")
    assert files
    imports = [(one, other) for one in files for other in graph.find_modules_directly_imported_by(one)]
    assert [(one, other) for one, other in imports if one.startswith(f"{other}.")] == []


# ------------------------------------------------------------------ the house

ROOMS = ("config", "accounts", "articles", "claims")
LONGEST_FILE = 300
MOST_AT_THE_ROOT = {"claims": 8, "claims/extraction": 5}


def test_no_two_modules_import_each_other_directly_or_through_others() -> None:
    graph = grimp.build_graph(*ROOMS, exclude_type_checking_imports=False, cache_dir=None)
    sorter = TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    assert list(sorter.static_order())  # raises CycleError, which names the circle


def test_no_file_is_longer_than_a_person_reads_at_a_sitting() -> None:
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if file.parent.name != "migrations"]
    lengths = {file.relative_to(ROOT): len(file.read_text().splitlines()) for file in files}
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


@pytest.mark.parametrize(("room", "most"), MOST_AT_THE_ROOT.items())
def test_few_modules_stand_outside_of_the_rooms(room: str, most: int) -> None:
    modules = [file.name for file in (ROOT / room).glob("*.py") if file.name != "__init__.py"]
    assert 0 < len(modules) <= most


def test_the_architecture_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    inside = [file.parent for room in ROOMS for file in (ROOT / room).rglob("__init__.py")]
    rooms = {folder.name for folder in inside if not {"migrations", "commands"} & set(folder.parts)}
    modules = {file.name for file in (ROOT / "claims").glob("*.py") if file.name != "__init__.py"}
    assert rooms
    assert {f"{room}/" for room in rooms if f"{room}/" not in page} == set()
    assert {module for module in modules if module not in page} == set()
