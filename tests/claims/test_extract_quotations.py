"""The command extract_quotations. No test here may touch a database, which pytest-django sees to."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.extraction import batches
from tests.conftest import ROOT

TEXT = "“The bridge is safe,” Kim Okafor told the council on Wednesday."
LINE = {"id": "one", "text": TEXT, "published": "2018-04-26"}


def extract(folder: Path, *lines: object, **options: Any) -> tuple[list[dict[str, Any]], str]:
    """The objects written for a file of these lines, and what was said on standard error."""
    file = folder / "texts.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    out, err = StringIO(), StringIO()
    try:
        call_command("extract_quotations", str(file), stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(f"{error}\n")
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_an_attribution_has_its_spans_date_and_kind(tmp_path: Path) -> None:
    ((found,), said) = extract(tmp_path, LINE)
    assert said == ""
    assert found["id"] == "one"
    (one,) = found["attributions"]
    assert [TEXT[start:end] for start, end in one["cue"]] == ["told"]
    assert [TEXT[start:end] for start, end in one["source"]] == ["Kim Okafor"]
    assert "The bridge is safe" in TEXT[one["content"][0][0] : one["content"][-1][1]]
    assert one["quote_type"] == "direct"
    assert one["stance"] == "asserts"
    assert 0 < one["confidence"] <= 1
    basis = one["said"].pop("basis")
    assert TEXT[slice(*basis)] == "on Wednesday"
    assert one["said"] == {"from": "2018-04-25", "until": "2018-04-25", "precision": "day", "inferred": False}
    (when,) = found["times"]
    assert (TEXT[slice(*when["span"])], when["type"], when["value"]) == ("Wednesday", "DATE", "2018-04-25")


def test_exactly_the_documented_keys_are_written(tmp_path: Path) -> None:
    ((found,), _) = extract(tmp_path, LINE)
    assert set(found) == {"id", "attributions", "times", "unread"}
    assert set(found["attributions"][0]) == {
        "content", "cue", "source", "quote_type", "stance", "negated", "suggested", "manner",
        "speaker", "role", "speakers", "relay", "occasion", "said", "confidence",
    }  # fmt: skip


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\udfff\0"])
def test_a_nul_and_half_a_character_are_read_as_any_other(tmp_path: Path, odd: str) -> None:
    ((found,), said) = extract(tmp_path, {**LINE, "text": f"{odd} {TEXT} {odd}"})
    assert said == ""
    (one,) = found["attributions"]
    assert [f"{odd} {TEXT}"[start:end] for start, end in one["cue"]] == ["told"]


@pytest.mark.parametrize("identity", ["\ud800", "a\udfff😀", "é", 12, 1.5, None])
def test_any_id_comes_back_in_valid_json(tmp_path: Path, identity: object) -> None:
    ((found,), _) = extract(tmp_path, {**LINE, "id": identity})
    assert found["id"] == identity


@pytest.mark.parametrize("identity", ["NaN", "1e999", "-Infinity"])
def test_a_number_that_json_cannot_hold_is_named(tmp_path: Path, identity: str) -> None:
    found, said = extract(tmp_path, json.dumps(LINE).replace('"one"', identity))
    assert found == []
    assert "no JSON can hold" in said


def test_offsets_count_into_the_text_as_given(tmp_path: Path) -> None:
    text = "\ufeff  😀\r\ncafe\u0301 — " + TEXT
    ((found,), _) = extract(tmp_path, {"id": 1, "text": text, "published": "2018-04-26"})
    assert [text[slice(*one["span"])] for one in found["times"]] == ["Wednesday"]


@pytest.mark.parametrize("published", [None, "", "2018-04-26T23:59", "2018-04-26T23:59:00+01:00"])
def test_publication_is_a_day_a_moment_or_unknown(tmp_path: Path, published: str | None) -> None:
    ((found,), _) = extract(tmp_path, {**LINE, "published": published})
    assert found["times"][0]["value"] == ("2018-04-25" if published else "XXXX-WXX-3")


BAD = {
    "broken JSON": "{",
    "no JSON object": '["text"]',
    "no text": {"id": 1},
    "text is a number": {"id": 1, "text": 5},
    "text is null": {"id": 1, "text": None},
    "no such day": {**LINE, "published": "2018-02-30"},
    "published is a number": {**LINE, "published": 2018},
    "id is a list": {**LINE, "id": []},
    "very deep": '{"text": ' + "[" * 100_000,
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, bad: object) -> None:
    found, said = extract(tmp_path, LINE, "", bad, {**LINE, "id": "after"})
    assert [one["id"] for one in found] == ["one", "after"]
    assert f"{tmp_path / 'texts.jsonl'}, line 3: " in said
    assert "Not read: 1" in said


@pytest.mark.parametrize("processes", [1, 2])
def test_lines_come_out_in_the_order_they_went_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(batches, "CHARACTERS", 4 * len(TEXT))
    lines = [{"id": number, "text": TEXT * (1 + 5 * (number % 3))} for number in range(24)]
    found, said = extract(tmp_path, *lines, processes=processes)
    assert said == ""
    assert [one["id"] for one in found] == list(range(24))
    assert [len(one["times"]) for one in found] == [1, 6, 11] * 8


def test_an_empty_text_has_nothing_in_it(tmp_path: Path) -> None:
    assert extract(tmp_path, {"id": "empty", "text": ""}) == (
        [{"id": "empty", "attributions": [], "times": [], "unread": []}],
        "",
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    err = StringIO()
    with pytest.raises(CommandError, match="Not read: 1"):
        call_command("extract_quotations", str(tmp_path / "none.jsonl"), stderr=err)
    assert "none.jsonl: No such file" in err.getvalue()


@pytest.mark.parametrize("processes", [1, 2])
def test_an_unknown_pipeline_is_one_sentence(tmp_path: Path, processes: int) -> None:
    found, said = extract(tmp_path, LINE, model="none_such", processes=processes)
    assert found == []
    assert said.startswith("There is no such spaCy pipeline.")


def test_no_process_at_all_is_refused(tmp_path: Path) -> None:
    assert extract(tmp_path, LINE, processes=0) == ([], "--processes should be 1 or more.\n")


# ------------------------------------------------------------------ as a program of its own


def program(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), "extract_quotations", *arguments]


BARE = {"PATH": os.defpath, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}


def test_it_runs_without_any_setting_or_database_from_standard_input() -> None:
    ran = subprocess.run(program(), input=json.dumps(LINE), capture_output=True, text=True, env=BARE, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["id"] == "one"


def test_a_bad_line_shows_in_the_exit_status() -> None:
    ran = subprocess.run(program("-"), input="{", capture_output=True, text=True, env=BARE, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("standard input, line 1: ")
    assert "Traceback" not in ran.stderr


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps({"id": number, "text": TEXT * 10}) for number in range(150)))
    with subprocess.Popen(program(str(file)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BARE) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b'{"id":0')
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0
