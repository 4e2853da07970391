"""The demo story: what a newcomer sees first. Articles as data, and the newsroom's work on them by its own verbs."""
