import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

MOST_WORDS = 20_000

DEFAULT = """\
This site keeps a record of public statements: who said what and when, where it was reported, and what contradicts it.

# What stands here
- A statement: the words, who said them and in which role at the time, when, and where it was said.
- Where it comes from: every article that reports it, with the sentence on either side and the way to the original.
- A contradiction: two statements that cannot both be true, or only in part, with what we found in plain words.

# Who decides
Software reads articles and suggests what was said by whom. People decide: an editor takes a suggestion up or \
dismisses it, and nothing is public before a second person, who made none of the changes, has read and confirmed it. \
What was confirmed is kept as a numbered edition that nobody can change.

# Said, published, captured
We keep three dates apart: when words were spoken, when an article appeared, and when we stored its text. Where an \
article does not tell the day, the day of publication is an upper limit, and we say so.

# Fairness
- We also keep the pairs that we examined and found consistent.
- Whoever is shown to contradict themselves or others is asked for a response. The answer stands here word for word.
- A denial is shown as a denial, never as if the thing denied had been said.

# When we are wrong
Anybody can report a mistake, by the link at the foot of every page. A correction is public, dated and signed, and it \
is never edited away. What is withdrawn keeps a page that gives the reason. All of it is listed under Corrections, \
also the editions of which we told nothing.
"""
"""What the page says until a reviewer writes it anew."""


class MethodTextQuerySet(models.QuerySet["MethodText"]):
    def newest(self) -> "MethodText":
        """What the page says now: the last text, or the one that the software brings along, as number 1."""
        return self.order_by("-number").first() or MethodText(number=1, text=DEFAULT)


class MethodText(models.Model):
    """What the page "How we work" has said since `written_at`, numbered. The database never lets one change or go.

    It is outside of the rule of editions: one reviewer writes it, and every text stays in the page's public history.
    The first is the one that the software brought along, by nobody."""

    number = models.PositiveIntegerField()
    text = models.TextField(max_length=MOST_WORDS)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    signature = models.CharField("written by, as printed", max_length=200, blank=True)

    objects = MethodTextQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="method_text_is_numbered_once"),
            models.CheckConstraint(condition=Q(text__gt=""), name="method_text_is_written"),
            models.CheckConstraint(
                condition=Q(number=1) | Q(number__gt=1, written_by__isnull=False, written_at__isnull=False),
                name="method_text_says_who_and_when",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="method_text_never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="method_text_stamps_the_site",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                func="PERFORM claims_stamp_all('{}', '{}'); RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return f"how we work, text {self.number}"
