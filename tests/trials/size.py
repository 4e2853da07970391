"""How long a trial goes on: short in the suite, long in `make trial`."""

import os

LONG = os.environ.get("TRIAL", "").lower() == "true"


def size(in_the_suite: int, in_a_trial: int) -> int:
    return in_a_trial if LONG else in_the_suite
