"""How readily headlines are put together: what stories are grouped by, at two scales. Pure."""

from tui.values import Value


class Scale(Value):
    """How readily headlines are put together.

    Tuned on two days of 44 topics, on one strait told by hand in eight languages, and on made streams of one topic (a
    war; games), by the worst of them; six other topics by hand (`tests/bench/dense`) were looked at after that:
    `python -m tests.bench.events FILE` judges a change, `--curve` how precision and recall go with `joins`.
    """

    noise: float
    """The share of a headline's words that are not its event's own."""
    doubt: float
    """So many unseen headlines are added to a group before its words are believed."""
    joins: float
    """The evidence, in nats, that a headline needs to join a group."""
    shared: int
    """Words that it must share with a small group."""
    merges: float
    """The likeness (0 to 1) of their leading words from which on two groups are one."""
    hours: float
    """How long a group waits for its next headline before it asks for more evidence."""
    loose: float = 0.0
    """A large group without a word that so large a part of it has is looked at again by itself, where what it shares
    says nothing."""
    name_share: float = 1.0
    """A word of which so large a part stands in one group is that group's name; a lone headline with it belongs
    there. 1: never."""
    name_cover: float = 0.0
    """The part of the group that must have the name."""
    alike: float = 1.0
    """The mean likeness (0 to 1) to the headlines of a group from which on a headline belongs there anyway, in a window
    that is not crowded. 1: never."""
    prior: float = 0.0
    """So much of the logarithm of its size speaks for a group, as in a Chinese restaurant process (Pitman 2006)."""
    field: float = 0.6
    """The part that is taken off the evidence of what speaks for the third best group too: what a headline shares with
    three groups is its field's, and no event's."""
    unsure: float = 0.0
    """So many nats more are needed in an empty window, half of them among `_BEGINNING` headlines: among a few, words of
    the language may look like a story's own ("finds that")."""
    agree: float = 0.0
    """The part of a group that must have a word before it counts as shared: what two of a hundred say is no word of the
    group's."""


CHUNK = 500
"""Headlines after which what was grouped is settled."""
WINDOW = 72
"""Hours that an event waits for its next telling."""
EVENT = Scale(
    noise=0.25, doubt=3.0, joins=5.75, shared=3, merges=0.25, hours=4.0, loose=0.75, alike=0.15, prior=0.8, agree=0.1
)
STORY = Scale(
    noise=0.4,
    doubt=2.0,
    joins=1.5,
    shared=2,
    merges=0.2,
    hours=48.0,
    loose=0.5,
    name_share=0.7,
    name_cover=0.3,
    unsure=3.0,
    agree=0.05,
)
