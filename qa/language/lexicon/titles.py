"""List the titles that stand before a person's name."""

from __future__ import annotations

MALE_TITLES = frozenset(
    "mr sir lord king prince viscount sheikh congressman father fr brother rabbi imam".split()
)
"""Titles of men."""
FEMALE_TITLES = frozenset(
    "mrs ms miss madam dame lady queen princess baroness countess viscountess duchess congresswoman sister".split()
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
        archdeacon ven venerable monsignor cllr supt insp const
        """.split()
    )
)
"""Words that may stand, capitalised or not, before a person's name and are no part of it."""
MEMBERS = frozenset("mp mep msp".split())
"""Members of parliaments: a title only before two names or more, "Tory MP Una Strand", and never as a plural."""
