"""How English reports words: each way as an invented sentence with its attribution drawn in."""

import pytest

from claims.records import Mode
from tests.claims.extraction.annotated import drawn_triple, found_triple, plain

DIRECT = {
    "cue behind": '{"The bridge is safe,"} <said> [Ann Jones].',
    "cue behind, subject first": '{"The bridge is safe,"} [she] <said> on Monday.',
    "british": "{‘The bridge is safe,’} <said> [Ann Jones].",
    "comma outside": "{‘The bridge is safe’}, <said> [Ann Jones].",
    "subject with a clause of its own": '{"The bridge is safe,"} [Ann Jones, who built it], <said>.',
    "apposition": '{"The bridge is safe,"} <said> [Ann Jones, an engineer at the council].',
    "cue before, colon": '[Ann Jones] <said>: {"The bridge is safe."}',
    "cue before, comma": '[Ann Jones] <told> reporters on Monday, {"The bridge is safe."}',
    "several sentences": '[She] <added>: {"The bridge is safe. I built it. Trust me."}',
    "question mark": '{"Is the bridge safe?"} <asked> [Ann Jones].',
    "interrupted": '{"The bridge,"} [she] <said>, {"is safe."}',
    "interrupted, commas outside": '{"The bridge"}, [she] <said> at a meeting, {"is safe"}.',
    "interrupted, one comma outside": "{‘The bridge,’} [she] <said> at a meeting, {‘is safe’}.",
    "between dashes": 'He spoke against the bridge - {"I love the ferry,"} [he] <said>, {"I will keep it"} - and left.',
    "interrupted by dashes": "{“The bridge”} – [Jones] <said> on Monday – {“is safe.”}",
    "carried on": '{"The bridge is safe,"} <said> [Ann Jones]. {"I built it myself."}',
    "carried on in the next paragraph": '{"The bridge is safe,"} <said> [Ann Jones].\n\n{"I built it myself."}',
    "marks left open over paragraphs": "[Jones] <said>: {“The bridge is safe.\n\n“I built it.\n\n“Trust me.”}",
    "next paragraph behind a colon": '[Ann Jones] <wrote>:\n\n{"The bridge is safe."}',
    "written words": '[Ann Jones] <tweeted>: {"The bridge is safe."}',
    "participle": '[Jones] laughed and left, <saying>, {"The bridge is safe."}',
    "surname that nobody knows": "[Zwolpert] <responded>: {“We don’t have a bridge.”}",
    "a show between the halves": (
        '{"The bridge is safe,"} [she] <said> on the Echo\'s "This Morning" on Sunday. {"I built it myself."}'
    ),
    "the comma left out": "{“The bridge over the river is safe”} [Jones] <said>.",
    "no space behind the mark": "{“The bridge is safe,”}[Jones] <said>.",
    "no space before the mark": "[Jones] <said>,{“The bridge is safe.”}",
    "an opening mark that was printed as a closing one": "{” … they are safe,”} [she] <said> in May.",
    "signed": '{"The bridge is safe."} <—> [Ann Jones]',
}
MIXED = {
    "words inside a clause": '[She] <said> {the bridge was "a death trap" for walkers}.',
    "three words": '[She] <admitted> on Thursday to {"local rules" for "internal" use}.',
    "clause before the cue": '{The bridge is "a death trap,"} [she] <said>.',
    "clause before, quotation behind": '{They would not wait}, [he] <added>, {"unless somebody paid them"}.',
    "participle behind the quotation": '[She] <said> {that it was a "distortion,"} describing the team as capable.',
    "an aside before the clause": '[The mayor] <said>, among other things, {that the bridge was "a death trap"}.',
    "an aside before the quotation": '[She] <said>, without evidence, {that "the bridge is about to fall"}.',
    "an order, and what goes on behind its mark": (
        '{"Let me thank the engineers who worked so hard" for the bridge}, [she] <said>.'
    ),
    "a title before the words": '{"Bridges of the North" was to be a "guide for all,"} <said> [Ann Jones].',
    "words that go on behind the cue": '{"It\'s our bad luck,"} [she] <said>, {that the bridge was closed}.',
    "a that which the tagger misreads": (
        '[He] <boasted> in the third debate {that voters would give him "every town" in May}.'
    ),
    "told somebody with a name": '[Mossley] <told> radio host Hugh Brand on Wednesday {that her post was "a joke."}',
    "a report joined to what another one holds": (
        "They rallied behind her, with [Mr Davies] saying most people of the town backed the bridge and <accused> "
        '{the council of being "out of touch"}.'
    ),
    "name calling": '[She] <called> {the bridge "a death trap"}.',
    "accusation": '[She] <accused> {the council of being "out of touch"}.',
}
INDIRECT = {
    "a show behind": '{The bridge has been safe for years}, [she] <said> on Wednesday on the Echo\'s "Morning Hour."',
    "according to somebody and who that is": (
        "{The bridge has been safe for years}, <according to> [Ann Jones], director of the survey centre in Leeds."
    ),
    "that": "[The mayor] <said> {that the bridge was safe}.",
    "no that": "[The mayor] <said> {the bridge was safe}.",
    "told a body on a day": "[The mayor] <told> parliament on Monday {she was ill}.",
    "told a body": "[The mayor] <told> an inquest {she was ill}.",
    "told a programme": "[The mayor] <told> BBC Radio 4's Today programme {it leaked}.",
    "told a programme, misread": "[Maria Brandt] <told> BBC Radio 4's Today programme {the dam leaked}.",
    "told whom": "[The mayor] <told> reporters {that the bridge was safe}.",
    "cue behind": "{The bridge was safe}, [the mayor] <said>.",
    "cue behind, turned round": "{The bridge was safe}, <said> [the mayor].",
    "cue in the middle, before that": "{It makes a difference}, [she] <said> on Monday, {that the bridge is safe}.",
    "cue in the middle": "{The bridge}, [the mayor] <said>, {was safe}.",
    "denial": "On Wednesday [Ms Jones] <denied> {rules were used}.",
    "report": "[The report] <found> {that the bridge was unsafe}.",
    "according to, behind": "{The bridge was safe}, <according to> [the mayor].",
    "according to, before": "<According to> [the mayor], {the bridge was safe}.",
    "promise": "[The mayor] <promised> {to close the bridge}.",
    "demand": "[The mayor] <urged> {the council to close the bridge}.",
    "call for a thing": "[The mayor] <called for> {a new bridge}.",
    "thing": "[The mayor] <announced> {a new bridge}.",
    "noun": "They laughed at [her] <claim> {that the bridge was safe}.",
    "whether": "[The mayor] <asked> {whether the bridge was safe}.",
    "relative clause": "We met an engineer [who] <said> {that the bridge was safe}.",
}


def assert_found(extractor, drawn, mode):
    text = plain(drawn)
    found = {found_triple(text, one): one.mode for one in extractor.read(text).attributions}
    assert found.get(drawn_triple(drawn)) == mode, found


@pytest.mark.parametrize("drawn", DIRECT.values(), ids=DIRECT.keys())
def test_direct_speech(extractor, drawn):
    assert_found(extractor, drawn, Mode.DIRECT)


@pytest.mark.parametrize("drawn", MIXED.values(), ids=MIXED.keys())
def test_mixed_speech(extractor, drawn):
    assert_found(extractor, drawn, Mode.MIXED)


@pytest.mark.parametrize("drawn", INDIRECT.values(), ids=INDIRECT.keys())
def test_indirect_speech(extractor, drawn):
    assert_found(extractor, drawn, Mode.INDIRECT)


NOBODY = {
    "scare quotes": 'The "smart" bridge was closed on Monday.',
    "title of a book": 'Her novel "The Last Bridge" came out in May.',
    "nickname": 'Robert "Bob" Hill crossed the bridge.',
    "term": 'The term "voluntary" stands in the act.',
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_quoted_words_that_nobody_said_are_left_over(extractor, text):
    read = extractor.read(text)
    assert [one for one in read.attributions if one.mode != Mode.INDIRECT] == []
    assert any('"' in one.span.of(text) for one in read.remainder)


def test_what_others_said_is_part_of_what_somebody_says(extractor):
    found = extractor.read("She said that the mayor had said that the bridge was safe.").attributions
    assert len(found) == 1


def test_two_speakers_of_one_paragraph_stay_two(extractor):
    text = '"It is safe," said Ann Jones. "It is not," said Bob Hill.'
    assert [one.content[0].of(text) for one in extractor.read(text).attributions] == ['"It is safe,"', '"It is not,"']


def test_a_cue_of_its_own_parts_what_follows(extractor):
    text = "She said the bridge was safe, adding that she had built it."
    found = [found_triple(text, one)[:2] for one in extractor.read(text).attributions]
    assert found == [("She", "said"), ("She", "adding")]


HALVES = {
    "curly": (
        "“The bridge is safe,”",
        " Ann Jones told Fox News’ “Harper” on Tuesday, ",
        "“and I will walk across it.”",
    ),
    "straight": (
        '"The bridge is safe,"',
        ' Ann Jones told Fox News\' "Harper" on Tuesday, ',
        '"and I will walk across it."',
    ),
    "of two words": ("“It is safe,”", " Ann Jones told NBC’s “Harper Tonight”, ", "“and I will walk across it.”"),
}


@pytest.mark.parametrize(("first", "between", "second"), HALVES.values(), ids=HALVES)
def test_a_title_between_the_halves_parts_no_quotation(extractor, first, between, second):
    text = first + between + second
    (one,) = extractor.read(text, None).attributions
    assert [span.of(text) for span in one.content] == [first, second]


def test_a_title_behind_an_interruption_is_no_second_half(extractor):
    text = '"I love the town," said Ann Jones, before she left for "The Bridge", a pub.'
    assert [[span.of(text) for span in one.content] for one in extractor.read(text).attributions] == [
        ['"I love the town,"']
    ]


def test_a_quoted_nickname_belongs_to_its_bearer(extractor):
    text = "Ann Jones, known as “Bridge,” stated that it was safe."
    assert [[span.of(text) for span in one.content] for one in extractor.read(text).attributions] == [
        ["that it was safe"]
    ]


def test_who_is_asked_by_somebody_is_asked_a_question(extractor):
    text = "Ann Jones was asked by a caller why the bridge was closed."
    assert [[span.of(text) for span in one.content] for one in extractor.read(text).attributions] == [
        ["why the bridge was closed"]
    ]


OVER = {
    "what others say meanwhile": "[The council] <denied> {involvement} while officials in York said it was theirs.",
    "and what is theirs": "The council denied involvement while [officials in York] <said> {the van was theirs}.",
    "what was reported before": "[Ann Jones] <denied> {wrongdoing} after the Echo reported that she had taken gifts.",
    "never again is promised": "[The firm] <promised> {never again to sell data}.",
    "at no point is promised": "[The council] has <promised> {at no point to close the library}.",
    "a condition is no promise": "[The mayor] <promised> {to resign if the vote was lost}.",
    "a day before 'there'": "[Ann Jones] <said> on Wednesday {there were no rules}.",
    "who is asked": "[Ann Jones], asked why she left, <said> {she had not}.",
    "what is heard of it": "[Maria Brandt] <said> {the dam leaked}, prompting loud laughter.",
    "how the speaker leaves": "[Maria Brandt] <said> {the dam leaked} and then left the room.",
    "in which letter": "[Maria Brandt] <said> {the dam leaked} in a letter to MPs on Tuesday.",
    "to whom the speaker spoke": "[Maria Brandt] <said> {the dam leaked} when she spoke to MPs on Monday.",
    "what else comes of it belongs to it": "[Maria Brandt] <said> {the dam leaked, prompting a rescue}.",
    "who else leaves belongs to it": "[Maria Brandt] <said> {the man robbed a bank and then left the town}.",
    "what she did next": "[Ann Jones] <said> {the bridge was safe}, before leaving for York.",
    "where, behind a comma": (
        "[Ann Jones] <told> MPs {that the bridge was safe}, during an urgent question in the Commons on Thursday."
    ),
    "where": "[Ann Jones] <said> {the bridge had been closed} during an earlier hearing.",
    "where, with whom and when": "[Ann Jones] <said> {the bridge was safe} in an interview with the Echo on Monday.",
    "when, by whom she was heard": "[Ann Jones] <said> {the bridge was safe} when she appeared before MPs on Monday.",
    "whom she spoke to": "[Ann Jones] <said> {the bridge was safe}, speaking to reporters in York.",
    "what she had said before": "[Ann Jones] <admitted> {that rules were used} despite denying it during a hearing.",
    "what that was": "[The union] <said> {it would strike}, a move that angered ministers.",
    "what is still to come stays": "[Ann Jones] <said> {she would give evidence at a hearing on Monday}.",
}


def test_where_somebody_was_blamed_is_not_what_for(extractor):
    text = "The minister was accused by Ann Jones of being out of touch during an angry session in the Commons."
    (found,) = extractor.read(text).attributions
    assert found_triple(text, found)[2] == ("The minister", "of being out of touch")


@pytest.mark.parametrize("drawn", OVER.values(), ids=OVER)
def test_words_end_where_the_report_ends(extractor, drawn):
    text = plain(drawn)
    assert drawn_triple(drawn) in [found_triple(text, one) for one in extractor.read(text).attributions]


def test_whoever_is_asked_asks_nothing(extractor):
    text = "Ann Jones, asked about the leak, shrugged and said: “Things happen.”"
    (found,) = extractor.read(text).attributions
    assert found_triple(text, found)[1:] == ("said", ("“Things happen.”",))


def test_a_question_that_nobody_is_told_to_ask_is_no_suggestion(extractor):
    asked, said = extractor.read("Asked if he would resign, Bob Hill said no.").attributions
    assert (asked.is_suggestion, said.is_suggestion) == (False, True)


def test_who_says_one_thing_despite_another_says_both(extractor):
    text = "Ann Jones told MPs that rules had been set, despite telling the council that they had not."
    found = [found_triple(text, one)[:2] for one in extractor.read(text).attributions]
    assert found == [("Ann Jones", "told"), ("Ann Jones", "telling")]


SHORT = {
    "no": "Asked whether she would resign, [Ann Jones] <said> {no}.",
    "yes, on a day": "Asked on Tuesday whether she would resign, [Ann Jones] <said> {yes}.",
    "when asked": "When asked if it was safe, [she] <replied> {no}, and left.",
    "pressed": "Pressed on whether she would resign, [Ann Jones] <said> {no}.",
    "of its own": "Ann Jones was asked on Tuesday whether it was safe. [She] <said> {no}.",
    "more than one word": "Asked whether she would resign, [Ann Jones] <replied> {that she would not}.",
}


@pytest.mark.parametrize("drawn", SHORT.values(), ids=SHORT)
def test_an_answer_is_no_more_than_the_answer(extractor, drawn):
    text = plain(drawn)
    asked, answer = extractor.read(text).attributions
    assert found_triple(text, answer) == drawn_triple(drawn)
    assert answer.question == asked.content[0]
    assert asked.source == ()


QUESTIONS = {
    "asked whether": ('Asked whether it was safe, she said: "No."', "whether it was safe"),
    "asked, then answered": (
        'He asked why the bridge was closed. She replied: "It fell."',
        "why the bridge was closed",
    ),
    "asked by somebody": ("Asked by the council whether it was safe, Ann Jones said it was.", "whether it was safe"),
    "no, in quotation marks": ('Bob Hill asked if it was safe. "No," she said.', "if it was safe"),
    "nobody asked": ('She said: "No."', None),
}


@pytest.mark.parametrize(("text", "question"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_the_question_that_was_answered(extractor, text, question):
    answer = extractor.read(text).attributions[-1]
    assert (answer.question and answer.question.of(text)) == question


MISREAD = {
    "a clause of time behind the comma": (
        "It began in May, when the ministers all urged a bigger role for the council.",
        "a bigger role for the council",
    ),
    "quoted words inside the subject": (
        'A man from the firm - a business sold as "the best of all" - noted that it had built a bridge.',
        "that it had built a bridge",
    ),
    "verb taken for an adjective": ('The mayor exhorted drivers to "slow down".', 'drivers to "slow down"'),
    "reporting clause hung elsewhere": (
        "The fare is highest among the oldest and busiest part of the lines, drivers and union officials told us.",
        "The fare is highest among the oldest and busiest part of the lines",
    ),
}


@pytest.mark.parametrize(("text", "content"), MISREAD.values(), ids=MISREAD)
def test_what_was_said_is_found_where_the_tree_is_wrong(extractor, text, content):
    assert [[span.of(text) for span in one.content] for one in extractor.read(text).attributions] == [[content]]
