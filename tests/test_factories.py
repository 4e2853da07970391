"""Every model has a factory whose bare row the database accepts, and every cast member is who they say."""

import pytest
from django.apps import apps

from accounts.roles import Role
from tests import cast
from tests.making import KEPT_BY_THE_DATABASE, MAKERS


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "make"), MAKERS.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_factory_makes_a_row(model, make):
    assert make().pk
    other = make()
    assert isinstance(other, model)
    assert other.pk


def test_every_model_has_a_factory():
    ours = {model for app in ("accounts", "articles", "claims") for model in apps.get_app_config(app).get_models()}
    recorded = {model for model in ours if not hasattr(model, "pgh_tracked_model") and not model._meta.proxy}
    assert set(MAKERS) == recorded - set(KEPT_BY_THE_DATABASE)


ROLES = {
    "public": None,
    "guest": None,
    "journalist": Role.JOURNALIST,
    "editor": Role.EDITOR,
    "second_editor": Role.EDITOR,
    "reviewer": Role.REVIEWER,
    "second_reviewer": Role.REVIEWER,
    "leaver": None,
    "administrator": None,
    "chief": Role.REVIEWER,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROLES)
def test_a_cast_member_holds_a_role(name):
    someone = cast.everyone()[name]()
    assert getattr(someone, "role", None) == ROLES[name]


def test_the_whole_cast_is_known():
    assert set(cast.everyone()) == set(ROLES)
