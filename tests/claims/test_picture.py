import datetime as dt
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from claims import picture
from claims.picture.arcs import clear_spots
from claims.picture.columns import columns
from claims.picture.lanes import lay_out
from claims.records import Finding, Mode, Said, SpeakerKind
from claims.timeline.arranging import arrange
from claims.timeline.entries import Entry, Pair, Voice

MINISTER, UNION = Voice("mina-ister", "Mina Ister"), Voice("una-ion", "Una Ion", SpeakerKind.ORGANISATION)
REPORT = Voice("the-report", "A Report With a Rather Long and Winding Title of Its Own", SpeakerKind.DOCUMENT)
SVG = "{http://www.w3.org/2000/svg}"


def read(drawing):
    return ET.fromstring(drawing)  # noqa: S314 (drawn here, a line above)


def address(pair):
    return f"/contradictions/{pair.key}/"


def small():
    """Four statements: a month, a limit, a day, another day; two pairs."""
    report = Entry(1, REPORT, "a list of 12", Mode.INDIRECT, Said.in_month(2015, 12))
    union = Entry(2, UNION, "there was a list", Mode.MIXED, Said.by(dt.date(2018, 4, 25)))
    denial = Entry(3, MINISTER, "We have no list.", Mode.DIRECT, Said.on(dt.date(2018, 4, 25)))
    admission = Entry(4, MINISTER, "There was a list.", Mode.DIRECT, Said.on(dt.date(2018, 4, 26)))
    pairs = [Pair(1, denial, admission), Pair(2, union, denial, Finding.PARTIAL)]
    return arrange([report, union, denial, admission], pairs)


def crowd(number, speakers=7, days=900):
    """`number` statements spread evenly over `days`, every tenth in a pair with the one after it."""
    start, people = dt.date(2016, 1, 1), [Voice(f"s{i}", f"Speaker {i}") for i in range(speakers)]
    entries = [
        Entry(i, people[i % speakers], f"words {i}", said=Said.on(start + dt.timedelta(days=i * days // number)))
        for i in range(number)
    ]
    return arrange(entries, [Pair(i, entries[i], entries[i + 1]) for i in range(0, number - 1, 10)])


DRAWINGS = {
    "wide": lambda timeline: picture.wide(timeline, address),
    "narrow": lambda timeline: picture.narrow(timeline, address),
    "on paper": picture.on_paper,
}


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
@pytest.mark.parametrize("number", [0, 1, 3, 60, 61, 300])
def test_any_number_of_statements_is_drawn_within_the_picture(draw, number):
    drawn = read(draw(crowd(number)))
    _, _, width, height = (float(side) for side in drawn.get("viewBox").split())

    assert drawn.find(f"{SVG}title").text
    assert drawn.find(f"{SVG}desc").text
    for shape in drawn.iter():
        for across in ("x", "x1", "x2", "cx"):
            assert 0 <= float(shape.get(across, 0)) <= width
        for down in ("y", "y1", "y2", "cy"):
            assert 0 <= float(shape.get(down, 0)) <= height


@pytest.mark.parametrize("draw", [DRAWINGS["wide"], DRAWINGS["narrow"]], ids=["wide", "narrow"])
def test_on_a_page_every_statement_and_every_pair_is_a_link(draw):
    links = {link.get("href"): link.get("aria-label") for link in read(draw(small())).iter(f"{SVG}a")}

    assert set(links) == {*(f"#statement-{i}" for i in (1, 2, 3, 4)), "/contradictions/1/", "/contradictions/2/"}
    assert links["#statement-3"] == "Mina Ister on 25 April 2018: “We have no list.”"
    assert links["/contradictions/1/"].startswith("Reversal: Mina Ister, 25 April 2018, is contradicted by")


def test_on_a_page_colours_come_from_the_style_sheet_alone():
    drawn = picture.wide(small(), address) + picture.narrow(small(), address)

    assert not re.search(r"#[0-9a-f]{6}|\bstyle=|\b(fill|stroke)=", drawn)


@pytest.mark.parametrize("name", ["wide", "narrow"])
@pytest.mark.parametrize("number", [4, 90], ids=["each has a mark", "some are counted"])
def test_every_statement_has_a_place_in_the_picture_to_link_to(name, number):
    timeline = small() if number == 4 else crowd(number)
    drawn = read(picture.wide(timeline, address) if name == "wide" else picture.narrow(timeline, address))
    ids = [group.get("id") for group in drawn.iter(f"{SVG}g") if group.get("id")]
    assert sorted(ids) == sorted(f"{name}-{entry.key}" for entry in timeline.entries)


def test_on_paper_there_are_colours_and_neither_classes_nor_links():
    drawn = picture.on_paper(small(), font="Sample Sans")

    assert 'font-family="Sample Sans"' in drawn
    assert not re.search(r"\s(class|style|href|aria-label|role)=|<a\b|var\(", drawn)
    assert drawn.count('stroke="#b3261e"') >= 2


def test_words_never_become_markup():
    nasty = Voice("x", "<b>&\x00\u202e]]>")
    timeline = arrange([Entry(1, nasty, "</svg><script>alert(1)</script>\x0b", Mode.DIRECT, None)])

    for draw in DRAWINGS.values():
        drawn = read(draw(timeline))
        assert not list(drawn.iter(f"{SVG}script")) + list(drawn.iter(f"{SVG}b"))


def test_a_month_is_a_span_and_a_limit_reaches_back():
    drawn = picture.wide(small(), address)

    assert drawn.count('class="extent"') == 1
    assert drawn.count('class="open-end"') == 1


def test_shape_and_filling_tell_kind_and_mode():
    drawn = read(picture.wide(small(), address))
    marks = {f"#statement-{key}": drawn.find(f".//{SVG}g[@id='wide-{key}']") for key in (1, 2, 3)}

    assert marks["#statement-1"].find(f"{SVG}rect").get("class") == "hollow"
    assert [path.get("class") for path in marks["#statement-2"].findall(f"{SVG}path")] == ["open-end", "hollow", "half"]
    assert marks["#statement-3"].findall(f"{SVG}circle")[-1].get("class") == "full"


def test_a_withdrawn_statement_is_crossed_out():
    timeline = arrange([Entry(1, MINISTER, "words", Mode.DIRECT, None, withdrawn="It was somebody else.")])

    assert 'class="struck"' in picture.wide(timeline, address)
    assert "(withdrawn)" in picture.narrow(timeline, address)


def test_the_axis_gives_two_days_as_much_room_as_a_year():
    layout = lay_out(small(), 880)
    widths = {placed.column.anchor: placed.width for placed in layout.columns}

    assert widths["2018-04-25"] == widths["2018-04-26"] == widths["2015-12"]
    assert [placed.column.silence for placed in layout.columns] == ["", "up to 2 years 4 months", "", ""]


WIDE_LETTERS = {"day": 8.9, "year": 8.0}
"""User units of a letter in the picture's two sizes, in as wide a font as DejaVu Sans: “Wed 25 Apr” takes 88.6."""


def labels_sticking_out(drawing) -> list[str]:
    """Labels of the axis in a wide picture that do not fit into it, where they are cut off."""
    drawn = read(drawing)
    width = float(drawn.get("viewBox").split()[2])
    labels = [label for label in drawn.iter(f"{SVG}text") if label.get("class") in WIDE_LETTERS]
    assert labels
    assert {label.get("text-anchor") for label in labels} == {"middle"}
    reach = {label: len(label.text) * WIDE_LETTERS[label.get("class")] / 2 for label in labels}
    return [one.text for one in labels if not reach[one] <= float(one.get("x")) <= width - reach[one]]


def days(number):
    """A statement a day, which leaves a column no more room than it needs."""
    first = dt.date(2018, 11, 21)
    return arrange([Entry(i, MINISTER, "words", said=Said.on(first + dt.timedelta(days=i))) for i in range(number)])


UNKNOWN_LAST = [Entry(i, MINISTER, "words", said=None if i > 60 else Said.in_year(1900 + i)) for i in range(70)]
LABELLED = {
    "small": small,
    "as many days as fit": lambda: days(9),
    "more days than fit": lambda: days(20),
    "summed up": lambda: crowd(300),
    "summed up, with unknown dates": lambda: arrange(UNKNOWN_LAST),
}


@pytest.mark.parametrize("timeline", LABELLED.values(), ids=LABELLED)
def test_no_label_of_the_axis_is_cut_off(timeline):
    assert labels_sticking_out(picture.wide(timeline(), address)) == []


def test_columns_never_overlap_and_marks_stay_in_their_own():
    for timeline in (small(), crowd(60), crowd(300)):
        layout = lay_out(timeline, 880)
        for before, after in pairwise(layout.columns):
            assert before.end <= after.x
        assert all(mark.column.x < mark.x < mark.column.end for mark in layout.marks)


def test_marks_of_one_lane_keep_apart():
    layout = lay_out(crowd(60, speakers=2, days=3), 880)
    for y in {mark.y for mark in layout.marks}:
        across = sorted(mark.x for mark in layout.marks if mark.y == y)
        assert all(right - left >= 20 for left, right in pairwise(across))


def test_above_sixty_statements_are_counted_not_drawn():
    assert len(lay_out(crowd(60), 880).marks) == 60

    summed = lay_out(crowd(300), 880)

    assert len(summed.marks) < 300
    assert sum(len(mark.entries) for mark in summed.marks) == 300
    assert len(summed.rows) <= 14


def test_many_days_are_merged_into_months_and_many_months_into_years():
    assert [column.label for column in columns(crowd(40, days=80))][:2] == [("Jan", "2016"), ("Feb", "2016")]
    assert [column.label for column in columns(crowd(40, days=1500))][:2] == [("2016", ""), ("2017", "")]


def test_more_speakers_than_lanes_share_the_last_one():
    layout = lay_out(crowd(300, speakers=40), 880)

    assert layout.rows[-1].label == ("27 other speakers",)


def test_discs_cover_no_mark():
    layout = lay_out(small(), 880)
    for _, (x, y) in clear_spots(layout.arcs, layout.marks):
        assert all((mark.x - x) ** 2 + (mark.y - y) ** 2 >= 19**2 for mark in layout.marks)


def test_arches_of_one_lane_stand_above_each_other():
    entries = [Entry(i, MINISTER, "words", said=Said.on(dt.date(2018, 4, 20 + i))) for i in range(4)]
    pairs = [Pair(i, entries[0], entries[i]) for i in (1, 2, 3)]

    layout = lay_out(arrange(entries, pairs), 880)

    rises = {arc.pairs[0].key: arc.rise for arc in layout.arcs}
    assert rises[1] < rises[2] < rises[3]
    assert all(arc.at(0.5)[1] > 62 for arc in layout.arcs)


def test_an_arc_across_lanes_keeps_clear_of_the_marks_that_it_passes():
    layout = lay_out(passing(), 880)
    (arc,) = (arc for arc in layout.arcs if arc.pairs[0].key == 2)
    others = [mark for mark in layout.marks if mark not in (arc.start, arc.end)]

    nearest = min((arc.at(t / 50)[0] - m.x) ** 2 + (arc.at(t / 50)[1] - m.y) ** 2 for t in range(51) for m in others)
    assert nearest**0.5 >= 12


def passing():
    """A report, a union between and a minister: the arc from report to minister has to get past the union."""
    report = Entry(1, REPORT, "a list", Mode.INDIRECT, Said.in_month(2015, 12))
    union = Entry(2, UNION, "there was a list", Mode.MIXED, Said.by(dt.date(2018, 4, 25)))
    denial = Entry(3, MINISTER, "We have no list.", Mode.DIRECT, Said.on(dt.date(2018, 4, 25)))
    doubt = Entry(4, Voice("d", "Doubter"), "I think not.", Mode.DIRECT, Said.on(dt.date(2018, 4, 26)))
    return arrange(
        [report, union, denial, doubt], [Pair(1, union, denial), Pair(2, report, denial), Pair(3, union, doubt)]
    )


def test_the_description_tells_what_the_picture_shows():
    assert picture.description(small()) == (
        "4 statements by 3 speakers, December 2015 to 26 April 2018, in order from left to right. "
        "Reversal: Mina Ister, 25 April 2018, is contradicted by Mina Ister, 26 April 2018. "
        "Dispute: Una Ion, by 25 April 2018, is partly contradicted by Mina Ister, 25 April 2018."
    )


def test_a_long_story_on_a_phone_counts_what_stands_in_no_pair():
    drawn = picture.narrow(crowd(40), address)

    assert "and 1 more statement" in drawn
    assert drawn.count('href="#statement-') == 8
