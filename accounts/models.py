from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property

from accounts.roles import Role, highest, reaches


class User(AbstractUser):
    """Somebody of the newsroom. The role comes from the groups alone: a superuser manages people and settings, and is
    not by that a reviewer."""

    @cached_property
    def role(self) -> Role | None:
        """The highest role held, or None. One query, kept for the life of the object."""
        if not self.is_active:
            return None
        return highest(set(self.groups.values_list("name", flat=True)))

    @property
    def is_journalist(self) -> bool:
        return reaches(self.role, Role.JOURNALIST)

    @property
    def is_editor(self) -> bool:
        return reaches(self.role, Role.EDITOR)

    @property
    def is_reviewer(self) -> bool:
        return reaches(self.role, Role.REVIEWER)

    @property
    def byline(self) -> str:
        """The name that history and corrections show."""
        return self.get_full_name() or self.username
