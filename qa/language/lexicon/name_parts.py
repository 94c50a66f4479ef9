"""List the parts of names that are no given name: particles, suffixes, surnames that come first."""

from __future__ import annotations

PARTICLES = frozenset(
    "de la del della di da dos du des le van von der den ten ter bin ibn al el abu st saint ng".split()
)
"""Small words inside a surname: "von der Leyen"."""
SUFFIXES = frozenset("jr sr ii iii iv".split())
"""What follows a surname."""
URGED = frozenset("save stop feed help keep protect free fight defend end".split())
"""What a body's name may tell people to do to something: "Save the Harbour"."""
POST_NOMINALS = frozenset(
    "QC KC SC MP MEP MSP MS MLA TD MBE OBE CBE PhD MD MPH DDS RN M.D. Ph.D. M.P.H. R.N. J.D.".split()
)
"""What follows a name in capitals and is no part of it: "Guy Hale QC"."""
OFFICERS = frozenset("CEO CFO CIO COO CTO".split())
"""What follows the name of a firm's officer, "Tom Brandt CEO", or that of the firm, "Orsa Foods CEO"."""
OFFICE_ABBREVIATIONS = frozenset(
    "PM MP MPs MEP MEPs MSP MSPs MS TD TDs QC QCs KC KCs GP GPs CEO CEOs CFO CIO COO CTO PC PCs VIP VIPs".split()
)
"""Short words for offices and callings, which name nobody."""
AFTER_OFFICE = frozenset(
    """general elect designate emeritus president director minister secretary chairman chairwoman manager editor
    commissioner officer executive governor ambassador superintendent head administrator coordinator controller
    coroner leader registrar treasurer secretary-general director-general governor-general attorney-general
    """.split()
)
"""What follows an office and is no surname: "the Attorney General", "the Deputy Director"."""
SURNAME_FIRST = frozenset(
    "xi li wang zhang liu chen yang zhao huang wu zhou xu hu zhu gao lin guo luo wen "
    "deng jiang mao tsai".split()
)
"""Surnames before a given name ("Xi Jinping")."""
SURNAME_FIRST_OF_THREE = frozenset("kim lee park moon choi yoon roh ban nguyen tran pham le".split())
"""Surnames before two given names ("Kim Jong Un"); before one word they may be a given name."""

SURNAME_TOO = frozenset(
    """
    west day hall law north street lake house post church court banks hill england york austin houston dallas denver
    phoenix abbey
    """.split()
)
"""Surnames among the words that otherwise make a place or a group: after a given name they are a person's."""

GLUE = frozenset("of for de del della di da dos van von der den bin ibn al el la le du y".split())
"""Small words that join the parts of a name, a person's or a body's: "Bank of England"."""
TO_NAMES = "of|for|to|with|from|by|about|against|on|at|in|than|like|over|behind|towards?"
"""Prepositions after which a name is no subject; a pattern."""

IN_A_TEAM = frozenset("CB DB DL DT GM LB MVP OL QB RB RHP LHP TE WR".split())
"""Positions and offices in a team: "Herons QB Ada Quill", "the three-time MVP"; but "GM Dene Works"."""
