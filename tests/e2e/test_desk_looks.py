"""Every page of the desk, light and dark: axe finds nothing, and a phone of 320 pixels holds it."""

import pytest

from tests import cast
from tests.claims.desk.scene import scene
from tests.e2e.looking import look_at, sticking_out

pytestmark = pytest.mark.django_db(transaction=True)


def test_axe_finds_nothing_and_a_phone_holds_every_page(open_window) -> None:
    stage = scene(source_start=56, cue_start=60)
    assert look_at(open_window, cast.reviewer(), stage.pages()) == {}


def test_a_page_full_of_long_words_holds_too(open_window) -> None:
    stage = scene(speaker_name="Donaudampfschifffahrtsgesellschaftskapitän" * 3, role="A" * 120)
    stage.story.title = "B" * 150
    stage.story.save()
    statement = stage.statement
    statement.words = "C" * 400
    statement.save()
    assert sticking_out(open_window(cast.reviewer()), stage.pages()) == {}
