"""Who spoke: the source of an attribution resolved to a full name and a role within its own article.

`words` cuts a text, `names` sees which capitals are a name, `likelihood` and `entities` whether a doubtful one is,
`people` keeps everybody with a full name, `introductions` reads what they are, `salience` says whom 'she' can mean.
`resolving` is the list of rules; they stand in `by_name`, `by_reference`, `several`, `documents` and `organisations`.
`relays` reads who passed the words on."""

from claims.extraction.speakers.naming import name_speakers

__all__ = ["name_speakers"]
