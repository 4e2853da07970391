"""Who may see what: every page and every PDF, for every kind of user and every state of a record.

What a user may do (the verbs) stands in test_truth_table_of_verbs."""

import io

import pytest
from django.urls import get_resolver, reverse
from pypdf import PdfReader

from tests import cast
from tests.config.test_closed_by_default import views
from tests.test_truth_table_of_verbs import VERBS
from tests.world import SECRET, built_once, world

pytestmark = pytest.mark.django_db
built, records = built_once(world)

WHO = ("public", "leaver", "guest", "journalist", "editor", "reviewer")
ANSWERS = {
    "page": 200,
    "none": 404,
    "moved": 301,
    "onward": 302,
    "sign-in": 302,
    "refused": 403,
    "post": 405,
    "unasked": 400,
}

# "the public" are those who are not signed in and those whose account is closed; "guests" are signed in without a
# role; "journalists" are journalists, editors and reviewers, "editors" are editors and reviewers.
# page                          record                        public   guests   journalists  editors
PAGES = """
claims:home                     -                             page     page     page         page
claims:story                    published                     page     page     page         page
claims:story                    published elsewhere           page     page     page         page
claims:story                    unpublished story             none     none     page         page
claims:story-editions           published                     page     page     page         page
claims:story-editions           unpublished story             none     none     none         none
claims:story-report             published                     page     page     page         page
claims:story-report             unpublished story             none     none     page         page
claims:statement                public                        page     page     page         page
claims:statement                public elsewhere              page     page     page         page
claims:statement                withdrawn                     page     page     page         page
claims:statement                draft                         none     none     page         page
claims:statement                unpublished                   none     none     page         page
claims:statement                in no story                   none     none     page         page
claims:statement-editions       public                        page     page     page         page
claims:statement-editions       withdrawn                     page     page     page         page
claims:statement-editions       draft                         none     none     none         none
claims:statement-editions       unpublished                   none     none     page         page
claims:statement-editions       in no story                   none     none     page         page
claims:contradiction            confirmed                     page     page     page         page
claims:contradiction            withdrawn pair                page     page     page         page
claims:contradiction            with a withdrawn statement    page     page     page         page
claims:contradiction            proposed                      none     none     page         page
claims:contradiction            dismissed pair                none     none     none         none
claims:contradiction            unpublished pair              none     none     page         page
claims:contradiction            half published                none     none     page         page
claims:contradiction            in two stories                none     none     page         page
claims:contradiction-editions   confirmed                     page     page     page         page
claims:contradiction-editions   withdrawn pair                page     page     page         page
claims:contradiction-editions   with a withdrawn statement    page     page     page         page
claims:contradiction-editions   proposed                      none     none     none         none
claims:contradiction-editions   dismissed pair                none     none     none         none
claims:contradiction-editions   unpublished pair              none     none     page         page
claims:contradiction-editions   half published                none     none     page         page
claims:contradiction-editions   in two stories                none     none     page         page
claims:contradiction-report     confirmed                     page     page     page         page
claims:contradiction-report     withdrawn pair                page     page     page         page
claims:contradiction-report     proposed                      none     none     page         page
claims:contradiction-report     unpublished pair              none     none     page         page
claims:contradiction-report     half published                none     none     page         page
claims:contradiction-report     in two stories                none     none     page         page
claims:speaker                  heard                         page     page     page         page
claims:speaker                  unheard                       none     none     page         page
claims:speaker                  merged into heard             moved    moved    moved        moved
claims:speaker                  merged into unheard           none     none     moved        moved
claims:speaker                  merged by one person          none     none     moved        moved
claims:story-examined           published                     page     page     page         page
claims:story-examined           unpublished story             none     none     page         page
claims:speaker-examined         heard                         page     page     page         page
claims:speaker-examined         unheard                       none     none     page         page
claims:speaker-examined         merged into heard             moved    moved    moved        moved
claims:speaker-examined         merged into unheard           none     none     moved        moved
claims:quotation                accepted                      page     page     page         page
claims:quotation                evidence of a draft           none     none     page         page
claims:quotation                evidence unpublished          none     none     page         page
claims:quotation                evidence withdrawn            onward   onward   page         page
claims:quotation                suggested                     none     none     none         none
claims:quotation                dismissed                     none     none     none         none
claims:contradictions-feed      -                             page     page     page         page
claims:corrections-feed         -                             page     page     page         page
claims:story-feed               published                     page     page     page         page
claims:story-feed               unpublished story             none     none     none         none
claims:speaker-feed             heard                         page     page     page         page
claims:speaker-feed             unheard                       none     none     none         none
claims:speaker-feed             merged into heard             moved    moved    moved        moved
claims:speaker-feed             merged into unheard           none     none     none         none
claims:speaker-feed             merged by one person          none     none     none         none
claims:corrections              -                             page     page     page         page
claims:compare                  -                             page     page     page         page
claims:search                   -                             page     page     page         page
claims:speakers                 -                             page     page     page         page
claims:method                   -                             page     page     page         page
claims:method-history           -                             page     page     page         page
claims:mistake                  -                             page     page     page         page
claims:mistake-sent             -                             page     page     page         page
claims:story-card               published                     onward   onward   onward       onward
claims:story-card               unpublished story             none     none     none         none
claims:contradiction-card       confirmed                     onward   onward   onward       onward
claims:contradiction-card       proposed                      none     none     none         none
claims:contradiction-card       unpublished pair              none     none     none         none
claims:contradiction-card       half published                none     none     none         none
claims:statement-card           public                        onward   onward   onward       onward
claims:statement-card           withdrawn                     onward   onward   onward       onward
claims:statement-card           draft                         none     none     none         none
claims:statement-card           unpublished                   none     none     none         none
claims:embed-story              published                     page     page     page         page
claims:embed-story              unpublished story             none     none     none         none
claims:embed-pair               confirmed                     page     page     page         page
claims:embed-pair               withdrawn pair                page     page     page         page
claims:embed-pair               with a withdrawn statement    page     page     page         page
claims:embed-pair               proposed                      none     none     none         none
claims:embed-pair               unpublished pair              none     none     none         none
claims:embed-pair               half published                none     none     none         none
claims:embed-statement          public                        page     page     page         page
claims:embed-statement          withdrawn                     page     page     page         page
claims:embed-statement          draft                         none     none     none         none
claims:embed-statement          unpublished                   none     none     none         none
claims:embed-statement          in no story                   none     none     none         none
claims:sitemap                  -                             page     page     page         page
claims:sitemap-pages            -                             page     page     page         page
claims:sitemap-part             statements, 0                 page     page     page         page
claims:sitemap-part             stories, 0                    page     page     page         page
claims:oembed                   -                             unasked  unasked  unasked      unasked
claims:patterns                 -                             sign-in  refused  page         page
claims:desk                     -                             sign-in  refused  page         page
claims:desk-articles            -                             sign-in  refused  page         page
claims:desk-article             article                       sign-in  refused  page         page
claims:desk-article-new         -                             sign-in  refused  refused      page
claims:desk-origin              article                       sign-in  refused  page         page
claims:desk-origin-same         article, article              sign-in  refused  refused      page
claims:desk-progress            version                       sign-in  refused  onward       onward
claims:desk-quotation           suggested                     sign-in  refused  page         page
claims:desk-select              version                       sign-in  refused  refused      page
claims:desk-accept              suggested                     sign-in  refused  refused      page
claims:desk-same                suggested                     sign-in  refused  refused      page
claims:desk-statements          -                             sign-in  refused  page         page
claims:desk-statement           draft                         sign-in  refused  page         page
claims:desk-against             public                        sign-in  refused  refused      page
claims:desk-propose             public too, public elsewhere  sign-in  refused  refused      page
claims:desk-propose             public, public elsewhere      sign-in  refused  refused      onward
claims:desk-contradictions      -                             sign-in  refused  page         page
claims:desk-contradiction       proposed                      sign-in  refused  page         page
claims:desk-stories             -                             sign-in  refused  page         page
claims:desk-story               unpublished story             sign-in  refused  page         page
claims:desk-story-new           -                             sign-in  refused  refused      page
claims:desk-method              -                             sign-in  refused  page         page
claims:desk-mistakes            -                             sign-in  refused  page         page
claims:desk-mistake             mistake                       sign-in  refused  page         page
claims:desk-speakers            -                             sign-in  refused  page         page
claims:desk-speaker-names       -                             sign-in  refused  page         page
claims:desk-speaker             unheard                       sign-in  refused  page         page
accounts:sign-in                -                             page     page     page         page
accounts:sign-out               -                             sign-in  post     post         post
robots                          -                             page     page     page         page
healthz                         -                             page     page     page         page
"""
BY_SLUG = {
    *("claims:story", "claims:story-editions", "claims:story-report", "claims:story-feed"),
    *("claims:story-card", "claims:embed-story", "claims:speaker", "claims:speaker-feed"),
    *("claims:story-examined", "claims:speaker-examined"),
}
ALIKE = {
    *("claims:contradictions-feed", "claims:corrections-feed", "claims:story-feed", "claims:speaker-feed"),
    *("claims:embed-story", "claims:embed-pair", "claims:embed-statement"),
    *("claims:sitemap", "claims:sitemap-pages", "claims:sitemap-part"),
}
"""What knows no session: the same for everybody, and for nobody where public reading is closed."""
COLUMN = {"public": 0, "leaver": 0, "guest": 1, "journalist": 2, "editor": 3, "reviewer": 3}
ROWS = [[cell.strip() for cell in row.split("  ") if cell.strip()] for row in PAGES.strip().splitlines()]
TABLE = [pytest.param(page, of, answers, id=f"{page} of {of}") for page, of, *answers in ROWS]
FOR_READERS = [
    pytest.param(page, of, id=f"{page} of {of}")
    for page, of, *answers in ROWS
    if page.startswith("claims:") and answers[0] == "page"
]


def address(name: str, records: dict, of: str) -> str:
    """The address of a page about the records of those names."""
    if name == "claims:sitemap-part":
        kind, number = of.split(", ")
        return reverse(name, args=[kind, int(number)])
    found = [] if of == "-" else [records[one] for one in of.split(", ")]
    version = ["0-an-old-one"] if name.endswith("-card") else []
    return reverse(name, args=[*(one.slug if name in BY_SLUG else one.pk for one in found), *version])


@pytest.mark.parametrize(("page", "of", "answers"), TABLE)
def test_who_sees_what(page, of, answers, records, subtests):
    opened = address(page, records, of)
    for who in WHO:
        expected = answers[COLUMN[who]]
        with subtests.test(f"{who}: {expected}"):
            found = cast.browser_of(cast.everyone()[who]()).get(opened)
            assert found.status_code == ANSWERS[expected]
            assert expected != "sign-in" or found.url.startswith(reverse("accounts:sign-in"))


def words_of(answer) -> str:
    """All words of a page, or of a PDF with its title and outline."""
    if answer["Content-Type"] != "application/pdf":
        return answer.text
    pdf = PdfReader(io.BytesIO(answer.content))
    return " ".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata)


@pytest.mark.parametrize(("page", "of"), FOR_READERS)
def test_what_a_reader_opens_tells_no_secret(page, of, records, subtests):
    opened = address(page, records, of)
    for part, headers in {"page": {}, "fragment": {"HX-Request": "true"}}.items():
        with subtests.test(part):
            answer = cast.browser_of(cast.public()).get(opened, headers=headers)
            assert answer.status_code == 200
            assert SECRET not in words_of(answer)


def test_the_secret_is_there_for_the_newsroom(records):
    page = cast.browser_of(cast.journalist()).get(address("claims:story", records, "published")).text
    assert f"A draft of {SECRET}" in page


def test_a_newsroom_that_is_closed_shows_the_public_nothing(records, settings, subtests):
    settings.PUBLIC_READING = False
    browser = cast.browser_of(cast.public())
    for page, of, *_ in (row.values for row in FOR_READERS):
        with subtests.test(f"{page} of {of}"):
            answer = browser.get(address(page, records, of))
            assert answer.status_code == (404 if page in ALIKE else 302)
            assert page in ALIKE or answer.url.startswith(reverse("accounts:sign-in"))


def test_where_public_reading_is_closed_what_knows_no_session_is_closed_to_everybody(records, settings, subtests):
    settings.PUBLIC_READING = False
    for page, of, *_ in (row.values for row in FOR_READERS if row.values[0] in ALIKE):
        with subtests.test(f"{page} of {of}"):
            assert cast.browser_of(cast.reviewer()).get(address(page, records, of)).status_code == 404


def test_every_address_of_the_project_is_in_the_table():
    decided = {name for name, *_ in ROWS} | {f"claims:{name}" for name in VERBS}
    there = {name for name, _ in views(get_resolver()) if not name.startswith("admin:")}
    assert there == decided
