"""Names of several languages, in full and as they are printed again: invented people. [source] {reported words}."""

import pytest

from tests.claims.extraction.annotated import found_triple
from tests.claims.extraction.marked import names

NAMES = {
    "particles": ("[Ursula von der Linden] said {so}. [Von der Linden] said {no}.", ["Ursula von der Linden"] * 2),
    "particles, with a title": (
        "[Dr Pieter van den Holt] said {so}. [Dr van den Holt] said {no}.",
        ["Pieter van den Holt"] * 2,
    ),
    "particles, a surname alone": ("[Dr van den Holt] said {so}. [Van den Holt] said {no}.", ["van den Holt"] * 2),
    "more words than most": (
        "[Juan Carlos de la Vega] said {so}. [De la Vega] said {no}.",
        ["Juan Carlos de la Vega"] * 2,
    ),
    "an Arabic article": ("[Abu Bakr al-Harith] said {so}. [Mr al-Harith] said {no}.", ["Abu Bakr al-Harith"] * 2),
    "an article with an apostrophe": ("[Angela d'Amato] said {so}. [D'Amato] said {no}.", ["Angela d'Amato"] * 2),
    "an apostrophe": ("[Mary O'Hara] said {so}. [Ms O’Hara] said {no}.", ["Mary O'Hara"] * 2),
    "a double given name": ("[Anna-Karin Östholm] said {so}. [Östholm] said {no}.", ["Anna-Karin Östholm"] * 2),
    "two surnames": (
        "[Gabriel García Molina] said {so}. [Mr Garcia Molina] said {no}. [Molina] said {no}.",
        ["Gabriel García Molina"] * 3,
    ),
    "two given names": ("[Recep Tayyip Özkan] said {so}. [Mr Ozkan] said {no}.", ["Recep Tayyip Özkan"] * 2),
    "a given name with an accent": (
        "[Mária Kovácsné Bartó] said {so}. [Bartó] said {no}.",
        ["Mária Kovácsné Bartó"] * 2,
    ),
    "a surname that ends like one": ("[Kristín Sól Jónsdóttir] said {so}.", ["Kristín Sól Jónsdóttir"]),
    "the family first": ("[Nguyễn Văn Bình] said {so}. [Mr Nguyễn] said {no}.", ["Nguyễn Văn Bình"] * 2),
    "the family first, with a given name of two": (
        "[Park Min-seo] said {so}. [Ms Park] said {no}.",
        ["Park Min-seo"] * 2,
    ),
    "the family first, which is a given name elsewhere": (
        "[Kim Min-jun] said {so}. [Mr Kim] said {no}.",
        ["Kim Min-jun"] * 2,
    ),
    "the family first, after an office": (
        "[Tsai Mei-ling] said {so}. [President Tsai] said {no}.",
        ["Tsai Mei-ling"] * 2,
    ),
    "initials": ("[J.D. Varga] said {so}. [Varga] said {no}.", ["J.D. Varga"] * 2),
    "initials apart": ("[J. D. Varga] said {so}. [Mr. Varga] said {no}.", ["J. D. Varga"] * 2),
    "a knight by his given name": ("[Sir Keir Lindqvist] said {so}. [Sir Keir] said {no}.", ["Sir Keir Lindqvist"] * 2),
    "no name but what one does": ("[MODERATOR]: {Is it safe?}", [None]),
    "a message of nobody in particular": ("[Email from the party] said {so}.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_names(text, expected):
    assert names(text) == expected


WHOLE = {
    "an article": "Mr al-Harith said the bridge was safe.",
    "a first word that the parser does not know": "Nguyễn Văn Bình said the bridge was safe.",
    "a company with a hyphen": "G-XII said the bridge was safe.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_source_has_all_of_its_name(text, extractor):
    [one] = extractor.read(text).attributions
    assert found_triple(text, one)[0] == text.removesuffix(" said the bridge was safe.")


SAID_BY = {
    "the office has two words": (
        "A spokesperson for the prime minister, Keir Dunmore, insisted the plan was sound.",
        ["Spokesperson for Keir Dunmore"],
    ),
    "his wife": ("Sir Ed Vane said it was safe. Lady Vane said it was not.", ["Sir Ed Vane", "Lady Vane"]),
    "two titles": (
        "Lord Reeve said it was safe. Lady Reeve said it was not. Lord Reeve said he was sure.",
        ["Lord Reeve", "Lady Reeve", "Lord Reeve"],
    ),
    "a company by its name": ("A spokesman for the company, Vantor Energy, said it was safe.", ["Vantor Energy"]),
    "a spokesman by his name": ("A spokesman for the company, Bob Hill, said it was safe.", ["Bob Hill"]),
    "a country's ministry": ("Ukraine's defence ministry said the bridge was hit.", ["Ukraine's defence ministry"]),
}


@pytest.mark.parametrize(("text", "expected"), SAID_BY.values(), ids=SAID_BY)
def test_who_says_so(text, expected, extractor):
    assert [one.speaker and one.speaker.name for one in extractor.read(text).attributions] == expected


def test_somebody_introduced_by_her_relation_stands_in_the_list(extractor):
    text = "Mayor Ann Brisk, her deputy Tom Oakes and the council leader all said the plan was dead."
    [one] = extractor.read(text).attributions
    assert [one.speaker.name, *(other.speaker.name for other in one.further)] == [
        "Ann Brisk",
        "Tom Oakes",
        "Council leader",
    ]


def test_a_spokesman_with_a_rank_speaks_for_a_ministry(extractor):
    [one] = extractor.read("Ministry of Defence spokesman Colonel Per Aune said the bridge was hit.").attributions
    assert one.role.role == "Ministry of Defence spokesman Colonel"


OPENED = {
    "a year": ("In 2019 Brisk tweeted that the bridge was safe.", "Brisk"),
    "an interview": ("In a 2019 interview Ann Brisk said the bridge was safe.", "Ann Brisk"),
    "a speech": ("In her maiden speech Paula Croft promised to fight for the town.", "Paula Croft"),
    "a place": ("In Leeds council leader Ann Brisk said the bridge was safe.", "Leeds council leader Ann Brisk"),
}


@pytest.mark.parametrize(("text", "source"), OPENED.values(), ids=OPENED)
def test_what_opens_a_sentence_without_a_comma_is_no_part_of_a_source(text, source, extractor):
    [one] = extractor.read(text).attributions
    assert found_triple(text, one)[0] == source


THEY = {
    "two who are there": (
        "Lena Marquardt and Joe Tibbs were in the room. They said it was over.",
        {"Lena Marquardt", "Joe Tibbs"},
    ),
    "one and a crowd": ("Lena Marquardt and the others were in the room. They said it was over.", set()),
    "two who are acted upon": ("Critics of Lena Marquardt and Joe Tibbs were there. They said it was over.", set()),
}


@pytest.mark.parametrize(("text", "expected"), THEY.values(), ids=THEY)
def test_they_are_the_two_of_the_sentence_before(text, expected, extractor):
    [one] = extractor.read(text).attributions
    assert {each.speaker.name for each in (one, *one.further) if each.speaker} == expected
