"""What a reader sees of a story, a speaker, a pair, a statement, a quotation: a user goes in, values come out. Pages,
pictures, PDFs, counts, and later exports and feeds, all ask here and nowhere else.

Readers see editions of what is public, and nothing else: of what was withdrawn, who and when and the reason, but no
words. The newsroom sees the same editions, the words of what was withdrawn, and, marked, what has no edition yet;
changes that wait beside an edition are at the desk only."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from claims.models import (
    Contradiction,
    EditionEvidence,
    Listing,
    Quotation,
    Speaker,
    Statement,
    Story,
    StoryEdition,
)
from claims.models.contradiction import ContradictionQuerySet
from claims.models.statement import StatementQuerySet
from claims.models.states import QuotationState, StoryState
from claims.timeline.building import rendering_of, voice_of
from claims.timeline.entries import Entry, Note, Pair, Rendering, StoryHead, Voice
from claims.timeline.gathering import entries_of, local_day, pairs_of, standing


@dataclass(frozen=True, slots=True)
class ShownStory:
    """A story with what is in it. `pairs` are all, also those whose finding no longer holds; timelines draw
    `standing`."""

    head: StoryHead
    entries: tuple[Entry, ...]
    pairs: tuple[Pair, ...]

    @property
    def standing(self) -> tuple[Pair, ...]:
        return standing(self.pairs)

    @property
    def is_public(self) -> bool:
        """Whether readers see all of this."""
        return self.head.public and not (
            any(one.draft for one in self.entries) or any(not one.edition for one in self.pairs)
        )


@dataclass(frozen=True, slots=True)
class SpeakerHead:
    """Who a speaker is. `aliases` and `wikidata_id` are for the newsroom: no second person has seen them."""

    key: int
    voice: Voice
    aliases: tuple[str, ...] = ()
    wikidata_id: str = ""


@dataclass(frozen=True, slots=True)
class ShownPair:
    """`public`: readers see it."""

    pair: Pair
    stories: tuple[StoryHead, ...]
    public: bool


@dataclass(frozen=True, slots=True)
class ShownStatement:
    entry: Entry
    pairs: tuple[Pair, ...]
    stories: tuple[StoryHead, ...]
    editions: int

    @property
    def public(self) -> bool:
        """Whether readers see it."""
        return bool(self.entry.edition) and any(story.public for story in self.stories)


@dataclass(frozen=True, slots=True)
class ShownQuotation:
    """One outlet's wording and the statement that it reports. `rendering` is None where readers no longer see it: the
    statement is withdrawn, or its current edition stands on other evidence."""

    entry: Entry
    rendering: Rendering | None


def is_newsroom(user: object) -> bool:
    return bool(getattr(user, "is_journalist", False))


# ------------------------------------------------------------------ stories


def story_address(user: object, slug: str) -> str | None:
    """The address that a published story has now which once had `slug`; None where there is none. The newsroom finds
    it by the address that it has at the desk as well."""
    once = Q(pk__in=StoryEdition.objects.filter(slug=slug).values("story"))
    known = once | Q(slug=slug) if is_newsroom(user) else once
    published = Story.objects.filter(known, state=StoryState.PUBLISHED)
    return published.values_list("edition__slug", flat=True).first()


def shown_story(user: object, slug: str) -> ShownStory | None:
    """The story at that address, None where this user sees none there. At most seven queries for readers."""
    story = story_at(user, slug)
    if story is None:
        return None
    entries = entries_seen(user, _members(user, story))
    pairs = pairs_seen(user, Contradiction.objects.filter(first__in=entries, second__in=entries))
    return ShownStory(head_of(story), tuple(entries.values()), pairs)


def head_of(story: Story) -> StoryHead:
    """A story's head as readers see it, or, where they don't, as the desk has it."""
    public, edition = story.state == StoryState.PUBLISHED, story.edition
    if not public or edition is None:
        return StoryHead(story.pk, story.slug, story.title, story.summary)
    return StoryHead(
        key=story.pk,
        slug=edition.slug,
        title=edition.title,
        summary=edition.summary,
        public=True,
        edition=edition.number,
        published_at=story.published_at,
        notes=(Note(edition.note, local_day(edition.confirmed_at), "", edition.number),) if edition.note else (),
        confirmed_at=edition.confirmed_at,
    )


def story_at(user: object, slug: str) -> Story | None:
    """The story that this user sees at that address."""
    known = Q(state=StoryState.PUBLISHED, edition__slug=slug)
    if is_newsroom(user):
        known |= Q(state=StoryState.UNPUBLISHED, slug=slug)
    return Story.objects.filter(known).select_related("edition").order_by("-state").first()


def _members(user: object, story: Story) -> StatementQuerySet:
    """What stands in the story's edition; for the newsroom also its drafts, and all of it before it is published."""
    if story.state != StoryState.PUBLISHED:
        return Statement.objects.filter(stories=story)
    seated = Q(seats__edition=story.edition_id, edition__isnull=False)
    if not is_newsroom(user):
        return Statement.objects.filter(seated)
    drafts = Statement.objects.filter(Q(seats__edition=story.edition_id) | Q(stories=story), edition=None)
    keys = {*Statement.objects.filter(seated).values_list("pk", flat=True), *drafts.values_list("pk", flat=True)}
    return Statement.objects.filter(pk__in=keys)


# ------------------------------------------------------------------ speakers


def speaker_head(user: object, slug: str) -> SpeakerHead | None:
    """Who stands at that address, None where this user sees no such speaker. A merged one leads on: `voice` has the
    address of the one that it went into."""
    speaker = seen_speaker(user, slug)
    if speaker is None:
        return None
    if speaker.merged_into or not is_newsroom(user):
        speaker = speaker.merged_into or speaker
        return SpeakerHead(speaker.pk, voice_of(speaker))
    return SpeakerHead(speaker.pk, voice_of(speaker), tuple(speaker.aliases), speaker.wikidata_id)


def seen_speaker(user: object, slug: str) -> Speaker | None:
    """The same as `Speaker.objects.visible_to`, at one address: by the rows of lists, which name whoever a speaker was
    merged into."""
    found = Speaker.objects.select_related("merged_into").filter(slug=slug)
    if not is_newsroom(user):
        now = Coalesce(OuterRef("merged_into"), OuterRef("pk"))
        found = found.filter(Exists(Listing.objects.filter(speaker=now, public=True)), merged_alone=False)
    return found.first()


# ------------------------------------------------------------------ pairs and statements


def shown_pair(user: object, key: int) -> ShownPair | None:
    """One pair, None where this user may not see it, or no editor has examined it."""
    pair = next(iter(pairs_seen(user, Contradiction.objects.visible_to(user).filter(pk=key))), None)
    if pair is None:
        return None
    stories = _stories_with(user, (pair.earlier.key, pair.later.key))
    return ShownPair(pair, stories, public=bool(pair.edition) and any(story.public for story in stories))


def shown_statement(user: object, key: int) -> ShownStatement | None:
    """One statement with its pairs, None where this user may not see it."""
    entry = entries_seen(user, Statement.objects.visible_to(user).filter(pk=key)).get(key)
    if entry is None:
        return None
    pairs = pairs_seen(user, Contradiction.objects.visible_to(user).filter(pk__in=_touching([key])))
    return ShownStatement(entry, pairs, _stories_with(user, (key,)), editions=entry.newest)


def shown_quotation(user: object, key: int) -> ShownQuotation | None:
    """One outlet's wording in its place, as the edition has it; None where this user may not see it."""
    named = EditionEvidence.objects.filter(quotation=key).values("edition__statement")
    statements = Statement.objects.visible_to(user).filter(pk__in=named)
    if is_newsroom(user) and not statements.exists():
        return _joined_quotation(user, key)
    entry = next(iter(entries_of(statements, named=is_newsroom(user)).values()), None)
    if entry is None:
        return None
    rendering = next((one for one in entry.renderings if one.key == key), None)
    seen = seen_entry(user, entry)
    if rendering is None and is_newsroom(user):
        return _joined_quotation(user, key) or ShownQuotation(seen, None)
    return ShownQuotation(seen, rendering if seen.words else None)


def _joined_quotation(user: object, key: int) -> ShownQuotation | None:
    """An accepted quotation that no edition has, for the newsroom."""
    accepted = Quotation.objects.filter(pk=key, state=QuotationState.ACCEPTED).with_article().first()
    if accepted is None or accepted.statement_id is None:
        return None
    entries = entries_seen(user, Statement.objects.filter(pk=accepted.statement_id))
    return ShownQuotation(replace(entries[accepted.statement_id], draft=True), rendering_of(accepted))


def _stories_with(user: object, keys: Iterable[int]) -> tuple[StoryHead, ...]:
    """The stories in which all of these statements stand, newest first."""
    published, unpublished = Q(state=StoryState.PUBLISHED), Q(state=StoryState.UNPUBLISHED)
    rows = Story.objects.all()
    seated, gathered = rows.filter(published), rows.filter(unpublished)
    for key in keys:
        seated, gathered = seated.filter(edition__members__statement=key), gathered.filter(statements=key)
    known = Q(pk__in=seated.values("pk")) | Q(pk__in=gathered.values("pk")) if is_newsroom(user) else Q(pk__in=seated)
    return tuple(map(head_of, rows.filter(known).select_related("edition").newest_first()))


# ------------------------------------------------------------------ what is withheld


def seen_entry(user: object, entry: Entry) -> Entry:
    """Readers see no words of what was withdrawn."""
    return entry.without_words() if entry.withdrawn and not is_newsroom(user) else entry


def seen_pair(user: object, pair: Pair) -> Pair:
    """Of a finding that no longer holds readers see speakers, days and the reason; the statements keep their words
    where only the finding was withdrawn."""
    if is_newsroom(user) or pair.stands:
        return pair
    if pair.earlier.withdrawn or pair.later.withdrawn:
        pair = replace(pair, earlier=pair.earlier.without_words(), later=pair.later.without_words())
    return pair.without_words()


def entries_seen(user: object, statements: StatementQuerySet) -> dict[int, Entry]:
    entries = entries_of(statements, named=is_newsroom(user))
    return {key: seen_entry(user, entry) for key, entry in entries.items()}


def _touching(statements: Iterable[int]) -> list[int]:
    """The pairs that one of these statements stands in: each side by its own index."""
    keys = list(statements)
    sides = [Contradiction.objects.filter(**{f"{side}__in": keys}).values_list("pk") for side in ("first", "second")]
    return [key for (key,) in sides[0].union(sides[1])]


def pairs_seen(user: object, contradictions: ContradictionQuerySet) -> tuple[Pair, ...]:
    """Readers see what has an edition; the newsroom also what is proposed."""
    known = contradictions if is_newsroom(user) else contradictions.filter(edition__isnull=False)
    return tuple(seen_pair(user, pair) for pair in pairs_of(known, named=is_newsroom(user)))
