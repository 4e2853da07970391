"""Quicker tags give what Django's own give."""

import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.urls import NoReverseMatch, reverse, set_script_prefix

from claims.templatetags.everywhere import framed

PLAIN = Engine()
ADDRESSES = {
    "a number": ("claims:statement", 7),
    "nought": ("claims:statement", 0),
    "a slug": ("claims:speaker", "amber-rudd_2"),
    "a number as text": ("claims:statement", "7"),
    "a number as a slug": ("claims:speaker", 2018),
    "two parts around it": ("claims:story-report", "the-list"),
}


def written(source: str, **names: object) -> str:
    return Template(source).render(Context(names))


@pytest.fixture
def under_a_path():
    set_script_prefix("/a&b/")
    yield
    set_script_prefix("/")


@pytest.mark.parametrize(("name", "key"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_that_of_django(name, key):
    source = "{% url name key %}"
    for _ in range(2):
        assert written(source, name=name, key=key) == reverse(name, args=[key])
        assert written(source, name=name, key=key) == PLAIN.from_string(source).render(
            Context({"name": name, "key": key})
        )


@pytest.mark.usefixtures("under_a_path")
def test_addresses_follow_the_path_that_the_site_stands_under():
    assert written('{% url "claims:statement" 7 %}') == "/a&amp;b/statements/7/"


def test_addresses_at_the_root_remember_no_other_path():
    assert written('{% url "claims:statement" 7 %}') == "/statements/7/"


@pytest.mark.parametrize("key", [-1, "a b", "<i>", "", None, 7.5, True, "ä"])
def test_any_other_key_is_left_to_django(key):
    assert framed("claims:speaker", key) == ""


@pytest.mark.parametrize("source", ['{% url "claims:speaker" "a b" %}', '{% url "claims:nowhere" 7 %}'])
def test_an_address_that_is_none_fails(source):
    with pytest.raises(NoReverseMatch):
        written(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('{% url "claims:statement" pk=7 %}', "/statements/7/"),
        ('{% url "claims:statement" 7 as here %}[{{ here }}]', "[/statements/7/]"),
        ('{% url "claims:nowhere" 7 as here %}[{{ here }}]', "[]"),
    ],
    ids=["named", "kept", "kept where there is none"],
)
def test_other_forms_are_djangos(source, text):
    assert written(source) == text


def test_a_component_in_place_reads_what_stands_around_it():
    source = '{% for words in all %}{% in_place "components/silence.html" %}{% endfor %}'
    included = '{% for words in all %}{% include "components/silence.html" %}{% endfor %}'
    names = {"all": ["2 years", "<3 weeks>"]}
    assert written(source, **names) == written(included, **names)


def test_a_component_in_place_is_one():
    with pytest.raises(TemplateSyntaxError):
        written("{% in_place %}")
