"""A PDF read back: its words, its tags and what it says of itself."""

import io
import re
from collections import Counter

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

HEADINGS = {f"/H{level}" for level in range(1, 7)}
ISOLATES = "\u2068\u2069"


class Paper:
    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(pdf))
        self.root = self.reader.trailer["/Root"]
        self.pages = [page.extract_text() for page in self.reader.pages]
        self.words = bare("".join(self.pages))

    def __contains__(self, words: str) -> bool:
        """Whether the words stand on the paper, wherever its lines and pages break."""
        return bare(words) in self.words

    @property
    def xmp(self) -> str:
        return self.root["/Metadata"].get_data().decode()

    @property
    def tags(self) -> Counter[str]:
        """How often each structure type stands in the tree of tags."""
        return Counter(str(node["/S"]) for node in self.nodes() if "/S" in node)

    @property
    def alternatives(self) -> list[str]:
        """The texts that stand for pictures."""
        return [str(node["/Alt"]) for node in self.nodes() if "/Alt" in node]

    @property
    def headings(self) -> list[int]:
        """The levels of the headings, in the order that they are read."""
        return [int(str(node["/S"])[2:]) for node in self.nodes() if str(node.get("/S", "")) in HEADINGS]

    @property
    def notes(self) -> list[DictionaryObject]:
        """The annotations of every page: links and nothing else."""
        return [note.get_object() for page in self.reader.pages for note in page.get("/Annots", ())]

    @property
    def fonts(self) -> list[DictionaryObject]:
        """Every font of every page, the one that holds the letters."""
        named = [font.get_object() for page in self.reader.pages for font in page["/Resources"]["/Font"].values()]
        return [font["/DescendantFonts"][0].get_object() for font in named]

    def nodes(self) -> list[DictionaryObject]:
        """The tree of tags, in reading order."""
        found: list[DictionaryObject] = []
        waiting = [self.root["/StructTreeRoot"]]
        while waiting:
            one = waiting.pop()
            one = one.get_object() if isinstance(one, IndirectObject) else one
            if isinstance(one, ArrayObject):
                waiting.extend(reversed(one))
            elif isinstance(one, DictionaryObject) and one.get("/Type") not in ("/MCR", "/OBJR"):
                found.append(one)
                waiting.extend([one["/K"]] if "/K" in one else [])
        return found


def bare(words: str) -> str:
    """Without white space and invisible signs, which a PDF does not keep as they were."""
    return re.sub(rf"[\s{ISOLATES}]+", "", words)
