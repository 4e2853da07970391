"""The few marks that a page in the newsroom's own words may have: headings, lists and paragraphs. Pure; no HTML is ever
among them, so that what is written there can be shown as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_ITEM = re.compile(r"[-*•]\s+(.+)")


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph of one line each, or a list with a line an item."""

    kind: BlockKind
    lines: tuple[str, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order: '# Who decides' is a heading, '- a rule' an item of a list; other lines go on
    until an empty one and are one paragraph."""
    found: list[Block] = []
    for kind, line in _lines(text):
        last = found[-1] if found else None
        if kind is None:
            found.append(Block(BlockKind.PARAGRAPH, ()))
        elif last and kind == last.kind == BlockKind.PARAGRAPH:
            found[-1] = Block(kind, (f"{last.lines[0]} {line}",) if last.lines else (line,))
        elif last and kind == last.kind == BlockKind.LIST:
            found[-1] = Block(kind, (*last.lines, line))
        else:
            found.append(Block(kind, (line,)))
    return tuple(block for block in found if block.lines)


def _lines(text: str) -> Iterator[tuple[BlockKind | None, str]]:
    """Each line with what it is; None for an empty one."""
    for line in (line.strip() for line in text.splitlines()):
        if heading := _HEADING.fullmatch(line):
            yield BlockKind.HEADING, heading[1]
        elif item := _ITEM.fullmatch(line):
            yield BlockKind.LIST, item[1]
        else:
            yield (BlockKind.PARAGRAPH, line) if line else (None, "")
