"""What was said without a clause or a quotation, and where it ends."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

THINGS = {
    "as a quality": "[She] <described> {the bridge as very old}.",
    "for what": "[The mayor] <expressed> {regret for closing the bridge}.",
    "of what somebody was told": "[He] <reminded> them <of> {the old bridge}.",
    "against what": "[The editors] <opined against> {a new bridge}.",
    "what was implied": "[He] <implied> {engineers were the ones to blame}.",
    "coached": '[She] <coached> {the mayor to "breathe slowly"}.',
    "groused": "[He] <groused> {that the bridge was unsafe}.",
    "referenced": "[She] <referenced> {the old bridge}.",
    "what it is like": "[She] <likened> {the bridge to a prison}.",
    "how it is seen": "[The engineers] <see> {the bridge as a danger}.",
    "what is sought": "[She] <sought> {to close the bridge}.",
    "what was voted": "[The council] <voted> {to close the bridge}.",
    "what is hoped for": "[She] <hoped for> {a new bridge}.",
    "what somebody is convinced of": "[The talks] <convinced> her {that the bridge was safe}.",
    "what is played down": "[He] <downplayed> {the danger of the bridge}.",
    "a concern that": "[She] <expressed> concern {that the bridge was old}.",
    "an idea that": "[He] <floated> the idea {that the bridge might be sold}.",
    "doubts that": "[She] <expressed> {doubts that the bridge was safe}.",
    "what is pointed to": "[She] <pointed to> {the old bridge}.",
    "what somebody is cast as": "[The mayor] <cast> {the bridge as a danger}.",
    "how somebody is introduced": '[She] <introduced> {him as "a builder of bridges"}.',
    "who is called on": "[She] <called on> {the council to close the bridge}.",
    "what somebody won't say": "[He] declined to <confirm> {that the bridge was safe}.",
    "a threat with its condition": "[He] <threatened> {to close the bridge unless the town paid}.",
    "what is offered in words": "[He] <offered> {praise for the engineers}.",
}
FINDINGS = {
    "a poll with its figures": "[A poll] <showed> {the mayor leading the race, with four in ten behind her}.",
    "a survey and a quality": "[The survey] <found> {the bridge in bad repair, but no danger to walkers}.",
    "records": "[Records] <show> {no gifts at all to the bridge fund}.",
    "a participle": "Despite [polls] <showing> {a loss in May}, she smiled.",
}
COLONS = {
    "what comes behind a colon": "[She] <said> {that the bridge had one fault: it was old}.",
    "a clause behind a colon": "[She] <argued> {that the bridge was unsafe: engineers had found a crack}.",
    "a list behind a colon": "[He] <repeated> {many of his promises: a bridge, a road and a school}.",
}
CALLS = {
    "who should act": "They ignored [her] <calls> for {the council to close the bridge}.",
}
BEFORE = {
    "words before a verb with a preposition": '{"It was never safe,"} [she] <wrote> of the bridge.',
    "a verb with a preposition that ends a line of the list": "[He] <complained about> {the old bridge}.",
}
TABLE = THINGS | FINDINGS | COLONS | CALLS | BEFORE


@pytest.mark.parametrize("drawn", TABLE.values(), ids=TABLE.keys())
def test_a_thing_is_reported_to_its_end(drawn):
    source, cue, content = drawn_triple(drawn)
    found = read_by_rules(plain(drawn))
    assert (source, cue.split()[0], content) in [(source, cue.split()[0], content) for source, cue, content in found]


WHERE = {
    "an occasion ends no report": "[She] <said> {that the bridge was closed} during an earlier hearing.",
    "where it was said": "[She] <said> {that the bridge was closed}, when she faced the council on Monday.",
    "what the source calls it besides": "[She] <said> {they had closed the bridge}, which she called a disgrace.",
    "asked when": "[She] <said> {that the bridge was closed}, when asked about it.",
    "what came of it": "[She] <denied> {that the bridge was closed}, drawing boos from the crowd.",
    "what it contradicts, and its day": "[She] <denied> {a crack was found} yesterday, which angered the crowd.",
    "what the source said next": "[She] <said> {that the bridge was closed} before adding that it was old.",
    "a conjunction that the report can't end in": (
        "[She] <emphasized> {that the bridge was not finished}, and, quoting her mother, left early."
    ),
    "what the source did next": "[She] <denies> {that the bridge was closed} and promises a new one.",
    "what sums it up": "[She] <said> {that the bridge was closed}, a claim nobody believed.",
    "a margin": "[Most voters] <said> {that they liked the bridge}, a 16-point margin over the tunnel.",
    "who agrees": "[She] <said> {that the bridge was old}, as have other mayors.",
    "another name": "[He] <said> {they would close the Old Bridge}, also known as Tom.",
    "an aside behind a quotation": '[She] <said> {the bridge was "very safe,"} though walkers hated it.',
    "what others make of it": "[She] <said> {they had closed the bridge}, which many walkers called a disgrace.",
    "what the source thinks": "[She] <criticized> {the council for closing the bridge}, which she thinks is safe.",
    "what somebody else said": "[She] <said> {the bridge was closed} and the council denied it.",
    "the time of a live page": "They met on Monday.\n\n14.35 {The bridge is safe}, [Lindqvist] <says>.",
    "the time of a live page, before it": "They met on Monday.\n\n2.40pm [Lindqvist] <says> {the bridge is safe}.",
}


@pytest.mark.parametrize("drawn", WHERE.values(), ids=WHERE.keys())
def test_what_is_around_a_report_is_no_part_of_it(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


def test_a_request_without_an_answer_is_found_and_negated(extractor):
    text = "A spokesman has not yet responded to her remarks."
    assert all(one.negated for one in extractor.read(text).attributions)
    assert ("A spokesman", "responded to", ("her remarks",)) in read_by_rules(text)


WITHIN = {
    "an aside before its verb": "[She] <says> {the old bridge, while ugly, was built with care}.",
    "a verb far from its subject": (
        "[Other towns] echoed it, <saying> {the mayor's strategy -- a wall and a ditch -- is inadequate to the threat}."
    ),
    "two things in one tense": "[She] <said> {that the bridge was closed and the council ignored it}.",
    "when something happened": "[She] <said> {that the bridge was closed, when a crack was found}.",
    "what a thing did": "[She] <said> {that the bridge had a crack, which closed it}.",
    "a day of its own": "[She] <said> {that the bridge was closed yesterday}.",
}


@pytest.mark.parametrize("drawn", WITHIN.values(), ids=WITHIN.keys())
def test_what_belongs_to_a_report_stays_in_it(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOTHING = {
    "what those did not get": "Moves are when people who live abroad or those denied leave to stay tell the office.",
    "somebody who shows something": "The mayor showed them the old bridge.",
    "a poll that shows up": "The poll showed up on Monday.",
    "who is seen": "She saw the mayor on the bridge.",
    "who is billed": "They billed the council for the bridge.",
    "what somebody did not get": "They have been deported or denied access to the bridge.",
    "what somebody did not get, farther off": "Some have been threatened with a fine or denied access to the bridge.",
    "how a thing is called": "They crossed a bridge called Old Tom.",
    "how somebody is called": "They met a man named Tom Hill.",
    "who is addressed": "Addressing the committee on Monday, she smiled.",
    "what is expected by nobody": "The council is expected to meet in May.",
    "what is intended": "The fence is intended to keep people out.",
    "the writer's own remark": "It's worth pointing out that the bridge is old.",
    "what somebody finds themselves": "He found himself caught on the bridge.",
    "what is cast": "They cast a net from the bridge.",
    "who is introduced": "She introduced her brother to the mayor.",
    "that said": "That said, the bridge is old.",
    "what proves something": "They had papers which proved they had lived there.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_such_words_report_nothing(text):
    assert read_by_rules(text) == []
