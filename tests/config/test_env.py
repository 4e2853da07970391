"""The readers of the environment, as a table of what is written and what comes of it."""

import pytest

from config import env

NAME = "NEWSROOM_EXAMPLE"


@pytest.mark.parametrize(
    ("written", "read"),
    [("true", True), ("Yes", True), ("on", True), ("1", True), ("false", False), ("NO", False), ("0", False)],
)
def test_a_flag_is_yes_or_no(monkeypatch, written, read) -> None:
    monkeypatch.setenv(NAME, written)
    assert env.flag(NAME, not read) is read


def test_a_choice_is_one_of_a_few_words(monkeypatch) -> None:
    monkeypatch.setenv(NAME, "Role")
    assert env.choice(NAME, "name", ("name", "role")) == "role"


@pytest.mark.parametrize("written", ["", "  "], ids=["empty", "blank"])
def test_an_empty_variable_counts_as_not_set(monkeypatch, written) -> None:
    monkeypatch.setenv(NAME, written)
    assert env.flag(NAME, True) is True
    assert env.text(NAME, "else") == "else"
    assert env.items(NAME, like="names") == []


def test_lists_are_parted_by_commas(monkeypatch) -> None:
    monkeypatch.setenv(NAME, "claims.example.org, desk.example.org")
    assert env.hosts(NAME) == ["claims.example.org", "desk.example.org"]


@pytest.mark.parametrize(
    ("reader", "written", "said"),
    [
        (lambda: env.text(NAME, like="a word"), None, "is not set; it should be a word."),
        (lambda: env.flag(NAME, True), "maybe", "is 'maybe'; it should be true or false."),
        (lambda: env.choice(NAME, "name", ("name", "role")), "both", "is 'both'; it should be name or role."),
        (lambda: env.number(NAME, 1), "ten", "is 'ten'; it should be a whole number from 0 on."),
        (lambda: env.number(NAME, 1), "-1", "is '-1'; it should be a whole number from 0 on."),
        (lambda: env.number(NAME, 1, least=1), "0", "is '0'; it should be a whole number from 1 on."),
        (lambda: env.hosts(NAME), "a.example,,b.example", "has an empty or broken entry"),
        (lambda: env.hosts(NAME), "a.example b.example", "has an empty or broken entry"),
        (lambda: env.hosts(NAME), "https://a.example", "has an address in it"),
        (lambda: env.origins(NAME), "a.example", "needs a scheme in each entry"),
        (lambda: env.origins(NAME), "ftp://a.example", "needs a scheme in each entry"),
        (lambda: env.zone(NAME, "UTC"), "London", "is 'London'; it should be a time zone such as Europe/London."),
        (lambda: env.zone(NAME, "UTC"), "../etc", "it should be a time zone"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_names_the_variable(monkeypatch, reader, written, said) -> None:
    monkeypatch.delenv(NAME, raising=False)
    if written is not None:
        monkeypatch.setenv(NAME, written)
    with pytest.raises(env.BadSetting) as problem:
        reader()
    assert str(problem.value).startswith(f"{NAME} ")
    assert said in str(problem.value)
