"""The claim report: what is on record about a pair or a story, on paper.

`gathering` reads records into the plain values of `report`; `typesetting` turns those into the bytes of a PDF."""
