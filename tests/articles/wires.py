"""Made-up news: an agency's story, a rival's report of the same event, and as much of anything else as is wanted."""

import random

SPEECH = """“I want to be clear with the house. There has never been a list of harbour masters, and there will not be
one while I hold this office. Whoever says otherwise has not read the papers that we laid before the committee in
March.”"""

WIRE = f"""The harbour minister has denied that her office kept a list of masters who refused to raise their fees, a day
after a union published what it said were pages of it.

Answering an urgent question, the minister said that officials had been asked to look into the papers, and that she
would come back to members before the end of the month with whatever they found.

{SPEECH}

The union said the pages had been sent to it by a clerk who left the office in the autumn, and that they named eleven
ports along the northern coast together with the sums that each had been expected to bring in.

Members of the committee called the answer thin. Its chair said that the papers laid in March had been blacked out from
the third page to the last, so that nobody could have read in them what the minister now said was there.

Two of the ports confirmed on Tuesday that they had been visited by officials shortly before the fees went up. A third
declined to comment, and a spokesman for the association of harbour masters said that it knew of no list.

The fees have risen by a third since the spring, when the office took over their collection from the ports. Fishermen at
several harbours have refused to pay them and are to be heard in court next week."""

RIVAL = f"""Pressure on the minister for harbours grew yesterday after she told parliament that no register of
uncooperative ports exists.

{SPEECH}

But leaked pages seen by this newspaper carry the names of eleven harbours and, beside each of them, an amount of money.
According to the union that obtained them, they were drawn up in the minister’s own department last year.

Critics were not satisfied. “It is thin,” said the head of the select committee, who complained that most of the
documents handed over in spring were illegible. Opposition members demanded that the originals be produced.

The row goes back to the decision to let the department collect dues itself. Since then crews have had to pay roughly
thirty per cent more, and a group of them is taking the matter to a judge."""

NOUNS = (
    "harbour",
    "council",
    "clerk",
    "school",
    "bridge",
    "engine",
    "river",
    "market",
    "letter",
    "union",
    "judge",
    "ferry",
)
VERBS = ("opened", "closed", "praised", "delayed", "counted", "repaired", "visited", "questioned", "painted", "sold")
ENDS = ("on Monday", "after the storm", "without a vote", "for a second time", "despite the cost", "in silence")


def news(seed: int, paragraphs: int) -> str:
    """Paragraphs about nothing in particular, always the same for a seed."""
    pick = random.Random(seed)  # noqa: S311 (made-up news needs no secret)

    def thing() -> str:
        return f"{pick.choice(NOUNS)} of {pick.choice(NOUNS)}s {pick.randrange(999)}"

    def sentence() -> str:
        return (
            f"The {thing()} {pick.choice(VERBS)} {thing()} {pick.choice(ENDS)}, and {thing()} was {pick.choice(VERBS)}."
        )

    return "\n\n".join(" ".join(sentence() for _ in range(3)) for _ in range(paragraphs))
