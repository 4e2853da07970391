import factory

from accounts.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody without a role; for people with one see tests.cast."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    first_name = "Una"
    last_name = factory.Sequence(lambda n: f"Sample{n}")
