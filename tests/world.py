"""A newsroom with a record of every kind and state, for tests about who may see and do what.

Words that no reader may see carry SECRET."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction

from claims.models import Contradiction, Quotation, Statement
from claims.models.states import ContradictionState
from tests import cast
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    MistakeFactory,
    QuotationFactory,
    ReadingFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

SECRET = "Zanzibar"
"""A word that nothing else on any page holds."""

TEXT = f"""A paragraph far away, about {SECRET}.

She was asked on Wednesday. "We have no list," she said. Others doubted it.

"We never had {SECRET}," she said. "Nor {SECRET} again," she went on.

The end, about {SECRET}."""

Record = Any


@contextmanager
def undone() -> Iterator[None]:
    """Takes back whatever the block writes, so that one world serves many people."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def built_once(build: Callable[[], dict[str, Record]]) -> tuple[Any, Any]:
    """Two fixtures for a table of many rows: `build` runs once a module, and each test gets copies of the records, in
    a savepoint of its own, so that none sees what another did."""

    @pytest.fixture(scope="module")
    def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Record]]:
        with django_db_blocker.unblock(), undone():
            yield build()

    @pytest.fixture
    def records(built: dict[str, Record], db: None) -> dict[str, Record]:
        return deepcopy(built)

    return built, records


def world() -> dict[str, Record]:
    """Every record by the name that the tables give it; `edited_by` and `proposed_by` are the editor's."""
    made = _statements() | _evidence_and_speakers()
    made |= _pairs(made) | _stories(made)
    made["answerable"] = ResponseFactory(contradiction=made["confirmed"])
    made["mistake"] = MistakeFactory(text=f"It is {SECRET}", contact=SECRET, statement=made["public"])
    made["handled"] = MistakeFactory(handled=True, text=f"It was {SECRET}")
    made["correction"] = CorrectionFactory(statement=made["public"])
    return made


def _statement(**details: Any) -> Statement:
    return StatementFactory(edited_by=cast.editor(), **details)


def _statements() -> dict[str, Record]:
    reviewed = {"confirmed": True, "confirmed_by": cast.second_reviewer()}
    return {
        "public": _statement(words="We have no list", **reviewed),
        "public too": _statement(words="We had a list", **reviewed),
        "public elsewhere": _statement(words="It was a short list", **reviewed),
        "withdrawn": _statement(words="It was never so", withdrawn=True),
        "draft": _statement(words=f"A draft of {SECRET}", speaker__name=f"{SECRET} Drafter"),
        "unpublished": _statement(words=f"Confirmed {SECRET}", speaker__name=f"{SECRET} Unheard", **reviewed),
        "unpublished too": _statement(words=f"Not {SECRET}", speaker__name=f"{SECRET} Unheard too", **reviewed),
        "in no story": _statement(words=f"Loose {SECRET}", **reviewed),
    }


def _evidence_and_speakers() -> dict[str, Record]:
    version = ArticleVersionFactory(text=TEXT)
    ReadingFactory(version=version, extractor="0", state="done", found=2)
    return {
        "version": version,
        "article": version.article,
        "suggested": QuotationFactory(version=version, exact=f"We never had {SECRET},"),
        "dismissed": QuotationFactory(version=version, exact=f"Nor {SECRET} again,", dismissed=True),
        "somebody": SpeakerFactory(name="Ann Other"),
        "merged into heard": SpeakerFactory(name="Heard Before"),
        "merged into unheard": SpeakerFactory(name=f"{SECRET} Before"),
        "merged by one person": SpeakerFactory(name=f"{SECRET} Unknown", merged_alone=True),
    }


def _pairs(made: dict[str, Record]) -> dict[str, Record]:
    made["accepted"] = _evidence(made["version"], "We have no list,", made["public"])
    made["evidence of a draft"] = _evidence(None, "We have no list,", made["draft"])
    made["evidence unpublished"] = _evidence(None, "We have no list,", made["unpublished"])
    made["evidence withdrawn"] = _evidence(None, "We have no list,", made["withdrawn"])
    made["heard"], made["unheard"] = made["public"].speaker, made["unpublished"].speaker
    _merge(made["merged into heard"], made["heard"])
    _merge(made["merged into unheard"], made["unheard"])
    _merge(made["merged by one person"], made["heard"])
    return {
        "confirmed": _pair(made["public"], made["public too"], confirmed=True),
        "with a withdrawn statement": _pair(made["public"], made["withdrawn"], confirmed=True),
        "withdrawn pair": _pair(
            made["public too"], made["withdrawn"], confirmed=True, state="withdrawn", withdrawn_reason="Not so."
        ),
        "proposed": _pair(made["draft"], made["public"], explanation=f"Proposed {SECRET}"),
        "dismissed pair": _pair(
            made["draft"], made["withdrawn"], state=ContradictionState.DISMISSED, dismissed_reason=SECRET
        ),
        "unpublished pair": _pair(made["unpublished"], made["unpublished too"], confirmed=True),
        "half published": _pair(made["unpublished"], made["public"], confirmed=True),
        "in two stories": _pair(made["public"], made["public elsewhere"], confirmed=True),
    }


def _stories(made: dict[str, Record]) -> dict[str, Record]:
    inside = [made[name] for name in ("public", "public too", "withdrawn", "draft")]
    return {
        "published": StoryFactory(published=True, statements=inside),
        "published elsewhere": StoryFactory(published=True, statements=[made["public elsewhere"]]),
        "unpublished story": StoryFactory(
            title=f"About {SECRET}", statements=[made["unpublished"], made["unpublished too"]]
        ),
    }


def _pair(one: Statement, other: Statement, **details: Any) -> Contradiction:
    if details.get("confirmed"):
        details["confirmed_by"] = cast.second_reviewer()
    return ContradictionFactory(first=one, second=other, proposed_by=cast.editor(), **details)


def _evidence(version: Any, words: str, statement: Statement) -> Quotation:
    version = version or ArticleVersionFactory()
    return QuotationFactory(version=version, exact=words, accepted=True, statement=statement)


def _merge(speaker: Any, into: Any) -> None:
    type(speaker).objects.filter(pk=speaker.pk).update(merged_into=into)
    speaker.refresh_from_db()
