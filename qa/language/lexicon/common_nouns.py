"""List the common nouns that a sentence's first capital makes look like a name."""

from __future__ import annotations

GENERIC = frozenset(
    """
    staff state amendment pac pacs data poll polls survey surveys stories story report reports study studies
    research evidence records documents documentary video footage emails email statement statements figures
    numbers results critics attorneys prosecutors strategists feminists activists voters residents neighbors
    witnesses witness woman women man men mother father parents family friends students teachers workers
    leaders friend members delegates protesters donors candidates campaigns lawmakers politicians
    celebrities fans viewers readers users businesses companies economists pollsters historians doctors
    nurses troops soldiers veterans rumors millions thousands hundreds dozens half part media press news tv
    internet children kids pupils toddlers teenagers adults boys girls couples mums dads grandparents
    relatives carers patients passengers commuters drivers motorists cyclists pedestrians tourists visitors
    shoppers customers clients consumers tenants landlords homeowners owners pensioners taxpayers employers
    employees bosses managers directors investors shareholders traders retailers suppliers manufacturers
    farmers fishermen builders engineers miners rescuers firefighters paramedics medics midwives dentists
    vets judges jurors magistrates solicitors barristers clerks guards officers detectives inspectors
    councillors councils charities unions clubs churches schools hospitals universities colleges banks firms
    airlines hotels shops restaurants pubs peers backbenchers rebels authors artists musicians actors
    players coaches captains referees sponsors organisers organizers hosts guests neighbours refugees
    migrants immigrants asylum-seekers inmates prisoners hackers scammers thieves gangs security safety
    health education transport housing crime justice defence defense finance management industry business
    trade sport science technology weather traffic wind rain snow fire inflation unemployment demand supply
    sales profits losses prices costs shares markets trading turnover growth talks negotiations campaigning
    polling voting canvassing progress work plans proposals changes details letters notes coverage
    """.split()
)
"""Common nouns that a sentence's first capital makes look like a name."""

ABSTRACT_ENDINGS = ("ion", "ment", "ance", "ence", "sal", "ness", "port", "ism")
"""Endings of nouns for things that cannot speak: "mention of Ada Quill, who"."""
NOUNS_IN_ING = frozenset(
    """
    building hearing meeting morning evening thing things something anything everything nothing king ring spring
    string ceiling wing wedding offering filing finding ruling briefing recording housing funding spending
    training beginning feeling understanding warning opening being ending reading drawing painting crossing
    shooting killing bombing rating ranking landing gathering uprising proceeding listing
    """.split()
)
"""Nouns that end as participles do: "a meeting"."""
NOUNS_IN_LY = frozenset(
    "family early daily weekly monthly assembly ally bully supply reply anomaly elderly".split()
)
"""Nouns, and words before nouns, that end as adverbs do."""
EVENTS = (
    r"(?:elections?|debates?|wars?|attacks?|shootings?|crash(?:es)?|summits?|games?|match(?:es)?|olympics|vote|votes"
    r"|referendum|uprising|revolution|massacre|bombings?|earthquake|hurricane|floods?|riots?|protests?|conference"
    r"|convention|championships?|cup|tour|open|trial|treaty|agreement|accord|crisis|pandemic|budget|season|events?"
    r"|inauguration|invasion|death|murder|killings?|primary|primaries|campaign|held|happened|born|signed)"
)
"""What has a date of its own: "the election in 2016"; a pattern."""
