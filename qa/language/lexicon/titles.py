"""List the titles that stand before a person's name."""

from __future__ import annotations

MALE_TITLES = frozenset(
    "mr sir lord king prince viscount sheikh congressman father fr brother rabbi imam datuk encik shri".split()
)
"""Titles of men."""
FEMALE_TITLES = frozenset(
    """mrs ms miss madam dame lady queen princess baroness countess viscountess duchess congresswoman sister datin
    puan""".split()
)
"""Titles of women."""
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """
        dr doctor prof professor sen senator sens senators rep representative reps
        representatives gov governor govs governors lt pres president vice minister premier
        chancellor secretary ambassador judge justice chief mayor attorney general gen col
        colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr
        commander lieutenant officer detective det sheriff deputy inspector superintendent pope
        cardinal bishop archbishop pastor rev reverend rt hon hons honorable coach chairman
        chairwoman chairperson chair director commissioner speaker councilman councilwoman
        councillor councilor delegate comptroller treasurer marshal prime foreign defense
        defence interior finance former ex then acting late incoming outgoing fellow agent
        spokesman spokeswoman spokesperson correspondent reporter analyst economist dean
        principal messrs assemblyman assemblywoman assemblymember president-elect ayatollah
        emperor sultan crown provost warden keeper curator vicar rector trooper constable headteacher headmaster
        headmistress alderman alderwoman magistrate coroner brigadier commodore bailiff ranger abbess
        archdeacon dato ven venerable monsignor justices cllr supt insp const dsp asp csp acp dcp dci aig igp
        secretary-general director-general governor-general attorney-general editor-in-chief supervisor councilmember
        councilperson selectman selectwoman parliamentarian undersecretary co-author
        """.split()
    )
)
"""Words that may stand, capitalised or not, before a person's name and are no part of it."""
MEMBERS = frozenset("mp mep msp vp svp evp cfo cio coo cto".split())
"""Members of parliaments, officers of firms: a title only before two names or more, "MP Una Strand", never a plural."""

IN_CAPITALS = frozenset("ADA AG CM DA PM VP".split())
"""Titles only in capitals, before a surname as before a full name: "DA Hale", unlike "Da Silva"."""
CAPITALS_FOLDED = frozenset(title.lower() for title in IN_CAPITALS)
OF_SURNAMES = TITLES | CAPITALS_FOLDED
OF_NAMES = OF_SURNAMES | MEMBERS

COURTESY = frozenset("mr mrs ms miss madam".split())
"""Titles that anybody may have, unless they have a higher one."""
BEFORE_SURNAMES = COURTESY | frozenset("dr sir dame lord lady".split())
"""Titles with which a name begins: "over the next tides | Mr Brandt"."""
_KINDS = {
    "peer": "lord lady baroness viscountess countess duchess",
    "knight": "sir dame",
    "royal": "king queen prince princess emperor sultan pope",
    "force": """general admiral colonel major captain commander lieutenant sergeant corporal brigadier commodore
        marshal""",
    "doctor": "doctor",
    "church": "reverend archbishop ayatollah vicar rector",
    "president": "president",
    "secretary": "secretary",
    "ambassador": "ambassador",
    "commissioner": "commissioner",
}
KIND_OF = {title: kind for kind, titles in _KINDS.items() for title in titles.split()}
"""Title to kind. Who has a title of one kind in one article is hardly somebody who never has one in the others."""
PEERAGE = tuple(_KINDS["peer"].split())
"""Titles that belong to a surname: "Lord Vane" is nowhere plain "Vane"."""


def is_capital_title(word: str, following: str) -> bool:
    """Return whether a word is a title by its capitals, before a name that is not: "IVO DA SILVA" has none."""
    return word in IN_CAPITALS and not following.isupper()
