"""Borders that import-linter cannot draw: what records may import at all, what the web side really loads, which doors
extraction goes through."""

import ast
import sys

import grimp

from tests.config.programs import PRODUCTION, python
from tests.conftest import ROOT


def test_records_import_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "claims" / "records.py").read_text())
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
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
