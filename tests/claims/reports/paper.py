"""A PDF read back: its words, its tags and what it says of itself."""

import io
import re
from collections import Counter

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

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

    def nodes(self, node: object = None) -> list[DictionaryObject]:
        found: list[DictionaryObject] = []
        waiting = [self.root["/StructTreeRoot"] if node is None else node]
        while waiting:
            one = waiting.pop()
            one = one.get_object() if isinstance(one, IndirectObject) else one
            if isinstance(one, ArrayObject):
                waiting.extend(one)
            elif isinstance(one, DictionaryObject) and one.get("/Type") not in ("/MCR", "/OBJR"):
                found.append(one)
                waiting.extend([one["/K"]] if "/K" in one else [])
        return found


def bare(words: str) -> str:
    """Without white space and invisible signs, which a PDF does not keep as they were."""
    return re.sub(rf"[\s{ISOLATES}]+", "", words)
