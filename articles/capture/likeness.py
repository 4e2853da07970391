"""Which texts are near copies of one another: two outlets that print one agency's story, whole or cut, under headlines
of their own. Pure, and linear in the length of the texts.

A text is compared by its shingles: every run of RUN words of its own, hashed (Broder, "On the resemblance and
containment of documents", 1997). Its own words are those outside of quotation marks: two reporters who heard one speech
print the same quotations, and are two reports all the same. What is measured is containment, the share of the shorter
text's shingles that the longer one has, for a copy that was cut to a third is a copy. docs/origins.md has the figures
that the thresholds stand on."""

import re
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from heapq import nsmallest

RUN = 5
"""Words of a shingle: five in a row are hardly ever shared by chance, and one changed word breaks no more than five."""
ALIKE = 0.35
"""The share from which the texts of two outlets are near copies."""
ALIKE_AT_HOME = 0.7
"""The same within one outlet, which prints its own lines under whatever it publishes."""
LEAST_SHARED = 20
"""Shingles that near copies have in common at least: of very short texts a share says little."""
SMALLEST_PART = 0.1
"""Of the longer text. What is shorter than this part of it is an excerpt in it, and no copy."""
LONGEST_COMPARED = 150_000
"""Code points; what follows in a longer text is not compared."""
KEPT = 24
"""Shingles of each text that are kept for others to find it by."""
ASKED = 256
"""Shingles by which a text looks for others: more than KEPT, so that a long one finds the short ones in it."""

type Shingles = AbstractSet[int]

_QUOTED = re.compile(
    r'“[^”]*(?:”|$)|"[^"]*(?:"|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)'
    # A closing single mark looks like an apostrophe: it is one between letters.
    r"|(?<!\w)‘[^’]*(?:’(?=\w)[^’]*)*(?:’|$)"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*|“")
_APOSTROPHES = str.maketrans("", "", "'’")


def shingles(text: str) -> frozenset[int]:
    """The runs of RUN own words of a text, each as a signed number of 64 bits. A quotation counts as one word; it ends
    with its paragraph, for one that goes on is opened again in the next."""
    compared = text[:LONGEST_COMPARED].casefold()
    paragraphs = compared.split("\n\n" if "\n\n" in compared else "\n")
    own = " ".join(_QUOTED.sub(" “ ", paragraph) for paragraph in paragraphs)
    words = [word.translate(_APOSTROPHES) for word in _WORD.findall(own)]
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return frozenset(_hashed(run) for run in runs)


def sample(of: Shingles, most: int) -> list[int]:
    """The `most` smallest shingles: the same choice in every text that has them, so that copies share many."""
    return nsmallest(most, of)


def share(one: Shingles, other: Shingles) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1; 0 where that is too little to tell, or a mere
    excerpt beside the other."""
    shorter, longer = sorted((one, other), key=len)
    common = len(shorter & longer)
    if common < LEAST_SHARED or len(shorter) < SMALLEST_PART * len(longer):
        return 0.0
    return common / len(shorter)


def are_near_copies(share: float, *, of_one_outlet: bool) -> bool:
    return share >= (ALIKE_AT_HOME if of_one_outlet else ALIKE)


def _hashed(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), signed=True)
