"""Newsrooms of any size, in databases of their own that are kept and found again.

One small newsroom is made by the project's own verbs; the database then multiplies its rows, so that whatever a row has
it has in all of them. A statement is quoted once; a hundred make a story and share a speaker, but one speaker made a
tenth of all, and the first story has ten thousand; one in twenty stands in a confirmed pair. Words are drawn as often
as words are used, the most common in most statements; days lie in 25 years."""

import os
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

SETTINGS = "benchmarks.settings"
SHAPE = 2
"""To be raised when newsrooms are built in another way, so that older ones are not taken for them."""
ROOT = Path(__file__).resolve().parent.parent

STORY = "(n - 1) / 100 + 1"
FIRST, SECOND = "20 * (n - 1) + 1", "20 * (n - 1) + 2"
SIDE = "jsonb_set(jsonb_set(t.content, '{earlier,statement}', to_jsonb(%s)), '{later,statement}', to_jsonb(%s))"
DAY = "bench_day(n)"
CONTENT = f"t.content || jsonb_build_object('words', bench_words(n), 'said', {DAY}::text)"
WORDS = "bench_words(n)"
SAID = {"said_from": DAY, "said_until": DAY, "said_precision": "'day'"}
SPEAKER = "CASE WHEN n <= {tenth} THEN 1 ELSE (n - 1) / 100 + 1 END"
LONG_STORY = 10_000
LISTED_AT_ONCE = 5_000

# Deterministic: a statement and its edition have the same fourteen words, of 30,000; a word's number is a fifth power.
FUNCTIONS = """
CREATE FUNCTION bench_chance(n bigint) RETURNS float LANGUAGE sql IMMUTABLE AS
    $$ SELECT (hashint8extended(n, 7) & 1048575) / 1048576.0 $$;
CREATE FUNCTION bench_word(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT (ARRAY['target','removal','office','minister','policy','report','figure','border','harbour','council']
        )[1 + n] $$;
CREATE FUNCTION bench_made(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE WHEN n < 10 THEN bench_word(n) ELSE
        (ARRAY['ba','co','du','fe','gi','lo','ma','ne','pi','ro','su','ta'])[1 + n % 12]
        || (ARRAY['b','l','m','n','r','s','t','v'])[1 + n / 12 % 8] || (ARRAY['a','e','i','o','u'])[1 + n / 96 % 5]
        || (ARRAY['ck','nd','rt','st','sh','x'])[1 + n / 480 % 6] || (ARRAY['','er','al','en'])[1 + n / 2880 % 4]
        || (ARRAY['','o','um'])[1 + n / 11520 % 3] END $$;
CREATE FUNCTION bench_words(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT string_agg(bench_made(floor(30000 * power(bench_chance(n * 14 + i), 5))::integer), ' ')
        FROM generate_series(1, 14) i $$;
CREATE FUNCTION bench_day(n bigint) RETURNS date LANGUAGE sql IMMUTABLE AS
    $$ SELECT date '2000-01-01' + (n * 7919 % 9131)::integer $$;
"""

# Each table with how many statements share one of its rows, the first number that is missing, and what differs.
TABLES: tuple[tuple[str, int, int, Mapping[str, str]], ...] = (
    ("articles_article", 10, 2, {"url": "'https://news.example.org/' || n", "origin_id": "NULL"}),
    ("articles_articleversion", 10, 2, {"article_id": "n"}),
    ("claims_speaker", 100, 2, {"name": "t.name || ' ' || n", "slug": "t.slug || '-' || n"}),
    (
        "claims_quotation",
        1,
        3,
        {
            "version_id": "(n - 1) / 10 + 1",
            "statement_id": "n",
            "start": "t.start + 100 + n % 10",
            "end": 't."end" + 100 + n % 10',
        },
    ),
    ("claims_statement", 1, 3, {"words": WORDS, "speaker_id": SPEAKER, "edition_id": "n"} | SAID),
    (
        "claims_statementedition",
        1,
        3,
        {
            "statement_id": "n",
            "speaker_id": SPEAKER,
            "content": CONTENT,
        }
        | SAID,
    ),
    ("claims_editionevidence", 1, 3, {"edition_id": "n", "quotation_id": "n"}),
    ("claims_contradiction", 20, 2, {"first_id": FIRST, "second_id": SECOND, "edition_id": "n"}),
    (
        "claims_contradictionedition",
        20,
        2,
        {
            "contradiction_id": "n",
            "first_edition_id": FIRST,
            "second_edition_id": SECOND,
            "content": SIDE % (FIRST, SECOND),
        },
    ),
    ("claims_story", 100, 2, {"title": "t.title || ' ' || n", "slug": "t.slug || '-' || n", "edition_id": "n"}),
    ("claims_storystatement", 1, 3, {"story_id": STORY, "statement_id": "n"}),
    (
        "claims_storyedition",
        100,
        2,
        {"story_id": "n", "title": "t.title || ' ' || n", "slug": "t.slug || '-' || n"},
    ),
    ("claims_storyeditionmember", 1, 3, {"edition_id": STORY, "statement_id": "n"}),
    ("claims_publication", 100, 2, {"story_id": "n"}),
)


def database(statements: int) -> str:
    """Names the size and the shape, migrations included: a newsroom of an earlier release is not taken for it."""
    migrations = sorted(file.name for file in ROOT.glob("*/migrations/0*.py"))
    return f"bench_{SHAPE}_{sha256(' '.join(migrations).encode()).hexdigest()[:8]}_{statements}"


def build(statements: int) -> str:
    """The name of the database with that many statements; made where it is not there yet. To be called in a process of
    its own, for Django is set up for that database."""
    name = database(statements)
    _set_up("postgres")
    if _is_there(name):
        return name
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}_unfinished"')
        cursor.execute(f'CREATE DATABASE "{name}_unfinished"')
    connection.close()
    connection.settings_dict["NAME"] = f"{name}_unfinished"
    _fill(statements)
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    return name


def _set_up(name: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    if not os.environ.get("DATABASE_URL"):
        os.environ["BENCH_DATABASE"] = name
    import django

    django.setup()


def _is_there(name: str) -> bool:
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _fill(statements: int) -> None:
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        _first_newsroom()
        with connection.cursor() as cursor:
            # Rows that are copies break no rule that the first ones keep; what writes history has nothing to tell.
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(FUNCTIONS)
            for table, shared_by, start, differs in TABLES:
                told = {name: value.replace("{tenth}", str(statements // 10)) for name, value in differs.items()}
                _multiply(cursor, table, range(start, statements // shared_by + 1), told)
            _make_a_long_story(cursor)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        _list_all(cursor, statements)
        cursor.execute("VACUUM ANALYZE")


def _make_a_long_story(cursor: Any) -> None:
    """The first story has the first ten thousand statements, beside the stories that have them already."""
    seats = f"SELECT 100000000 + n, 1, n FROM generate_series(101, {LONG_STORY}) n"  # noqa: S608
    cursor.execute(f"INSERT INTO claims_storyeditionmember (id, edition_id, statement_id) {seats}")
    columns = "(id, story_id, statement_id, added_at)"
    cursor.execute(f"INSERT INTO claims_storystatement {columns} SELECT seat.*, now() FROM ({seats}) seat")  # noqa: S608


def _list_all(cursor: Any, statements: int) -> None:
    """What triggers would have written: the rows that lists look up, some thousands at a time."""
    for start in range(1, statements + 1, LISTED_AT_ONCE):
        which = f"SELECT array_agg(n::bigint) FROM generate_series({start}, {start + LISTED_AT_ONCE - 1}) n"  # noqa: S608
        cursor.execute(f"SELECT claims_list(({which}))")
    cursor.execute("SELECT claims_name_speaker(id) FROM claims_speaker")


def _multiply(cursor: Any, table: str, numbers: range, differs: Mapping[str, str]) -> None:
    cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table])
    columns = [column for (column,) in cursor.fetchall()]
    values = [differs.get(column, "n" if column == "id" else f't."{column}"') for column in columns]
    named = ", ".join(f'"{column}"' for column in columns)
    cursor.execute(
        f"INSERT INTO {table} ({named}) SELECT {', '.join(values)} "  # noqa: S608 (names and expressions of this module)
        f"FROM {table} t, generate_series({numbers.start}, {numbers.stop - 1}) n WHERE t.id = 1"
    )


def _first_newsroom() -> None:
    """Two statements, one pair, one story: accepted, confirmed and published by people."""
    from django.contrib.auth.models import Group

    from accounts.models import User
    from articles.importing import import_article
    from claims.models import Contradiction, Statement, Story
    from claims.records import Finding, Mode, Said
    from claims.timeline.awaiting import pair_awaiting, story_awaiting
    from claims.verbs import evidence, pairs, speakers, stories

    people = {}
    for role in ("editor", "reviewer"):
        people[role] = User.objects.create(username=role, first_name="Ann", last_name=role.title())
        people[role].groups.add(Group.objects.get(name=role))
    by = people["editor"]
    text = "“We keep no list of that kind,” said Mina Ister on Wednesday. “We had one,” she said." + " She left." * 20
    version = import_article(outlet="The Sample", title="No list", text=text, published=None, zone="UTC").version
    minister = speakers.speaker_called(name="Mina Ister", by=by)
    told = []
    for words in ("“We keep no list of that kind,”", "“We had one,”"):
        place = evidence.place_of(version, words)
        quotation = evidence.select(version=version, by=by, spans=[place])
        details: dict[str, Any] = {"speaker": minister, "words": words.strip("“”,"), "mode": Mode.DIRECT}
        told.append(evidence.accept(quotation=quotation, by=by, said=Said.in_year(2018), **details))
    pair = pairs.propose(one=told[0], other=told[1], by=by, finding=Finding.CONTRADICTION, explanation="Both ways.")
    digest = pair_awaiting(Contradiction.objects.with_statements().get(pk=pair.pk)).digest
    pairs.confirm(contradiction=pair, by=people["reviewer"], digest=digest)
    story = stories.start_story(title="The list", by=by)
    for statement in Statement.objects.order_by("pk"):
        stories.add_to_story(story=story, statement=statement, by=by)
    digest = story_awaiting(Story.objects.get(pk=story.pk)).digest
    stories.publish(story=story, by=people["reviewer"], digest=digest)


if __name__ == "__main__":
    print(build(int(sys.argv[1])))
