"""List the irregular pasts of common verbs, which look like nouns: "the council froze", "a letter came"."""

from __future__ import annotations

IRREGULAR_PASTS = frozenset(
    """arose ate awoke beat became began bent bet bit blew bled bound bought bred broke brought built burnt came
    caught chose clung crept cut dealt did dove drank drew drove dug fed fell felt fled flew flung forbade forgave
    forgot fought found froze gave got grew had heard held hid hit hung hurt kept knelt knew laid lay leapt led left
    lent let lit lost made meant met overcame overtook paid put quit ran rang read rode rose said sang sank sat saw
    sent set sewed shed shone shook shot showed shrank shut slept slid sold sought spent split spoke spread sprang
    stole stood stood stuck stung struck strove swam swept swore swung taught thought threw told took tore understood
    undertook upheld was went wept withdrew withheld woke won wore wound wove wrote""".split()
)
