"""Three people to try the newsroom with. They can sign in while the demo runs, and at no other time."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

from accounts.models import User
from accounts.roles import Role

NAMES = {
    Role.JOURNALIST: ("Jo", "Journalist"),
    Role.EDITOR: ("Eddie", "Editor"),
    Role.REVIEWER: ("Rae", "Reviewer"),
}
PASSWORD = "demo"  # noqa: S105 - opens nothing outside the demo, which listens to this machine alone


class DemoSignIn(ModelBackend):
    """Lets the three in with the demo's password. Only the settings of the demo name this way of signing in."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: object
    ) -> User | None:
        if not settings.DEMO or username not in set(Role) or password != PASSWORD:
            return None
        return User.objects.filter(username=username, is_active=True).first()


def make_demo_people() -> list[str]:
    """Makes sure that the three are there, without a password of their own. Returns their user names.

    Raises ImproperlyConfigured outside the demo.
    """
    if not settings.DEMO:
        raise ImproperlyConfigured("Demo sign-ins exist in the demo only: DEMO is not set.")
    return [demo_person(role).username for role in Role]


def demo_person(role: Role) -> User:
    first, last = NAMES[role]
    person, made = User.objects.get_or_create(username=role.value, defaults={"first_name": first, "last_name": last})
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    person.groups.set([Group.objects.get(name=role.value)])
    return person
