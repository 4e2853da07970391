"""What the documents promise stands in the code, and the other way round."""

import re

from django.core.management import get_commands

from tests.conftest import ROOT

READ = re.compile(r"""env\.\w+\(\s*["']([A-Z_]+)["']""")
PASSED_ON = re.compile(r"\$\{([A-Z_]+)[:?}-]")
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def variables() -> set[str]:
    return {name for file in sorted((ROOT / "config").rglob("*.py")) for name in READ.findall(file.read_text())}


def test_the_configuration_page_names_every_variable_that_the_settings_read() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text()
    found = variables()
    assert "SECRET_KEY" in found
    assert {name for name in found if f"`{name}`" not in page} == set()


def test_the_configuration_page_names_no_variable_that_nothing_reads() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text()
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    compose = set(PASSED_ON.findall((ROOT / "docker-compose.yml").read_text()))
    assert rows - variables() - compose == set()


def test_the_commands_of_the_makefile_are_in_its_help_and_in_contributing() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))
    contributing = (ROOT / "CONTRIBUTING.md").read_text()
    assert {target for target in targets if f"make {target}" not in contributing} == set()


def test_every_link_between_the_pages_leads_somewhere() -> None:
    links = [(page, link) for page in PAGES for link in LINK.findall(page.read_text())]
    assert links
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_every_command_that_the_pages_name_is_there() -> None:
    named = {name for page in PAGES for name in COMMAND.findall(page.read_text())}
    assert "extract_quotations" in named
    assert named - set(get_commands()) - {"help"} == set()
