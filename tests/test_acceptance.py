"""The seven things that an editor must be able to get out of the two real articles, and nothing less.

Walks from the files to the timeline and the PDF with the project's own commands and verbs. The articles belong to
their publishers and lie beside the checkout; only short quotations of public figures stand here."""

import datetime as dt
import io

import pypdf
import pytest
from django.core.management import call_command
from django.urls import reverse

from claims.models import Contradiction, Quotation, Statement
from claims.records import Finding, Mode, PairKind, Said, SpeakerKind
from claims.text.differences import Kind, differences
from claims.text.spoken import spoken
from claims.verbs import evidence, pairs, speakers, stories
from tests import cast
from tests.confirming import confirm_pair, publish

pytestmark = pytest.mark.django_db(transaction=True)

BBC, CSW = "BBC News", "Civil Service World"
WEDNESDAY, THURSDAY = Said.on(dt.date(2018, 4, 25)), Said.on(dt.date(2018, 4, 26))
DENIAL = "have targets for removals"
ADMISSION = "has been using local targets for internal performance management"


@pytest.fixture
def two_articles(articles_folder):
    """Both articles, imported and read."""
    files = {"bbc-rudd-targets.txt": (BBC, "Amber Rudd faces calls to quit"), "csw-rudd-targets.txt": (CSW, "Targets")}
    for name, (outlet, title) in files.items():
        call_command(
            "import_articles",
            str(articles_folder / name),
            outlet=outlet,
            title=title,
            published="2018-04-26",
            zone="Europe/London",
        )
    call_command("read_articles", now=True)


def quotation(outlet: str, words: str, without: str = "\0") -> Quotation:
    """The one suggested quotation of that outlet whose words contain `words`."""
    found = Quotation.objects.awaiting_an_editor().filter(version__article__outlet__name=outlet)
    [one] = [q for q in found if words in q.words.replace("’", "'") and without not in q.words]
    return one


def words_of(found: Quotation) -> str:
    """As the desk's form offers them: without the marks that the paper printed around them."""
    return spoken(span.of(found.version.text) for span in found.spans)


def accept(found: Quotation, **corrections) -> Statement:
    """A new statement, as an editor gets it by accepting what was read, with what had to be corrected."""
    name = corrections.pop("name", found.speaker_name)
    kind = SpeakerKind(found.speaker_kind or SpeakerKind.PERSON)
    read = {
        "speaker": speakers.speaker_called(name=name, kind=kind, by=cast.editor()),
        "words": words_of(found),
        "mode": Mode(found.mode),
        "said": found.said,
        "said_basis": found.said_basis,
        "role": found.role,
    }
    return evidence.accept(quotation=found, by=cast.editor(), **read | corrections)


def contradict(one: Statement, other: Statement, explanation: str) -> Contradiction:
    pair = pairs.propose(one=one, other=other, by=cast.editor(), finding=Finding.CONTRADICTION, explanation=explanation)
    return confirm_pair(pair)


@pytest.mark.usefixtures("two_articles")
class TestTheSevenPoints:
    @pytest.mark.parametrize("outlet", [BBC, CSW])
    def test_1_the_denial(self, outlet):
        found = quotation(outlet, DENIAL)
        assert found.mode == Mode.DIRECT
        assert found.speaker_name == "Amber Rudd"
        assert found.said == WEDNESDAY

    def test_1_and_2_are_two_statements_with_two_renderings_each(self):
        for words in (DENIAL, ADMISSION):
            statement = accept(quotation(CSW, words))
            evidence.join(quotation=quotation(BBC, words), by=cast.editor(), statement=statement)
            assert statement.quotations.count() == 2

    def test_2_the_admission(self):
        found = quotation(CSW, ADMISSION)
        assert (found.mode, found.speaker_name, found.said) == (Mode.DIRECT, "Amber Rudd", THURSDAY)

    def test_2_the_two_wordings_differ_by_one_letter_and_one_comma(self):
        one, other = quotation(BBC, ADMISSION), quotation(CSW, ADMISSION)
        told = differences(words_of(one), words_of(other))
        added = [piece.text.strip() for piece in told if piece.kind == Kind.ADDED]
        left_out = [piece.text.strip() for piece in told if piece.kind == Kind.LEFT_OUT]
        assert (added, left_out[:2]) == (["removals"], ["removal", ","])
        assert "I have asked officials" in left_out[2]

    def test_3_denial_against_admission_is_a_reversal_in_page_and_pdf(self, client):
        denial, admission = accept(quotation(CSW, DENIAL)), accept(quotation(CSW, ADMISSION))
        pair = contradict(denial, admission, "On Wednesday there were none, on Thursday they were in use.")
        assert pair.kind == PairKind.REVERSAL
        story = stories.start_story(title="Removal targets", by=cast.editor())
        for statement in (denial, admission):
            stories.add_to_story(story=story, statement=statement, by=cast.editor())
        publish(story)

        page = client.get(reverse("claims:story", args=[story.slug])).content.decode()
        assert "Wednesday 25 April 2018" in page
        assert page.index("Wednesday 25 April 2018") < page.index("Thursday 26 April 2018")
        assert "reversal" in page.lower()
        pdf = client.get(reverse("claims:contradiction-report", args=[pair.pk]))
        report = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
        assert "targets for removals" in " ".join(report.split())

    def test_4_the_official_and_the_union(self):
        official = quotation(CSW, "not as far as I know, no")
        assert (official.speaker_name, official.said) == ("Glynn Williams", WEDNESDAY)
        assert "director general" in official.role
        hearing = quotation(BBC, "a national target, broken down regionally")
        assert hearing.speaker_name == "Lucy Moreton"
        assert "general secretary" in hearing.role
        assert hearing.said is None or hearing.said.precision is None

        earlier = accept(hearing, said=Said.by(WEDNESDAY.until), occasion="An earlier hearing")
        denial = accept(quotation(CSW, DENIAL))
        assert list(Statement.objects.in_order_said()) == [earlier, denial]
        assert contradict(earlier, denial, "The union told MPs of a target.").kind == PairKind.DISPUTE

    def test_5_the_report_of_december_2015_is_a_document(self):
        report = quotation(CSW, "also had a target for voluntary departures")
        assert report.speaker_kind == SpeakerKind.DOCUMENT
        assert report.said == Said.in_month(2015, 12)
        pair = contradict(accept(report), accept(quotation(CSW, DENIAL)), "The inspector found a target.")
        assert pair.kind == PairKind.RECORD

    @pytest.mark.parametrize(
        ("outlet", "words", "speaker", "role"),
        [
            (BBC, "should resign", "Diane Abbott", "shadow home secretary"),
            (BBC, "institutionally racist", "Dawn Butler", "frontbench colleague"),
            (BBC, "out of control", "Alison Thewlis", "home affairs spokeswoman"),
            (BBC, "out of touch with working class", "Philip Davies", "Conservative backbenchers"),
            (BBC, "without deciding that some people", "Jonathan Bartley", "co-leader"),
            (CSW, "clear this up pretty quickly", "Yvette Cooper", "chair"),
        ],
        ids=["Abbott", "Butler", "Thewlis", "Davies", "Bartley", "Cooper"],
    )
    def test_6_the_reactions_with_speaker_and_role(self, outlet, words, speaker, role):
        found = quotation(outlet, words)
        assert found.speaker_name == speaker
        assert role in found.role

    def test_6_cable(self):
        found = quotation(BBC, "ability to process applications")
        assert found.speaker_name.removeprefix("Sir ") == "Vince Cable"
        assert "leader" in found.role.lower()

    def test_7_denied_targets_were_used(self):
        found = quotation(BBC, "targets were used", without="inappropriately")
        assert (found.mode, found.cue, found.speaker_name) == (Mode.INDIRECT, "denied", "Amber Rudd")
        assert found.said == WEDNESDAY

    def test_7_three_words_in_two_pieces(self):
        found = quotation(BBC, "internal", without="management")
        assert found.mode == Mode.MIXED
        assert "local targets" in found.words
        assert (found.speaker_name, found.said) == ("Amber Rudd", THURSDAY)

    def test_7_the_home_secretary_is_amber_rudd(self):
        found = quotation(CSW, "was committed to increasing")
        assert found.source == "The home secretary"
        assert found.speaker_name == "Amber Rudd"

    def test_7_she_is_whoever_spoke_before(self):
        assert quotation(CSW, "It is correct that I have asked").speaker_name == "Amber Rudd"
        assert quotation(CSW, "had become more challenging").speaker_name == "Lucy Moreton"
        assert quotation(BBC, "human shield").speaker_name == "Diane Abbott"

    def test_7_a_quotation_of_four_paragraphs_is_one(self):
        found = quotation(BBC, ADMISSION)
        assert words_of(found).startswith("I have never agreed")
        assert words_of(found).endswith("as soon as possible.")

    def test_7_a_quotation_goes_on_after_an_interruption(self):
        found = quotation(BBC, "human shield")
        assert found.words.startswith("She did not see how")
        assert "she added" not in found.words
        assert (found.mode, len(found.spans)) == (Mode.MIXED, 2)

    def test_7_a_quotation_of_two_paragraphs_is_one(self):
        found = quotation(CSW, "increasing pressure across the civil service")
        assert "seizures target at the border" in found.words
        assert found.speaker_name == "Lucy Moreton"
