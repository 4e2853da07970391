"""What a source does to the words: each cue as an invented sentence with its content drawn in."""

import tomllib

import pytest

from claims.extraction.attributions.cues import lexicon
from claims.extraction.parsed.word_lists import entries
from claims.records import Attribution, Manner, Mode, Stance
from tests.claims.extraction.annotated import drawn_triple, found_triple, plain
from tests.conftest import ROOT

DENIES = {
    "denied, no that": "[Ms Rudd] <denied> {targets were used}.",
    "denied that": "[Ms Rudd] <denied> {that targets were used}.",
    "denied doing": "[Ms Rudd] <denied> {using targets}.",
    "denied a thing": "[Ms Rudd] <denied> {any link with targets}.",
    "denied quoted words": '[Ms Rudd] <denied> {there had been any "local targets"}.',
    "the quoted words are the denial": '{"That is not true,"} [she] <denied>.',
    "ruled out that": "[Ms Rudd] <ruled out> {that targets were used}.",
    "rejected a claim": "[Ms Rudd] <rejected> {the claim that targets were used}.",
    "dismissed reports as something": "[Ms Rudd] <dismissed> {the reports as nonsense}.",
    "refuted": "[Ms Rudd] <refuted> {the allegations}.",
    "disputed that": "[Ms Rudd] <disputed> {that targets were used}.",
    "not only denied": "[Ms Rudd] not only <denied> {that targets were used}.",
    "the verb before is negated": "[Ms Rudd] did not resign, but <denied> {that targets were used}.",
}
ASKS = {
    "asked whether": "[Ms Cooper] <asked> {whether targets were used}.",
    "asked in quotation marks": '{"Are there targets?"} <asked> [Ms Cooper].',
    "asked about": "[Ms Cooper] <asked about> {targets}.",
    "asked by nobody who is named": "<Asked> {whether targets were used}, Ms Rudd left.",
    "wondered whether": "[Ms Cooper] <wondered> {whether targets were used}.",
    "questioned whether": "[Ms Cooper] <questioned> {whether targets were used}.",
}
PROMISES = {
    "promised to": "[The mayor] <promised> {to close the bridge}.",
    "promised a thing": "[The mayor] <promised> {a new bridge}.",
    "promised in quotation marks": '{"We will close it,"} [the mayor] <promised>.',
    "pledged that": "[The mayor] <pledged> {that the bridge would be closed}.",
    "vowed to": "[The mayor] <vowed> {to close the bridge}.",
    "a threat": "[The mayor] <threatened> {to sue the council}.",
    "a noun": "They laughed at [her] <promise> {that the bridge would close}.",
}
DEMANDS = {
    "demanded a thing": "[Ms Cooper] <demanded> {an inquiry}.",
    "demanded to": "[Ms Cooper] <demanded> {to see the files}.",
    "demanded in quotation marks": '{"Resign at once,"} [Ms Cooper] <demanded>.',
    "urged somebody to": "[Ms Cooper] <urged> {the council to close the bridge}.",
    "called for": "[Ms Cooper] <called for> {a new bridge}.",
    "called on somebody to": "Ms Cooper <called on> {the council to close the bridge}.",
    "behind something that was not said": "Without saying that it was unsafe, [Ms Cooper] <called for> {a new bridge}.",
    "appealed for": "[Ms Cooper] <appealed for> {calm}.",
    "told somebody to": "[Ms Cooper] <told> {the council to act}.",
    "insisted that she go": "[Ms Cooper] <insisted> {that she go}.",
    "insisted that somebody resign": "[Maria Lane] <insisted> {that the mayor resign}.",
    "insisted that they must": "[Ms Cooper] <insisted> {that ministers must resign}.",
    "insisted that he be": "[Ms Cooper] <insisted> {that the minister be sacked}.",
}
ASSERTS = {
    "said": "[Ms Rudd] <said> {targets were used}.",
    "said in quotation marks": '{"Targets were used,"} <said> [Ms Rudd].',
    "insisted that somebody resigned": "[Maria Lane] <insisted> {that the mayor resigned}.",
    "insisted that they go": "[Maria Lane] <insisted> {that they go to church}.",
    "told": "[Ms Rudd] <told> MPs {that targets were used}.",
    "stated": "[The report] <stated> {that targets were used}.",
    "added": "[Ms Rudd] <added> {that targets were local}.",
    "argued": "[Ms Rudd] <argued> {that targets were local}.",
    "claimed to": "[Ms Rudd] <claimed> {to have seen the files}.",
    "admitted doing": "[Ms Rudd] <admitted> {using targets}.",
    "confirmed a thing": "[Ms Rudd] <confirmed> {the plan}.",
    "announced a thing": "[The mayor] <announced> {a new bridge}.",
    "according to": "<According to> [Ms Rudd], {targets were used}.",
    "behind somebody who was not named": "Without naming anybody, [Ms Rudd] <said> {that targets were used}.",
    "insisted": "[Ms Cooper] <insisted> {that the bridge was safe}.",
    "insisted that it must have been": "[Ms Cooper] <insisted> {that targets must have been used}.",
    "a negated content": '{"Targets were not used,"} <said> [Ms Rudd].',
    "a negated content without marks": "{Targets were never used}, [Ms Rudd] <said>.",
    "the verb before is negated": "[Ms Rudd] did not apologise and <said> {targets were used}.",
    "a condition comes first": "{If it is safe, we will cross}, [the mayor] <said>.",
    "a question comes second": '{"The bridge is safe,"} <said> [Ann Jones]. {"Who would doubt it?"}',
    "No 10 is somebody": "[No 10] <said> {that targets were used}.",
}
NEGATED = {
    "did not say": "[Ms Rudd] did not <say> {that targets were used}.",
    "didn't say": "[She] didn’t <say> {that targets were used}.",
    "never mentioned": "[Ms Rudd] never <mentioned> {that targets were used}.",
    "did not deny": "[Ms Rudd] did not <deny> {targets were used}.",
    "did not immediately confirm": "[Ms Rudd] did not immediately <confirm> {the plan}.",
    "no longer denies": "[Ms Rudd] no longer <denies> {that targets were used}.",
    "neither confirmed nor denied": "[Ms Rudd] would neither <confirm> nor deny {that targets were used}.",
    "confirmed or denied": "[Ms Rudd] did not <confirm> or deny {that targets were used}.",
    "failed to mention": "[Ms Rudd] failed to <mention> {that targets were used}.",
    "refused to say": "[Ms Rudd] refused to <say> {whether targets were used}.",
    "without saying": "[Ms Rudd] left without <saying> {that targets were used}.",
    "did not call for": "[Ms Cooper] did not <call for> {an inquiry into the targets of her department}.",
    "nobody": "[Nobody] <said> {that targets were used}.",
    "no one": "[No one] <said> {the bridge was safe}.",
    "no minister": "[No minister] <said> {that targets were used}.",
    "not true that": "It is not true that [Mr Berg] <said> {the bridge was safe}.",
    "untrue that": "It is untrue that [Mr Berg] <said> {the bridge was safe}.",
    "no claim": "There was no <claim> {that targets were used}.",
    "not once": "Not once did [Ms Rudd] <say> {that targets were used}.",
    "at no point": "At no point did [Ms Rudd] <say> {that targets were used}.",
    "in no way": "In no way did [Ms Rudd] <suggest> {that targets were used}.",
    "instead of": "Instead of <saying> {that targets were used}, [Ms Rudd] left.",
    "rather than": "Rather than <admit> {that targets were used}, [Ms Rudd] left.",
    "had she": "Had [Ms Rudd] <admitted> {that targets were used}, she would have left.",
    "unclear whether": "It is unclear whether [Ms Rudd] <said> {that targets were used}.",
    "not clear whether": "It is not clear whether [Ms Rudd] <said> {that targets were used}.",
    "no evidence": "There is no evidence that [Ms Rudd] <said> {that targets were used}.",
    "hardly anyone": "[Hardly anyone] <said> {that targets were used}.",
    "forgot to": "[Ms Rudd] forgot to <mention> {that targets were used}.",
    "unable to": "[Ms Rudd] was unable to <say> {how many targets were used}.",
    "wants to": "[Ms Rudd] wants to <say> {that targets were used}.",
    "falsely quoted": "[Ms Rudd] was falsely <quoted as saying> {that targets were used}.",
    "refusal to": "[Her] <refusal> {to say that targets were used} angered them.",
}
UNKNOWN = {
    "is yet to come: will": "[Ms Rudd] will <say> on Tuesday {that targets were used}.",
    "is yet to come: is to": "[Ms Rudd] is to <say> on Friday {that targets were used}.",
    "is yet to come: is expected to": "[Ms Rudd] is expected to <tell> MPs on Friday {that targets were used}.",
    "is yet to come: is due to": "[Ms Rudd] is due to <announce> on Friday {that targets were used}.",
    "a view": "[Ms Rudd] <thinks> {targets were used}.",
    "a blame": "[Ms Rudd] <criticised> {the council for the delay}.",
    "a topic": "[Ms Rudd] <discussed> {the bridge}.",
    "a finding": "[The report] <found> {that targets were used}.",
    "a suggestion": "[Ms Rudd] <suggested> {that targets were used}.",
    "a plan that is rejected": "[Ms Rudd] <rejected> {the plan}.",
    "figures that are disputed": "[Ms Rudd] <disputed> {the figures}.",
    "a request that is denied": "[The court] <denied> {his request for bail}.",
    "a plan that is questioned": "[Ms Cooper] <questioned> {the plan}.",
    "a request": "[Ms Cooper] <asked> {the council to act}.",
    "a question that was said": '{"Is it safe?"} [she] <said>.',
    "a question that was demanded": '{"Why was I not told?"} [she] <demanded>.',
    "demanded to know": "[Ms Cooper] <demanded> {to know why targets were used}.",
    "said whether": "[Ms Rudd] will <say> {whether targets were used}.",
    "may say": "[Ms Rudd] may <say> {that targets were used}.",
    "the reporter asks": "Did [Ms Rudd] <say> {that targets were used}?",
    "the reporter asks, in a paragraph": "Did [Ms Rudd] <say> {that targets were used}?\n\nNobody knows.",
    "a mere signature": '{"We are ready."} <—> [Ann Jones]',
}
TABLE = [
    *((name, drawn, Stance.DENIES) for name, drawn in DENIES.items()),
    *((name, drawn, Stance.ASKS) for name, drawn in ASKS.items()),
    *((name, drawn, Stance.PROMISES) for name, drawn in PROMISES.items()),
    *((name, drawn, Stance.DEMANDS) for name, drawn in DEMANDS.items()),
    *((name, drawn, Stance.ASSERTS) for name, drawn in ASSERTS.items()),
    *((name, drawn, None) for name, drawn in (NEGATED | UNKNOWN).items()),
]


def found(extractor, drawn: str) -> Attribution:
    """The attribution with the cue and content that are drawn in."""
    text = plain(drawn)
    every = {found_triple(text, one)[1:]: one for one in extractor.read(text).attributions}
    assert drawn_triple(drawn)[1:] in every
    return every[drawn_triple(drawn)[1:]]


@pytest.mark.parametrize(
    ("drawn", "stance"),
    [pytest.param(drawn, stance, id=f"{stance or 'nothing'}: {name}") for name, drawn, stance in TABLE],
)
def test_the_cue_tells_the_stance(extractor, drawn, stance):
    assert found(extractor, drawn).stance == stance


def test_a_surname_alone_denies(extractor):
    assert found(extractor, "[Rudd] <denied> {targets were used}.").stance == Stance.DENIES


def test_a_denial_holds_the_thing_denied_and_no_stance(extractor):
    text = "Ms Rudd denied targets were used."
    (one,) = extractor.read(text).attributions
    assert ([span.of(text) for span in one.content], one.stance) == (["targets were used"], Stance.DENIES)


def test_a_denial_in_direct_words_is_direct_and_denies(extractor):
    one = found(extractor, '{"That is not true,"} [she] <denied>.')
    assert (one.mode, one.stance) == (Mode.DIRECT, Stance.DENIES)


def test_question_and_answer_have_each_their_own(extractor):
    text = "Asked whether targets were used, Ms Rudd denied that they were used."
    assert [one.stance for one in extractor.read(text).attributions] == [Stance.ASKS, Stance.DENIES]


NEGATED = {
    "did not say that": "Ms Rudd did not say that targets were used.",
    "rarely said": "Rarely did Ms Rudd say that targets were used.",
    "few said": "Few ministers have said that targets were used.",
    "has no plans to say": "Ms Rudd has no plans to announce that targets were used.",
    "retracted a claim": "Ms Rudd retracted her claim that targets were used.",
    "never mentioned": "Ms Rudd never mentioned the targets of her department.",
    "is not recommending": "The committee is not recommending that the bridge be closed.",
    "had she said so, behind a comma": "She would have lost her post, had Ms Rudd said that targets were used.",
    "had she said so, behind what would be": "She would have lost her post had Ms Rudd said that targets were used.",
    "without saying": "Ms Rudd left without saying that targets were used.",
    "has yet to say": "Ms Rudd has yet to say that targets were used.",
    "stopped short of saying": "Ms Rudd stopped short of saying that targets were used.",
    "hardly said": "Ms Rudd hardly said that targets were used.",
    "refused to say": "Ms Rudd refused to say whether targets were used.",
    "did not want to say": "Ms Rudd did not want to say that targets were used.",
    "has yet said nothing": "Nobody has said that targets were used.",
    "not all": "Not all ministers say that targets were used.",
    "not true that": "It is not true that Ms Rudd said targets were used.",
    "false that": "It is false that Ms Rudd claimed targets were used.",
    "no claim that": "There was no claim that targets were used by officials.",
}
NOT_NEGATED = {
    "had said": "On Monday, Ms Rudd had said that targets were used.",
    "a denial": "Ms Rudd denied that targets were used.",
    "what is said is negated": "Ms Rudd said that targets were not used.",
    "not only": "Ms Rudd not only said that targets were used, she defended them.",
    "another verb is": "Ms Rudd did not resign, but said that targets were used.",
    "it is open": "Ms Rudd may say that targets were used.",
    "a few": "A few ministers have said that targets were used.",
    "not only one": "Not only Ms Rudd said that targets were used.",
    "true that": "It is true that Ms Rudd said targets were used.",
    "an admission": "Ms Rudd admitted that targets were used.",
}


@pytest.mark.parametrize("text", NEGATED.values(), ids=NEGATED)
def test_a_negated_cue_reports_nothing(extractor, text):
    read = extractor.read(text)
    assert [one.negated for one in read.attributions] in ([], [True])


@pytest.mark.parametrize("text", NOT_NEGATED.values(), ids=NOT_NEGATED)
def test_other_cues_report_something(extractor, text):
    assert {one.negated for one in extractor.read(text).attributions} == {False}


def test_what_was_not_said_is_left_to_the_remainder(extractor):
    text = "Ms Rudd did not say that targets were used."
    read = extractor.read(text)
    assert [(one.negated, one.stance) for one in read.attributions] == [(True, None)]
    assert [one.span.of(text) for one in read.remainder] == ["say"]


MANNERS = {
    "admitted": ("Ms Rudd admitted that targets were used.", Manner.ADMITS),
    "admitted to": ("Ms Rudd admitted to using targets.", Manner.ADMITS),
    "conceded": ("Ms Rudd conceded that targets were used.", Manner.ADMITS),
    "acknowledged": ("“Targets were used,” acknowledged Ms Rudd.", Manner.ADMITS),
    "confirmed": ("Ms Rudd confirmed that targets were used.", Manner.CONFIRMS),
    "denied": ("Ms Rudd denied that targets were used.", None),
    "said": ("Ms Rudd said that targets were used.", None),
    "may admit": ("Ms Rudd may admit that targets were used.", None),
    "has not confirmed": ("Ms Rudd has not confirmed that targets were used.", None),
    "asked": ("Did Ms Rudd admit that targets were used?", None),
}


@pytest.mark.parametrize(("text", "manner"), MANNERS.values(), ids=MANNERS)
def test_admissions_and_confirmations_are_told_apart(extractor, text, manner):
    assert [one.manner for one in extractor.read(text).attributions] in ([manner], [] if manner is None else None)


def test_every_listed_cue_is_one_that_extraction_knows():
    tables = tomllib.loads((ROOT / "claims/extraction/lexicon/stances.toml").read_text(encoding="utf-8"))
    listed = {word for table in ("words", "deed", "claim", "thing", "must") for word in _cues(tables[table])}
    listed |= {word for words in tables["manner"].values() for word in entries(words)}
    assert listed <= {*lexicon().frames, *lexicon().nouns.values(), "according to"}


def _cues(table: dict[str, str]) -> set[str]:
    assert set(table) <= set(Stance)
    return {word for words in table.values() for word in entries(words)}
