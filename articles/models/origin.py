from django.db import models


class Origin(models.Model):
    """The one report behind the articles that share it: an agency's story, wherever and however it was printed. An
    article of nobody else's has an origin of its own."""

    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"origin {self.pk}"
