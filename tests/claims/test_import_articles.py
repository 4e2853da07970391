"""manage.py import_articles: files in, articles waiting to be read."""

import io
import json
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django_tasks_db.models import DBTaskResult

from articles.models import Article, ArticleVersion
from claims.models import Reading

pytestmark = pytest.mark.django_db
LINE = {"outlet": "The Sample", "title": "No list", "text": "“No.”", "url": "https://news.example.org/1"}


@pytest.fixture
def file(tmp_path):
    def write(*lines: object, name: str = "articles.jsonl") -> str:
        path = tmp_path / name
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        return str(path)

    return write


def numbered(number: int) -> dict:
    return LINE | {"url": f"https://news.example.org/{number}", "id": str(number)}


def test_articles_go_in_and_wait_to_be_read(file, capsys):
    call_command("import_articles", file(numbered(1), numbered(2)))
    assert capsys.readouterr().out == "Articles: 2 new, 0 changed, 0 known.\n"
    assert Article.objects.count() == Reading.objects.count() == DBTaskResult.objects.count() == 2


def test_importing_again_is_safe(file, capsys):
    path = file(numbered(1), numbered(2))
    call_command("import_articles", path)
    call_command("import_articles", path)
    assert capsys.readouterr().out.endswith("Articles: 0 new, 0 changed, 2 known.\n")
    assert ArticleVersion.objects.count() == DBTaskResult.objects.count() == 2


def test_a_changed_text_waits_to_be_read_again(file, capsys):
    call_command("import_articles", file(LINE, LINE | {"text": "“Yes.”"}))
    assert capsys.readouterr().out == "Articles: 1 new, 1 changed, 0 known.\n"
    assert Reading.objects.count() == 2


def test_a_bad_line_is_named_and_the_rest_goes_in(file, capsys):
    path = file(numbered(1), "{bad", numbered(3) | {"text": ""}, numbered(4))
    with pytest.raises(CommandError, match="Not imported: 2 "):
        call_command("import_articles", path)
    told = capsys.readouterr()
    assert f"{path}, line 2: it is no JSON" in told.err
    assert f"{path}, line 3 (id 3): The text is empty" in told.err
    assert "2 new" in told.out
    assert Article.objects.count() == 2


def test_a_file_that_is_not_there_costs_no_other(file, tmp_path, capsys):
    with pytest.raises(CommandError, match="Not imported: 2 "):
        call_command("import_articles", str(tmp_path / "none.jsonl"), str(tmp_path), file(LINE))
    told = capsys.readouterr()
    assert "none.jsonl: No such file" in told.err
    assert f"{tmp_path}: Is a directory" in told.err
    assert Article.objects.count() == 1


def test_a_day_without_a_zone_is_a_day_in_the_newsrooms(file, settings):
    settings.NEWSROOM_TIME_ZONE = "America/New_York"
    call_command("import_articles", file(LINE | {"published": "2018-04-26T09:30"}))
    article = Article.objects.get()
    assert (article.published_zone, article.published_at.isoformat()) == (
        "America/New_York",
        "2018-04-26T13:30:00+00:00",
    )


def test_options_stand_in_where_a_line_says_nothing(file):
    bare = {"title": "No list", "text": "“No.”", "published": "2018-04-26"}
    path = file(bare, bare | {"title": "Other", "outlet": "Its own", "zone": "UTC", "byline": "Its own"})
    call_command("import_articles", path, outlet="The Sample", byline="A Writer", zone="Asia/Tokyo")
    fields = ("outlet__name", "byline", "published_zone")
    assert set(Article.objects.values_list(*fields)) == {
        ("The Sample", "A Writer", "Asia/Tokyo"),
        ("Its own", "Its own", "UTC"),
    }


def test_a_text_file_goes_in_with_options(file):
    path = file("“No.”", name="piece.txt")
    call_command("import_articles", path, outlet="The Sample", title="No list", published="2018-04-26T09:30")
    article = Article.objects.get()
    assert (article.title, article.published_moment.isoformat()) == ("No list", "2018-04-26T09:30:00+01:00")
    assert article.versions.get().text == "“No.”"


def test_a_text_in_another_encoding(tmp_path):
    path = tmp_path / "piece.txt"
    path.write_bytes("“No.”".encode("cp1252"))
    with pytest.raises(CommandError, match="Not imported: 1 "):
        call_command("import_articles", str(path), outlet="The Sample", title="No list")
    call_command("import_articles", str(path), outlet="The Sample", title="No list", encoding="cp1252")
    assert ArticleVersion.objects.get().text == "“No.”"


def test_five_megabytes_go_in(file):
    path = file("“No.” " * 830_000, name="piece.txt")
    call_command("import_articles", path, outlet="The Sample", title="No list")
    assert len(ArticleVersion.objects.get().text) == 4_979_999


BAD_TEXTS = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n\x00",
    "zeros": b"\x00" * 100,
    "more than one article": b"a" * 20_000_001,
}


@pytest.mark.parametrize("data", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_bad_text_file_is_told(tmp_path, data, capsys):
    path = tmp_path / "piece.txt"
    path.write_bytes(data)
    with pytest.raises(CommandError, match="Not imported: 1 "):
        call_command("import_articles", str(path), outlet="The Sample", title="No list")
    assert capsys.readouterr().err.startswith(f"{path}: The ")
    assert not Article.objects.exists()


REFUSED = {
    "a text without its outlet": (["piece.txt"], {"title": "No list"}, "say --outlet and --title"),
    "a text without its title": (["piece.txt"], {"outlet": "The Sample"}, "say --outlet and --title"),
    "one title for two texts": (["a.txt", "b.txt"], {"title": "No list", "outlet": "A"}, "--title: for one text file"),
    "one URL for many lines": (["a.jsonl"], {"url": "https://a.example"}, "--url: for one text file only"),
}


@pytest.mark.parametrize(("files", "options", "reason"), REFUSED.values(), ids=REFUSED)
def test_options_that_do_not_fit_are_refused_before_anything_is_read(files, options, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("import_articles", *files, **options)


def test_a_wrong_day_is_told(file, capsys):
    path = file("“No.”", name="piece.txt")
    with pytest.raises(CommandError, match="Not imported: 1 "):
        call_command("import_articles", path, outlet="A", title="B", published="26/04/2018")
    assert "write a day such as 2018-04-26" in capsys.readouterr().err


def test_standard_input_is_json_lines(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(LINE).encode())))
    call_command("import_articles", "-")
    assert Article.objects.get().title == "No list"


def test_standard_input_is_a_text_where_a_title_is_given(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“No.”".encode())))
    call_command("import_articles", "-", outlet="The Sample", title="No list")
    assert ArticleVersion.objects.get().text == "“No.”"


def test_long_work_shows_progress(file, monkeypatch, capsys):
    monkeypatch.setattr("claims.management.commands.import_articles.PATIENCE", -1)
    call_command("import_articles", file(numbered(1), numbered(2)))
    assert capsys.readouterr().err == "Articles so far: 1\nArticles so far: 2\n"


class Interrupted(io.BytesIO):
    """One line, and then somebody presses Ctrl-C."""

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_stopping_keeps_what_went_in(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted(json.dumps(LINE).encode())))
    with pytest.raises(CommandError, match="What went in before stays"):
        call_command("import_articles", "-")
    assert Article.objects.count() == 1


def test_the_two_real_articles_go_in(articles_folder):
    days = {"outlet": "A", "published": "2018-04-26"}
    for number, path in enumerate(sorted(articles_folder.glob("*.txt"))):
        call_command("import_articles", str(path), title=f"Piece {number}", **days)
    assert Article.objects.count() == 2
    assert all("don" in version.text for version in ArticleVersion.objects.all())
