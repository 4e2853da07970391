"""The people that tests are about. Each function gives the one person of that name, made on first use."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser, Group
from django.test import Client

from accounts.models import User
from accounts.roles import Role

PASSWORD = "a long pass phrase for tests"

type Person = User | AnonymousUser


def public() -> AnonymousUser:
    """A reader who is not signed in."""
    return AnonymousUser()


def guest() -> User:
    """Signed in, without a role: may do no more than the public."""
    return person("guest", "Gil Nowhere")


def journalist() -> User:
    return person("journalist", "Jo Marsh", Role.JOURNALIST)


def editor() -> User:
    """Whoever does an editor's work in a test."""
    return person("editor", "Ed Park", Role.EDITOR)


def second_editor() -> User:
    """For two editors on one record."""
    return person("second-editor", "Sue Editon", Role.EDITOR)


def reviewer() -> User:
    """Confirms what `editor` proposed."""
    return person("reviewer", "Rae View", Role.REVIEWER)


def second_reviewer() -> User:
    """Confirms what `reviewer` proposed, for nobody confirms their own."""
    return person("second-reviewer", "Con Firm", Role.REVIEWER)


def leaver() -> User:
    """Was a reviewer; the account is closed."""
    user = person("leaver", "Lee Former", Role.REVIEWER)
    User.objects.filter(pk=user.pk).update(is_active=False)
    return User.objects.get(pk=user.pk)


def administrator() -> User:
    """A superuser, who may enter the admin and holds no role."""
    return _superuser(person("administrator", "Addy Min"))


def chief() -> User:
    """A superuser who was given a role as well."""
    return _superuser(person("chief", "Chi Efe", Role.REVIEWER))


def everyone() -> dict[str, Callable[[], Person]]:
    """The whole cast by name, for tables whose rows are people."""
    people = (public, guest, journalist, editor, second_editor, reviewer, second_reviewer, leaver)
    people = (*people, administrator, chief)
    return {one.__name__: one for one in people}


def person(username: str, name: str, role: Role | None = None) -> User:
    """The user of that name, fresh from the database; made with PASSWORD and the role where there is none."""
    first, last = name.split(" ", 1)
    user, is_new = User.objects.get_or_create(username=username, defaults={"first_name": first, "last_name": last})
    if is_new:
        user.set_password(PASSWORD)
        user.save()
        if role:
            user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return user


def _superuser(user: User) -> User:
    User.objects.filter(pk=user.pk).update(is_staff=True, is_superuser=True)
    return User.objects.get(pk=user.pk)


def browser_of(someone: Person) -> Client:
    """A test client with `someone` signed in, or nobody."""
    client = Client()
    if isinstance(someone, User):
        client.force_login(someone)
    return client
