import pytest

from claims.text.differences import Kind, differ, differences, edited, excerpt, marked

SAME = {
    "nothing": ("We have no list.", "We have no list."),
    "apostrophes": ("We don't have one", "We don’t have one"),
    "quotation marks": ('the "list"', "the “list”"),
    "marks around it": ("We have no list", '"We have no list,"'),
    "marks within": ("a list, he said, of none", "“a list,” he said, “of none”"),
    "single marks": ("no list", "‘no list’"),
    "dashes": ("a list - of sorts", "a list – of sorts"),
    "an ellipsis": ("well... yes", "well… yes"),
    "white space": ("no  list\nat all", "no list at all"),
    "what closes a quotation": ("We have no list,", "We have no list."),
}
CHANGES = {
    "a letter": ("no removal list", "no removals list", "no [-removal-] [+removals+] list"),
    "a comma": ("no list and no plan", "no list, and no plan", "no list[+,+] and no plan"),
    "a word more": ("no list", "no list whatever", "no list [+whatever+]"),
    "a word less": ("no such list", "no list", "no [-such-] list"),
    "a negation": ("We have targets", "We don't have targets", "We [+don't+] have targets"),
    "a word more at the start, within marks": ("no list", '"Well, no list."', '[+"Well,+] no list."'),
    "case": ("no List", "no list", "no [-List-] [+list+]"),
    "everything": ("yes", "no", "[-yes-] [+no+]"),
}


def drawn(pieces):
    marks = {Kind.SAME: "{}", Kind.ADDED: "[+{}+] ", Kind.LEFT_OUT: "[-{}-] ", Kind.CLASHING: "[{}]"}
    return " ".join("".join(marks[piece.kind].format(piece.text) for piece in pieces).split())


@pytest.mark.parametrize(("first", "other"), SAME.values(), ids=SAME)
def test_typography_is_no_difference(first, other):
    assert not differ(first, other)


@pytest.mark.parametrize(("first", "other", "drawing"), CHANGES.values(), ids=CHANGES)
def test_what_was_added_and_left_out_is_told(first, other, drawing):
    assert differ(first, other)
    assert drawn(differences(first, other)) == drawing


def test_the_pieces_without_what_was_left_out_are_the_other_words():
    other = "We have, I think, no list"
    pieces = differences("We have no such list at all", other)

    assert "".join(p.text for p in pieces if p.kind != Kind.LEFT_OUT).split() == other.split()


CLASHES = {
    "one": ("We don’t have a list", "don't have", "We [don’t have] a list"),
    "several": ("No list, none, ever", "no list … ever", "[No list], none, [ever]"),
    "the first of two": ("no, no list", "no", "[no], no list"),
    "not there": ("We have no list", "a plan", "We have no list"),
    "part of a word": ("We have no list", "is", "We have no list"),
    "in marks": ("We have “no list”", '"no list"', "We have “[no list]”"),
    "none": ("We have no list", "", "We have no list"),
    "overlapping": ("We have no list", "have no … no list", "We [have no] list"),
    "marks only": ("We have no list", "…", "We have no list"),
}


@pytest.mark.parametrize(("words", "clash", "drawing"), CLASHES.values(), ids=CLASHES)
def test_the_words_that_clash_are_marked_where_they_stand(words, clash, drawing):
    pieces = marked(words, clash)

    assert drawn(pieces) == drawing
    assert "".join(piece.text for piece in pieces) == words


EXCERPTS = {
    "short": ("We have no list.", "", 30, "We have no list."),
    "cut at a word": ("We have no list of anything at all", "", 20, "We have no list of …"),
    "from the clash on": ("It rained. There was a list.", "was a list", 30, "… There was a list."),
    "the clash is first": ("There was a list. It rained.", "a list", 18, "There was a list …"),
}


@pytest.mark.parametrize(("words", "clash", "longest", "cut"), EXCERPTS.values(), ids=EXCERPTS)
def test_an_excerpt_begins_with_the_sentence_that_clashes(words, clash, longest, cut):
    assert excerpt(words, clash, longest) == cut


def test_long_texts_are_compared_line_by_line_and_nothing_is_lost():
    lines = [f"Line {number} has a few words of its own." for number in range(1000)]
    first, other = "\n".join(lines), "\n".join([*lines[:500], "A line between.", *lines[500:]])
    told = differences(first, other)
    assert [piece.text.strip() for piece in told if piece.kind == Kind.ADDED] == ["A line between."]
    assert "".join(piece.text for piece in told) == other


def test_texts_of_too_many_lines_are_told_apart_whole():
    first, other = "One.\n" * 5000, "Two.\n" * 5000
    assert [piece.kind for piece in differences(first, other) if piece.text.strip(" .\n")] == [
        Kind.LEFT_OUT,
        Kind.ADDED,
    ]


@pytest.mark.parametrize(
    ("before", "now", "left_out", "added"),
    [
        ("I said 'no' to it.", "I said no to it.", ["'", "'"], []),
        ("“targets” - never", "'targets' – never", ["“", "”", "-"], ["'", "'", "–"]),
        ("never, I think", "never, I think.", [], ["."]),
        ("We have no list.", "We have no list today.", [], ["today"]),
        ("One.\nTwo.", "One.\n\nTwo.", ["\n"], ["\n\n"]),
    ],
    ids=["marks taken away", "other marks", "a full stop", "a word", "a paragraph"],
)
def test_an_edit_is_told_to_the_last_mark(before, now, left_out, added):
    pieces = edited(before, now)
    assert [piece.text for piece in pieces if piece.kind == Kind.LEFT_OUT] == left_out
    assert [piece.text for piece in pieces if piece.kind == Kind.ADDED] == added
