"""Pages that are kept: never older than the record, never shown to the wrong reader, and cheap to ask for again."""

import datetime as dt
from collections.abc import Iterator
from itertools import batched
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from claims.models import Contradiction, MethodText, Response, Speaker, Stamp, Statement, Story
from claims.records import SpeakerKind
from claims.timeline.stamps import SCOPES, stamp_at, stamp_of
from claims.verbs import method, pairs, speakers, statements, stories
from tests import cast
from tests.confirming import digest_of
from tests.test_what_readers_see import REACHES, Records, bare, newsroom, outcome
from tests.test_what_readers_see import addresses as pages
from tests.world import built_once, undone

pytestmark = pytest.mark.django_db
built, made = built_once(newsroom)

KEPT = {"BACKEND": "config.caches.BoundedMemory", "LOCATION": "pages of tests"}
NOWHERE = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
FEEDS = ("claims:contradictions-feed", "claims:corrections-feed", "claims:sitemap", "claims:sitemap-pages")
KINDS = ("stories", "speakers", "contradictions", "statements")


@pytest.fixture
def kept(settings) -> Iterator[None]:
    """Pages are kept, as in production."""
    settings.CACHES = {**settings.CACHES, "pages": KEPT}
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def addresses() -> list[str]:
    """All that readers and their machines can ask for, of records in every state."""
    found = [one for one in pages() if "?q=" not in one]
    found += [reverse("claims:method"), reverse("claims:method-history"), *map(reverse, FEEDS)]
    found += [reverse("claims:sitemap-part", args=[kind, 0]) for kind in KINDS]
    for slug in Story.objects.exclude(edition=None).values_list("edition__slug", flat=True):
        found += [reverse(name, args=[slug]) for name in ("claims:story-feed", "claims:embed-story")]
        found.append(reverse("claims:oembed", query={"url": f"http://testserver/stories/{slug}/"}))
    found += [reverse("claims:speaker-feed", args=[one.slug]) for one in Speaker.objects.order_by("pk")]
    for name, rows in (("pair", Contradiction), ("statement", Statement)):
        found += [reverse(f"claims:embed-{name}", args=[one.pk]) for one in rows.objects.order_by("pk")]
    return found


type Asked = tuple[str, tuple[tuple[str, str], ...]]


def everything() -> list[Asked]:
    """Each address, and each story as htmx asks for it."""
    found = addresses()
    told = [one for one in found if one.startswith("/stories/") and one.count("/") == 3]
    return [
        *((address, ()) for address in found),
        *((address, (("HX-Request", "true"),)) for address in told),
        *((address, (("HX-Request", "true"), ("HX-Trigger", "later"))) for address in told),
    ]


def seen(reader: Client | None = None) -> dict[Asked, tuple[str, str]]:
    """What is answered, and its ETag, "" where it has none."""
    reader = reader or Client()
    answers = ((asked, reader.get(asked[0], headers=dict(asked[1]))) for asked in everything())
    return {
        asked: (f"{one.status_code} {one.get('Location', '')} {bare(one.text)}", one.get("ETag", ""))
        for asked, one in answers
    }


def stale(before: dict[Asked, tuple[str, str]], settings: Any) -> list[Asked]:
    """Which answers are said to be what they were, and are not. Whatever else is asked for is made anew."""
    reader = Client()
    unchanged = [
        (asked, page)
        for asked, (page, etag) in before.items()
        if etag and reader.get(asked[0], headers={**dict(asked[1]), "If-None-Match": etag}).status_code == 304
    ]
    warm = settings.CACHES
    settings.CACHES = {**warm, "pages": NOWHERE}
    anew = {asked: reader.get(asked[0], headers=dict(asked[1])) for asked, _ in unchanged}
    settings.CACHES = warm
    return [asked for asked, page in unchanged if f"{anew[asked].status_code}  {bare(anew[asked].text)}" != page]


def other_changes(made: Records) -> dict[str, Any]:
    """What reaches readers besides the verbs of test_what_readers_see, or what somebody does to the database."""
    editor, reviewer = cast.editor(), cast.reviewer()

    def confirm_again() -> None:
        row = made["confirmed"]
        statements.edit(statement=row, by=editor, revision=_revision(row), role="Home Secretary", words="None at all")
        statements.confirm_statement(
            statement=row, by=reviewer, digest=digest_of(row), correction="A role was missing."
        )

    def publish_again() -> None:
        row = made["published"]
        stories.edit_story(story=row, by=editor, revision=_revision(row), title="Another title", slug="another-title")
        stories.publish(story=row, by=reviewer, digest=digest_of(row), note="The title was wrong.")

    def take_and_give_back() -> None:
        stories.unpublish(story=made["published"], by=reviewer, reason="To be looked at")
        row = Story.objects.get(pk=made["published"].pk)
        stories.publish(story=row, by=reviewer, digest=digest_of(row), note="Looked at.")

    def confirm_pair_again() -> None:
        row = made["standing"]
        pairs.edit(contradiction=row, by=editor, revision=_revision(row), explanation="One of them is wrong.")
        row = Contradiction.objects.with_statements().get(pk=row.pk)
        pairs.confirm(contradiction=row, by=reviewer, digest=digest_of(row), correction="We said it badly.")

    def merge() -> None:
        one = made["third"].speaker
        speakers.dismiss_proposal(proposal=made["proposal"], by=reviewer, reason="No.")
        proposal = speakers.propose_merge(speaker=one, into=made["on record"], by=editor, reason="The same.")
        speakers.apply_proposal(proposal=proposal, digest=digest_of(proposal), by=reviewer)

    def write_method() -> None:
        method.write_method(by=reviewer, text="We do it otherwise.", revision=MethodText.objects.newest().number)

    return {
        "confirm again": confirm_again,
        "publish again": publish_again,
        "take away and give back": take_and_give_back,
        "confirm a pair again": confirm_pair_again,
        "merge": merge,
        "a new method text": write_method,
        "a speaker's kind": lambda: Speaker.objects.filter(pk=made["on record"].pk).update(
            kind=SpeakerKind.DOCUMENT.value
        ),
        "another reason": lambda: Statement.objects.filter(pk=made["withdrawn"].pk).update(withdrawn_reason="Other."),
    }


def _revision(row: Any) -> int:
    return int(type(row).objects.get(pk=row.pk).revision)


OTHERS = (
    *("confirm again", "publish again", "take away and give back", "confirm a pair again", "merge"),
    *("a new method text", "a speaker's kind", "another reason"),
)


@pytest.mark.parametrize(
    "changes", [pytest.param(part, id=", ".join(part)) for part in batched((*REACHES, *OTHERS), 6)]
)
def test_no_page_is_older_than_the_record(changes, made, kept, settings, subtests):
    before = seen()
    assert len([etag for _, etag in before.values() if etag]) > 40
    for change in changes:
        with subtests.test(change), undone():
            if change in REACHES:
                states, act, reaching, _ = REACHES[change]
                assert all(outcome(act, made, made[state], touched=False) for state in states if state in reaching)
            else:
                other_changes(made)[change]()
            assert stale(before, settings) == []
            assert Client().get("/corrections/")["ETag"] != before["/corrections/", ()][1]


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_NAME", "Another Paper"), ("CONFIRMED_BY", "role"), ("TIME_ZONE", "Pacific/Kiritimati")],
)
def test_no_page_is_older_than_the_settings(name, value, made, kept, settings):
    address = reverse("claims:statement", args=[made["confirmed"].pk])
    before = _page_and_etag(address)
    setattr(settings, name, value)
    after = _page_and_etag(address)
    assert after[1] != before[1]
    caches["pages"].clear()
    assert _page_and_etag(address) == after


def test_a_page_of_yesterday_is_made_anew(made, kept, settings, monkeypatch):
    address = reverse("claims:statement", args=[made["confirmed"].pk])
    page, etag = _page_and_etag(address)
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    assert _page_and_etag(address)[0] != page
    assert _page_and_etag(address)[1] != etag


def test_a_deadline_that_passes_makes_pages_anew(made):
    before = stamp_of(())
    moment = dt.datetime.now(dt.UTC)
    Response.objects.update(asked_at=moment - dt.timedelta(days=2), deadline=moment - dt.timedelta(minutes=1))
    assert stamp_of(()) != before


def test_what_the_newsroom_reads_is_never_shown_to_readers_nor_the_other_way_round(made, kept):
    newsroom = seen(cast.browser_of(cast.reviewer()))
    guest = seen(cast.browser_of(cast.guest()))
    public = seen()
    caches["pages"].clear()
    assert seen() == public
    assert seen(cast.browser_of(cast.reviewer())) == newsroom
    assert newsroom.keys() == public.keys()
    pages = [asked for asked, (page, _) in public.items() if page.startswith("200") and "/embed/" not in asked[0]]
    told = [asked for asked in pages if newsroom[asked][0] != public[asked][0] != guest[asked][0]]
    assert len(told) > 20
    assert all(not newsroom[asked][1] and not guest[asked][1] for asked in told)


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_whoever_brings_a_session_of_any_kind_gets_a_page_of_their_own(cookie, made, kept):
    reader = Client()
    reader.cookies[cookie] = "something"
    answer = reader.get("/stories/the-list/")
    assert {"private", "no-store"} <= _told(answer)
    assert "ETag" not in answer
    assert not _entries()


def test_a_closed_site_keeps_nothing_for_readers(made, kept, settings):
    reader = Client()
    assert reader.get("/stories/the-list/").status_code == 200
    settings.PUBLIC_READING = False
    assert reader.get("/stories/the-list/").status_code == 302
    assert reader.get("/feeds/contradictions/").status_code == 404
    answer = cast.browser_of(cast.guest()).get("/stories/the-list/")
    assert {"private", "no-store"} <= _told(answer)


@pytest.mark.parametrize("address", ["/", "/stories/the-list/", "/desk/", "/mistakes/", "/search/?q=list"])
def test_nothing_is_stored_of_what_is_made_for_whoever_is_signed_in(address, made):
    answer = cast.browser_of(cast.editor()).get(address)
    assert answer.status_code == 200
    assert {"private", "no-store"} <= _told(answer)
    assert "ETag" not in answer


# ------------------------------------------------------------------ what it costs


def test_asking_again_costs_one_query_and_so_does_a_kept_page(made, kept, django_assert_num_queries):
    reader = Client()
    for address in addresses():
        first = reader.get(address)
        if first.status_code != 200:
            continue
        with django_assert_num_queries(1):
            again = reader.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"]), address
        with django_assert_num_queries(1):
            assert reader.get(address).content == first.content
        assert reader.head(address)["ETag"] == first["ETag"]
        assert "Set-Cookie" not in first
        assert "public" in _told(first)
        assert {"must-revalidate", "no-cache"} & _told(first), address
        assert ("Cookie" in first.get("Vary", "")) == (again.get("Vary", "") != ""), address


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("story", "no-such"),
        ("speaker", "no-such"),
        *((kind, key) for kind in ("statement", "contradiction") for key in (0, 10**30)),
    ],
)
def test_what_is_not_there_has_no_stamp(kind, key):
    assert stamp_at(kind, key) == ""


def test_every_kind_of_page_has_a_stamp_by_one_query(made, django_assert_num_queries):
    keys = {
        "story": "the-list",
        "speaker": made["on record"].slug,
        "statement": made["confirmed"].pk,
        "contradiction": made["standing"].pk,
        "quotation": made["joined"].pk,
    }
    assert keys.keys() == SCOPES.keys() or keys["quotation"]
    for kind in SCOPES:
        with django_assert_num_queries(1):
            stamp_at(kind, keys[kind])


# ------------------------------------------------------------------ what is kept, and under what


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/?page=1", "/?page=1&utm_source=post&fbclid=x", True),
        ("/?page=1", "/?page=1&kind=", True),
        ("/?page=1", "/?page=2", False),
        ("/", "/?page=1", False),
    ],
    ids=["who comes by which way", "what is empty", "another page", "a page named"],
)
def test_addresses_that_show_the_same_are_kept_once(one, other, same, made, kept):
    reader = Client()
    first, second = reader.get(one), reader.get(other)
    assert (first["ETag"] == second["ETag"]) == same
    assert "utm_" not in second.text
    assert len(_entries()) == (1 if same else 2)


def test_fragments_and_pages_are_kept_apart(made, kept):
    reader = Client()
    asked = [{}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Trigger": "earlier"}]
    answers = [reader.get("/stories/the-list/", headers=headers) for headers in asked]
    assert len({answer["ETag"] for answer in answers}) == len({answer.text for answer in answers}) == 3
    assert all(name in answers[0]["Vary"] for name in ("Cookie", "HX-Request", "HX-Trigger"))
    again = [reader.get("/stories/the-list/", headers=headers) for headers in asked]
    assert [answer.content for answer in again] == [answer.content for answer in answers]
    assert again[1].headers["HX-Push-Url"] == answers[1].headers["HX-Push-Url"]


def test_hosts_and_schemes_are_kept_apart(made, kept):
    reader = Client()
    told = [
        reader.get("/stories/the-list/", headers={"host": host}, secure=secure)
        for host in ("testserver", "localhost")
        for secure in (False, True)
    ]
    assert len({answer["ETag"] for answer in told}) == len(told)


@pytest.mark.parametrize("address", ["/search/?q=list", "/speakers/?q=mina", "/stories/the-list/?q=list"])
def test_searches_for_words_are_kept_nowhere(address, made, kept):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert "ETag" not in answer
    assert "must-revalidate" in _told(answer)
    assert not _entries()


def test_what_is_not_there_is_not_kept(made, kept):
    reader = Client()
    draft = reverse("claims:statement", args=[made["draft"].pk])
    for address in ("/stories/another-list/", "/stories/no-such/", draft):
        assert reader.get(address, headers={"If-None-Match": "*"}).status_code == 404
    assert reader.get("/mistakes/").status_code == 200
    assert not _entries()


def test_a_frame_is_kept_with_its_own_policy(made, kept):
    reader = Client()
    first, again = (reader.get("/embed/stories/the-list/") for _ in range(2))
    for name in ("Content-Security-Policy", "Vary", "Cache-Control", "ETag"):
        assert first.get(name) == again.get(name)
    assert "X-Frame-Options" not in again
    assert len(_entries()) == 1


def test_a_cache_that_fails_keeps_no_page_from_its_readers(made, settings, caplog):
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": "tests.claims.views.public.broken.Broken"}}
    assert Client().get("/stories/the-list/").status_code == 200
    assert "The page cache can't be read" in caplog.text
    assert "The page cache can't be written" in caplog.text


def test_a_stamp_that_was_taken_back_never_comes_again(made):
    with undone():
        pairs.correct(statement=made["confirmed"], by=cast.reviewer(), text="It was so.")
        taken_back = _stamps()
    pairs.correct(statement=made["confirmed"], by=cast.reviewer(), text="It was otherwise.")
    assert not taken_back & _stamps() - {one for one in taken_back if one[0] == "names"}


# ------------------------------------------------------------------ inner workings


def _stamps() -> set[tuple[str, int]]:
    rows = Stamp.objects.filter(scope="site")
    return set(rows.values_list("scope", "value"))


def _told(answer: Any) -> set[str]:
    return set(answer["Cache-Control"].replace(" ", "").split(","))


def _entries() -> list[str]:
    return list(caches["pages"]._cache)


def _page_and_etag(address: str) -> tuple[str, str]:
    answer = Client().get(address)
    return answer.text, answer["ETag"]
