"""Who spoke: the source of an attribution resolved to a full name and a role within its own article.

Another engineer than the one of cues and contents is writing this room, in this package: pipeline.py will call
`name_speakers` once per text, after `find_attributions` and before the dates."""
