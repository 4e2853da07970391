"""Static files as production serves them: every name that a template or style sheet uses stands in the manifest."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from tests.conftest import ROOT

REFERENCE = re.compile(r"""{%\s*static\s+["']([^"'{}]+)["']""")
IMPORT = re.compile(r"""^import[^"']*["']([^"']+)["']""", re.MULTILINE)
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")
STATIC = ROOT / "static"
NOWHERE = "not in the manifest"
MANIFEST = {"staticfiles": {"BACKEND": "config.static_storage.HashedStorage"}}


@pytest.fixture
def collected(settings, tmp_path) -> Path:
    """A folder with everything collected, names hashed and references within files rewritten."""
    settings.STORAGES = {**settings.STORAGES, **MANIFEST}
    settings.STATIC_ROOT = str(tmp_path)
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def references() -> list[tuple[str, str]]:
    pages = sorted((ROOT / "templates").rglob("*.html"))
    return [(str(page.relative_to(ROOT)), name) for page in pages for name in REFERENCE.findall(page.read_text())]


def test_every_static_file_that_a_template_names_is_served(collected) -> None:
    found = references()
    assert found, "no template names a static file: this test looks in the wrong place"
    assert [(page, name) for page, name in found if not (collected / served_as(name)).is_file()] == []


def test_style_sheets_and_modules_stand_under_hashed_names(collected) -> None:
    ours = [path for kind in ("css", "js") for path in (STATIC).rglob(f"*.{kind}")]
    assert ours
    names = [str(path.relative_to(STATIC)) for path in ours]
    assert [name for name in names if served_as(name) in (name, NOWHERE)] == []


def test_script_modules_import_each_other_under_hashed_names(collected) -> None:
    scripts = [collected / served_as(str(path.relative_to(STATIC))) for path in sorted(STATIC.rglob("*.js"))]
    imported = [(script.name, name) for script in scripts for name in IMPORT.findall(script.read_text())]
    assert imported
    assert [pair for pair in imported if not HASHED.search(pair[1])] == []


def served_as(name: str) -> str:
    """The hashed name of a static file, or NOWHERE."""
    try:
        return staticfiles_storage.stored_name(name)
    except ValueError:
        return NOWHERE
