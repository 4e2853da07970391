"""Source, cue and content: the rules that find who said what on a page, and how sure that is.

`finding` tells the story. `cues` and `phrases` begin it, `content` and `sources` are the lists of rules, `joining`
fits contents to the quoted passages."""
