"""Every model has a factory whose bare row the database accepts, and every cast member is who they say."""

import pytest
from django.apps import apps

from accounts.roles import Role
from tests import cast, factories

FACTORIES = [getattr(factories, name) for name in factories.__all__]


@pytest.mark.django_db
@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_a_factory_makes_a_row(factory):
    assert factory().pk
    assert factory().pk


def test_every_model_has_a_factory():
    ours = {model for app in ("accounts", "articles", "claims") for model in apps.get_app_config(app).get_models()}
    recorded = {model for model in ours if not hasattr(model, "pgh_tracked_model")}
    assert {factory._meta.model for factory in FACTORIES} == recorded


ROLES = {
    "public": None,
    "guest": None,
    "journalist": Role.JOURNALIST,
    "editor": Role.EDITOR,
    "second_editor": Role.EDITOR,
    "reviewer": Role.REVIEWER,
    "second_reviewer": Role.REVIEWER,
    "leaver": None,
    "administrator": Role.REVIEWER,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROLES)
def test_a_cast_member_holds_a_role(name):
    someone = cast.everyone()[name]()
    assert getattr(someone, "role", None) == ROLES[name]


def test_the_whole_cast_is_known():
    assert set(cast.everyone()) == set(ROLES)
