"""What has the shape of a report and is none, beside what is one."""

import pytest

from tests.claims.extraction.annotated import read_by_rules

NOISE = {
    "nobody's view": "The council is expected to meet.",
    "the writer's note": "It is worth noting that the bridge is old.",
    "a pronoun": "She promised it on Monday.",
    "a person for content": "The council endorsed her.",
    "a decision": "They decided to name the bridge after him.",
    "a liking": "She prefers to walk over the bridge.",
    "an aim": "The company aims to double its sales.",
    "a fight": "The council took on the bridge company.",
    "an answer by deeds": "The company responded to the challenge.",
    "a picture": "The firm painted the new bridge.",
    "what was seen": "They left after seeing the bridge fall.",
    "what was seen by him": "He saw the old bridge fall.",
    "a prize": "The singer claimed two prizes.",
    "figures of a business": "The company reported losses of three million pounds.",
    "the words of others": "The mayor echoed calls for a new bridge.",
    "an interview by the police": "Police questioned the man for two hours.",
    "evidence": "The letter contradicted the evidence.",
    "time": "As the day went on, the bridge was closed.",
    "a name": "His group, called the Friends of the Bridge, met on Monday.",
    "a novel": "The novel describes a town as a prison.",
    "an idiom": "He is a man to be reckoned with.",
}


@pytest.mark.parametrize("text", NOISE.values(), ids=NOISE)
def test_what_only_looks_like_a_report_is_none(text):
    assert read_by_rules(text) == []


def test_who_asked_not_to_be_named_said_no_more_than_the_rest():
    text = "An official, who asked not to be named, said the bridge was unsafe."
    assert [(cue, content) for _, cue, content in read_by_rules(text)] == [("said", ("the bridge was unsafe",))]


REPORTS = {
    "what is seen to be so": ("He saw that the bridge was old.", "that the bridge was old"),
    "responsibility": ("The company claimed responsibility for the fall.", "responsibility for the fall"),
    "a denial of what was claimed before": ("Ann Jones denied it on Monday.", "it"),
    "a picture in words": ("She painted the bridge as a disgrace.", "the bridge as a disgrace"),
    "somebody contradicts": ("Ann Jones contradicted the mayor's account.", "the mayor's account"),
    "a plan is questioned": ("The mayor questioned the plan.", "the plan"),
    "a name that tells something": ("She called the bridge a disgrace.", "the bridge a disgrace"),
}


@pytest.mark.parametrize(("text", "words"), REPORTS.values(), ids=REPORTS)
def test_what_is_like_it_and_is_a_report_stays(text, words):
    assert [content[-1] for _, _, content in read_by_rules(text)] == [words]
