"""The three roles: each includes the ones before it, and a closed account holds none."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.urls import reverse

from accounts.roles import Role, highest, reaches
from tests import cast
from tests.factories import UserFactory

HELD = {
    "none": (set(), None),
    "one": ({"editor"}, Role.EDITOR),
    "two": ({"reviewer", "journalist"}, Role.REVIEWER),
    "something else": ({"accounting"}, None),
    "something else beside": ({"accounting", "journalist"}, Role.JOURNALIST),
}


@pytest.mark.parametrize(("groups", "role"), HELD.values(), ids=HELD)
def test_the_highest_role_counts(groups, role):
    assert highest(groups) == role


REACHES = [
    (None, Role.JOURNALIST, False),
    (None, Role.REVIEWER, False),
    (Role.JOURNALIST, Role.JOURNALIST, True),
    (Role.JOURNALIST, Role.EDITOR, False),
    (Role.EDITOR, Role.JOURNALIST, True),
    (Role.EDITOR, Role.REVIEWER, False),
    (Role.REVIEWER, Role.EDITOR, True),
]


@pytest.mark.parametrize(("held", "wanted", "does"), REACHES, ids=lambda value: str(value))
def test_a_role_includes_the_ones_before_it(held, wanted, does):
    assert reaches(held, wanted) == does


RIGHTS = {
    "guest": (False, False, False),
    "journalist": (True, False, False),
    "editor": (True, True, False),
    "reviewer": (True, True, True),
    "leaver": (False, False, False),
    "administrator": (False, False, False),
    "chief": (True, True, True),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "rights"), RIGHTS.items(), ids=RIGHTS)
def test_a_user_may_what_the_role_says(who, rights):
    user = cast.everyone()[who]()
    assert (user.is_journalist, user.is_editor, user.is_reviewer) == rights


@pytest.mark.django_db
@pytest.mark.parametrize("is_active", [True, False], ids=["an open account", "a closed account"])
def test_a_superuser_is_not_by_that_a_reviewer(is_active):
    assert UserFactory(is_superuser=True, is_staff=True, is_active=is_active).role is None


@pytest.mark.django_db
def test_a_superuser_gives_people_a_role_also_themselves():
    administrator = cast.administrator()
    browser = cast.browser_of(administrator)
    page = reverse("admin:accounts_user_change", args=[administrator.pk])
    form = browser.get(page).context["adminform"].form
    typed = {name: value for name, value in form.initial.items() if name in form.fields and value not in (None, False)}
    moments = {f"date_joined_{at}": text for at, text in enumerate(["2018-04-26", "08:00:00"])}
    given = {"groups": [Group.objects.get(name=Role.EDITOR).pk], "user_permissions": []}
    assert browser.post(page, typed | moments | given).status_code == 302
    assert type(administrator).objects.get(pk=administrator.pk).role == Role.EDITOR


@pytest.mark.django_db
def test_the_role_is_asked_for_once(django_assert_num_queries):
    user = cast.editor()
    with django_assert_num_queries(1):
        assert user.is_editor
        assert user.is_journalist
        assert not user.is_reviewer


@pytest.mark.django_db
def test_the_migrations_make_the_three_groups():
    assert {group.name for group in Group.objects.all()} >= {role.value for role in Role}


NAMES = {
    "a whole name": ({"first_name": "Jo", "last_name": "Marsh"}, "Jo Marsh"),
    "one name": ({"first_name": "", "last_name": "Marsh"}, "Marsh"),
    "no name": ({"first_name": "", "last_name": "", "username": "jm"}, "jm"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("names", "byline"), NAMES.values(), ids=NAMES)
def test_the_byline_is_the_name_or_else_the_user_name(names, byline):
    assert UserFactory(**names).byline == byline


def test_the_public_holds_no_role():
    assert not reaches(getattr(AnonymousUser(), "role", None), Role.JOURNALIST)
