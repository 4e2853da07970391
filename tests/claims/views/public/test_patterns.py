import re
from pathlib import Path

import pytest
from django.conf import settings

from tests import cast
from tests.claims.views.public.reading import opened, words

TEMPLATES = Path(settings.BASE_DIR, "templates")
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").glob("*.html"))


@pytest.mark.django_db
def test_the_newsroom_sees_every_component_on_one_page():
    answer = opened("/patterns/", cast.journalist())

    assert answer.status_code == 200
    assert "Every component with invented content" in words(answer)
    assert not re.search(r"{[#%{]", answer.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("who", [cast.public, cast.guest], ids=["public", "guest"])
def test_the_page_of_patterns_is_the_newsrooms(who):
    assert opened("/patterns/", who()).status_code in (302, 403)


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_is_shown_and_says_what_it_takes(name):
    shown = (TEMPLATES / "claims" / "patterns.html").read_text()
    source = (TEMPLATES / "components" / name).read_text()

    assert re.search(rf"\b{re.escape(name)}", shown)
    assert source.startswith(("{# ", "{% comment %}"))
