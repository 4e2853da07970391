"""Where words were said: each way of telling it as an invented sentence, with what an editor is offered."""

import datetime as dt

import pytest

DAY = dt.date(2018, 4, 26)

NAMED = {
    "Addressing the Home Affairs Select Committee on Wednesday, Anna Lindqvist said the bridge was safe.": (
        "Home Affairs Select Committee"
    ),
    "Ms Lindqvist told the Home Affairs Committee that the bridge was safe.": "Home Affairs Committee",
    "She told the BBC's Daily Politics that the bridge was safe.": "BBC Daily Politics",
    "She told BBC News the bridge was safe.": "BBC News",
    "Speaking on the BBC's Andrew Marr Show, she said the bridge was safe.": "BBC Andrew Marr Show",
    "“I love it,” he said on Fox News Sunday.": "Fox News Sunday",
    "The mayor told the Harbour Times that the bridge was safe.": "Harbour Times",
    "He told the High Court in London that the bridge was safe.": "High Court",
    "She said in the House of Commons that the bridge was safe.": "House of Commons",
    "The minister told the Commons that the bridge was safe.": "House of Commons",
    "Answering an urgent question in the Commons, Ms Hill said it was safe.": "House of Commons, urgent question",
    "Responding to an urgent question in Parliament today, Hill said: “It is safe.”": "Parliament, urgent question",
    "Speaking at the Labour conference in Brighton, she said it was safe.": "Labour conference in Brighton",
    "In Wednesday's committee hearing, Ms Hill said the bridge was safe.": "Committee hearing",
    "She tweeted: “The bridge is safe.”": "Twitter",
    "She wrote on Twitter that the bridge was safe.": "Twitter",
    "In a Facebook post, she said the bridge was safe.": "Facebook",
    "She told the BBC's Laura Lindqvist that the bridge was safe.": "BBC",
    "She told Laura Lindqvist of the BBC that the bridge was safe.": "BBC",
    "She told BBC political editor Laura Lindqvist the bridge was safe.": "BBC",
    "She told the New York Times' Karl Berg that the bridge was safe.": "New York Times",
    "“It is safe,” she told the Associated Press of the plans for the bridge.": "Associated Press",
    "She told Good Morning Britain that the bridge was safe.": "Good Morning Britain",
    "She told BBC Radio 4's Today programme it was safe.": "BBC Radio 4 Today programme",
    "She told an inquest she was well.": "Inquest",
    "She told Fox and Friends that the bridge was safe.": "Fox and Friends",
    "“It is safe,” she said on ABC's “This Week”.": "ABC This Week",
    "Speaking at the Harbour Festival in Leeds, she said it was safe.": "Harbour Festival in Leeds",
    "Hill wrote in Harbour Service World that the bridge was safe.": "Harbour Service World",
}
PRINTED = {
    "In a letter to MPs, she said the bridge was safe.": "in a letter to MPs",
    "She said in a letter that the bridge was safe.": "in a letter",
    "The mayor said in a statement that the bridge was safe.": "in a statement",
    "“It is safe,” she said at a news conference in Leeds on Tuesday.": "at a news conference in Leeds",
    "She said in a statement to the Harbour Times that the bridge was safe.": "in a statement to the Harbour Times",
    "She said at a press conference in Leeds that the bridge was safe.": "at a press conference in Leeds",
    "She said in an interview with CNN that the bridge was safe.": "in an interview with CNN",
    "During an earlier hearing, Lucy Hill said the bridge was safe.": "during an earlier hearing",
    "Throughout a debate in Miami, the mayor said that he would stay.": "throughout a debate in Miami",
}
NOWHERE = {
    "to whom alone": "She told him the bridge was safe.",
    "reporters are everywhere": "“It is safe,” she told reporters in London.",
    "inside the words": "He said that in the debate over guns nobody listens.",
    "the words are about it": "The report said the conference was over.",
    "a building": "“It is safe,” she said in the White House.",
    "a platform speaks": "Twitter said the bridge was safe.",
    "a part of a business": "On the business side of TV, Hill said, the bridge was safe.",
}
FROM_ONE_TO_THE_NEXT = {
    "whoever goes on": (
        "Ann Hill told the Harbour Committee that it was safe. She added that it was new.",
        ["Harbour Committee", "Harbour Committee"],
    ),
    "another audience": (
        "Ann Hill told the Harbour Committee that it was safe. She told her local paper that it was new.",
        ["Harbour Committee", None],
    ),
    "somebody else": (
        "Ann Hill told the Harbour Committee that it was safe. Bob Lane added that it was new.",
        ["Harbour Committee", None],
    ),
    "a body named before": (
        "The Harbour Committee met on Wednesday.\n\nMs Hill told the committee: “It is safe.”",
        ["Harbour Committee"],
    ),
    "the scene that the date is from": (
        "At a hearing on bridges yesterday, the chair asked Ms Hill about them.\n\nHill responded: “It is safe.”",
        ["at a hearing"],
    ),
}


def occasions(extractor, text):
    return [one.occasion.name if one.occasion else None for one in extractor.read(text, DAY).attributions]


@pytest.mark.parametrize(("text", "name"), [*NAMED.items(), *PRINTED.items()], ids=[*NAMED.values(), *PRINTED.values()])
def test_the_sentence_tells_where(extractor, text, name):
    assert occasions(extractor, text)[-1] == name


@pytest.mark.parametrize("text", NOWHERE.values(), ids=NOWHERE)
def test_the_sentence_does_not_tell(extractor, text):
    assert set(occasions(extractor, text)) == {None}


@pytest.mark.parametrize(("text", "names"), FROM_ONE_TO_THE_NEXT.values(), ids=FROM_ONE_TO_THE_NEXT)
def test_an_occasion_is_carried(extractor, text, names):
    assert occasions(extractor, text)[-len(names) :] == names


def test_the_basis_is_where_it_stands(extractor):
    text = "She told the BBC's Daily Politics that the bridge was safe."
    (one,) = extractor.read(text, DAY).attributions
    assert one.occasion.basis.of(text) == "the BBC's Daily Politics"
    assert one.occasion.rule == "told"


DENIED_ELSEWHERE = {
    "Ann Brisk has been forced to admit that she knew, despite denying it during a committee hearing yesterday.": [
        None,
        "during a committee hearing",
    ],
    "Tom Oakes admitted that he had lied, after denying it in an interview with the BBC.": [
        None,
        "in an interview with the BBC",
    ],
}


@pytest.mark.parametrize(("text", "expected"), DENIED_ELSEWHERE.items(), ids=["despite", "after"])
def test_where_something_was_denied_is_not_where_it_is_admitted(extractor, text, expected):
    assert occasions(extractor, text) == expected
