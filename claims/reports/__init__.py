"""The claim report: what is on record about a pair or a story, on paper.

`gathering` asks what a reader is shown of it and makes a `report` of that; `passages` puts it into words;
`typesetting` turns those into the bytes of a PDF."""
