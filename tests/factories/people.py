import factory

from accounts.models import User
from tests.factories.base import RecordFactory


class UserFactory(RecordFactory):
    """Somebody without a role; for people with one see tests.cast."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    first_name = "Una"
    last_name = factory.Sequence(lambda n: f"Sample{n}")
