"""How the records of the release before editions get their first ones: what migration 0003 does, step by step.

Everything here is a copy, frozen on the day it was written: of the content's format 1, of the order in a timeline, of
the sentences around a quotation. It imports nothing of the app and works on historical models alone, so that no later
release changes what an installation gets that is taken over by it. Never mend it to follow the app."""
