"""Demo sign-ins: there in the demo, and nowhere else."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ImproperlyConfigured

from accounts.demo import PASSWORD, make_demo_people
from accounts.models import User
from accounts.roles import Role

pytestmark = pytest.mark.django_db
PEOPLE = ["journalist", "editor", "reviewer"]


@pytest.fixture
def demo(settings) -> None:
    settings.DEMO = True
    settings.AUTHENTICATION_BACKENDS = ["accounts.demo.DemoSignIn", *settings.AUTHENTICATION_BACKENDS]


@pytest.mark.parametrize("name", PEOPLE)
def test_each_signs_in_with_the_role_of_the_same_name(demo, name) -> None:
    make_demo_people()
    person = authenticate(username=name, password=PASSWORD)
    assert isinstance(person, User)
    assert person.role == Role(name)


def test_making_them_twice_changes_nothing(demo) -> None:
    assert make_demo_people() == make_demo_people() == PEOPLE
    assert User.objects.count() == 3


@pytest.mark.parametrize(("name", "password"), [("editor", "wrong"), ("rosa", PASSWORD), ("", PASSWORD)])
def test_nobody_else_signs_in_that_way(demo, name, password) -> None:
    make_demo_people()
    User.objects.create_user("rosa", password="a password of her own")
    assert authenticate(username=name, password=password) is None


def test_outside_the_demo_they_are_not_made(settings) -> None:
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured):
        make_demo_people()


def test_outside_the_demo_they_cannot_sign_in_though_the_database_has_them(settings, demo) -> None:
    make_demo_people()
    settings.DEMO = False
    assert authenticate(username="reviewer", password=PASSWORD) is None


def test_somebody_the_newsroom_has_locked_out_stays_out(demo) -> None:
    make_demo_people()
    User.objects.filter(username="editor").update(is_active=False)
    assert authenticate(username="editor", password=PASSWORD) is None
