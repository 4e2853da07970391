"""An invented story for tests of pages, public and desk alike: the harbour list."""

from types import SimpleNamespace

from articles.models import Outlet
from claims.records import Mode, Said
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    OutletFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

ONE = "Asked again, she stood up. “We have no list,” the minister said on Tuesday. Then she left. Nobody followed."
OTHER = 'A day of questions. "We have no lists" was the answer. More came later.'


def harbour() -> SimpleNamespace:
    """A published story: a denial in two renderings, the admission a day later, a union's charge, one unknown date.

    `reversal` stands between denial and admission. Not public: `draft`, a statement in the story, and `hidden`, a
    confirmed one in a story of its own that nobody has published."""
    minister = SpeakerFactory(name="Mina Ister", slug="mina-ister")
    union = SpeakerFactory(name="Una Ion", slug="una-ion")
    denial = StatementFactory(confirmed=True, speaker=minister, words="We have no list.", role="Harbour Secretary")
    admission = _said("2018-04-26", speaker=minister, words="There was a list.")
    charge = _said("2015-12", speaker=union, words="There had been a list", mode=Mode.INDIRECT.value)
    undated = StatementFactory(confirmed=True, speaker=union, words="Nobody asked us.", said=None)
    draft = StatementFactory(speaker=union, words="A draft that nobody should see.")
    hidden = StatementFactory(confirmed=True, words="Hidden words.")
    renderings = [rendering(denial, ONE, "We have no list,"), rendering(denial, OTHER, "We have no lists")]
    reversal = ContradictionFactory(
        confirmed=True, first=denial, second=admission, first_clash="no list", second_clash="was a list"
    )
    told = [denial, admission, charge, undated, draft]
    story = StoryFactory(published=True, title="The harbour list", slug="harbour", statements=told)
    secret = StoryFactory(title="A secret story", slug="secret", statements=[hidden])
    return SimpleNamespace(**{name: value for name, value in locals().items() if name != "told"})


def _said(edtf: str, **parts):
    return StatementFactory(confirmed=True, said=Said.from_edtf(edtf), **parts)


def rendering(statement, text: str, exact: str):
    name = "The Daily Sample" if text == ONE else "Sample Evening News"
    outlet = Outlet.objects.filter(name=name).first() or OutletFactory(name=name)
    version = ArticleVersionFactory(article=ArticleFactory(outlet=outlet), text=text)
    return QuotationFactory(version=version, exact=exact, accepted=True, statement=statement)
