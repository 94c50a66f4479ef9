"""List the nouns for offices, jobs and relatives by which an article introduces people, and the words before them."""

from __future__ import annotations

KIN = frozenset(
    """
    father mother dad mum mom son daughter brother sister husband wife widow widower parent child uncle aunt nephew
    niece cousin grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter
    stepbrother stepsister father-in-law mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law
    half-brother half-sister godfather godmother spouse fiance fiancee fiancé fiancée girlfriend boyfriend twin
    """.split()
)
"""Relatives: what somebody is only to somebody."""
PARENTS = frozenset(
    "dad father grandad granddad grandfather grandma grandmother mom mother mum parent widow widower".split()
)
"""Relatives of whom a number tells how many they have: "a mother of two"."""
ALLIES = frozenset(
    """
    lawyer solicitor barrister attorney counsel agent manager partner friend neighbour neighbor colleague deputy
    predecessor successor biographer publicist assistant aide adviser advisor ally rival boss secretary doctor
    physician coach trainer mentor bodyguard chauffeur housekeeper flatmate roommate classmate teammate
    co-star co-author accountant tutor protege protegee chief representative landlord employer
    """.split()
)
"""What somebody may be to a person as well as of a body: "his lawyer", "Quill's deputy"."""
ONLY_TO_SOMEBODY = KIN | frozenset(
    "partner friend neighbour neighbor colleague predecessor successor ally rival mentor classmate flatmate teammate"
    " roommate co-star co-author protege protegee".split()
)
"""Nouns that say nothing where they do not say to whom."""
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
"""Nouns for who speaks for a body or a person; "press secretary" is one of two words."""
SPOKESMEN = (
    "spokesman",
    "press secretary",
    "press officer",
    "communications director",
    "communications chief",
    "head of communications",
    "head of media relations",
    "head of public relations",
    "director of communications",
    "director of media relations",
    "director of public relations",
)
"""Offices of who speaks for a body, in the form that `SAME_OFFICE` has."""

JOBS = frozenset(
    """
    minister president premier chancellor secretary governor mayor senator representative ambassador judge justice
    chairman chairwoman chairperson chair director chief commissioner speaker councilman councilwoman councillor
    councilor treasurer congressman congresswoman assemblyman assemblywoman lawmaker legislator mp mep msp
    leader founder co-founder cofounder owner co-owner executive ceo cfo coo cto officer head boss manager coach
    captain coordinator co-ordinator president-elect whip envoy diplomat consul taoiseach
    spokesman spokeswoman spokesperson adviser advisor aide strategist pollster consultant lobbyist organizer
    organiser campaigner activist advocate candidate nominee leader deputy vice-president vice-chairman co-chairman
    co-chair administrator coroner prosecutor lawyer attorney solicitor barrister counsel magistrate sheriff detective
    secretary-general director-general attorney-general auditor-general consul-general governor-general
    superintendent inspector constable sergeant lieutenant captain colonel major brigadier general admiral commander
    commandant marshal
    professor lecturer scholar scientist researcher historian economist analyst expert teacher headteacher
    headmaster headmistress principal dean provost rector tutor librarian curator archivist chancellor
    biologist chemist physicist astronomer geologist psychologist psychiatrist sociologist anthropologist
    archaeologist epidemiologist virologist cardiologist oncologist criminologist ecologist zoologist climatologist
    meteorologist statistician mathematician philosopher theologian linguist
    doctor physician surgeon neurosurgeon nurse midwife paramedic pharmacist dentist vet therapist matron radiographer
    physiotherapist dietitian optician registrar paediatrician pediatrician gynaecologist gynecologist obstetrician
    dermatologist neurologist radiologist pathologist toxicologist anaesthetist gp carer childminder veterinarian
    neuroscientist geneticist immunologist microbiologist biochemist botanist
    engineer designer architect developer programmer inventor entrepreneur investor banker broker trader economist
    accountant auditor businessman businesswoman industrialist financier philanthropist publisher retailer farmer
    baker fisherman shopkeeper landlord publican chef hotelier restaurateur bookseller jeweller jeweler auctioneer
    stallholder florist hairdresser postmaster sub-postmaster postmistress undertaker blacksmith glassblower
    electrician plumber bricklayer roofer welder mechanic surveyor planner translator interpreter receptionist
    beekeeper gamekeeper crofter winemaker grower breeder tycoon magnate
    author writer novelist poet playwright screenwriter scriptwriter biographer columnist journalist reporter
    correspondent editor presenter broadcaster host anchor commentator critic reviewer blogger photographer
    director producer film-maker filmmaker actor actress comedian singer songwriter singer-songwriter rapper
    musician guitarist drummer bassist pianist composer conductor violinist dj dancer choreographer artist painter
    sculptor illustrator cartoonist model promoter impresario
    player striker goalkeeper midfielder defender winger full-back fullback centre-half centre-back fly-half
    scrum-half lock hooker prop flanker batsman bowler wicketkeeper quarterback linebacker cornerback receiver
    pitcher catcher shortstop golfer boxer jockey sprinter swimmer cyclist athlete skipper referee umpire trainer
    archbishop bishop cardinal pope priest vicar pastor rabbi imam canon chaplain
    king queen prince princess
    frontbencher backbencher student apprentice volunteer investigator influencer vlogger podcaster youtuber
    soldier pilot firefighter policeman policewoman lifeguard driver technician agent representative negotiator mediator
    inspector ombudsman regulator watchdog trustee governor warden caretaker editor-in-chief resident tenant shareholder
    """.split()
)
"""Nouns that head what an article says somebody is: an office, a job, a calling."""
HEADS = JOBS | KIN | ALLIES | SPOKESPEOPLE

TITLED = frozenset(
    """
    shadow deputy vice assistant associate prime foreign chief executive managing general attorney lord financial
    operating technology technical information marketing investment legal medical scientific political special
    national health defence defense education interior finance trade energy environment transport transportation
    agriculture justice treasury opposition press communications private permanent parliamentary public acting
    interim crown high senior junior solicitor majority minority head principal creative editorial commerce
    """.split()
)
"""Words that belong to the office after them even with a capital: "Shadow Foreign Secretary", "Chief Executive"."""
TITLED_BEFORE = {
    "first": "lady minister secretary deputy vice officer lord", "home": "secretary affairs", "labor": "secretary",
    "labour": "secretary", "culture": "secretary minister", "sports": "minister", "sport": "minister",
    "state": "senator representative treasurer assemblyman assemblywoman police",
    "district": "attorney judge", "city": "attorney councillor councilman councilwoman", "news": "editor",
    "police": "chief officer constable inspector sergeant", "fire": "chief marshal",
    "cabinet": "minister secretary", "euro": "mp",
    "inspector": "general", "surgeon": "general", "director": "general", "secretary": "general",
    "auditor": "general", "consul": "general", "major": "general", "brigadier": "general",
    "lieutenant": "governor general colonel commander", "homeland": "security",
    "security": "secretary adviser advisor", "business": "secretary editor",
}  # fmt: skip
"""Words that do so only before some: "Home Secretary", but "the Kansas City mayor"."""

FORMER = frozenset(
    "former ex previous deposed then late retired ousted one-time onetime erstwhile sacked".split()
)
"""Words before an office that somebody no longer has; "then" is of the time that is spoken of."""
FUTURE = frozenset("incoming would-be prospective potential future next aspiring alleged self-styled".split())
"""Words before an office that somebody does not have, or not yet."""
NOT_DISTINGUISHING = frozenset(
    """
    new current present longtime long-time long-serving veteran popular outspoken famous renowned respected leading
    top prominent influential controversial powerful young old elderly local fellow own first-time longstanding
    long-standing award-winning best-selling bestselling star legendary beloved embattled beleaguered disgraced
    billionaire millionaire celebrated acclaimed distinguished noted notorious eminent late-night key rival main
    experienced unnamed one-time so-called self-proclaimed self-described would-be then-acting only eldest elder
    older younger youngest oldest close good best estranged little big baby teenage loving middle-aged
    based born overall sole
    """.split()
)
"""Words before an office that do not tell it apart from others of its kind."""

SAME_OFFICE = {
    "euro mp": "mep",
    "ceo": "chief executive", "chief executive officer": "chief executive", "cfo": "chief financial officer",
    "coo": "chief operating officer", "cto": "chief technology officer", "cofounder": "co-founder",
    "film-maker": "filmmaker", "co-ordinator": "coordinator", "headmaster": "headteacher",
    "headmistress": "headteacher", "vice-president": "vice president", "vice-chairman": "vice chairman",
    "vice chair": "vice chairman", "co-chair": "co-chairman", "dad": "father", "mum": "mother", "mom": "mother",
    "solicitor": "lawyer", "barrister": "lawyer", "neighbor": "neighbour", "organizer": "organiser",
    "fiancé": "fiance", "fiancée": "fiance", "fiancee": "fiance", "policewoman": "policeman",
    "editor-in-chief": "editor", "editor in chief": "editor",
    "da": "district lawyer", "ag": "lawyer general", "pm": "prime minister",
    "councilor": "councillor", "vice chairwoman": "vice chairman", "lord high chancellor": "lord chancellor",
}  # fmt: skip
"""Offices that are another word for one office; `SAME_AS` of `roles` has those of one word that are titles too."""

ALIKE_OFFICES = (
    ("chief executive", "boss", "head", "chief"),
    ("manager", "boss", "coach"),
    ("chief financial officer", "finance chief", "finance director", "finance head"),
    ("chief technology officer", "technology chief", "technology head"),
    ("founder", "co-founder"),
    ("press secretary", "spokesman"),
    ("prosecutor", "district lawyer"),
    ("doctor", "physician"),
    ("ambassador", "envoy"),
    ("high commissioner", "envoy"),
    ("prime minister", "premier"),
    ("researcher", "scientist", "professor"),
    ("lawmaker", "representative"),
    ("lawmaker", "senator"),
    ("lawmaker", "mp"),
    ("leader", "head"),
    ("leader", "boss"),
)
"""Offices for which people say each other's name: whom an article calls "finance director" is asked for as its
"finance chief". In the forms that `SAME_OFFICE` and `SAME_AS` have."""

ON_TOPIC_AS = {"judge": ("judge", "justice", "magistrate")}
"""What an article on the topic may call who is asked for by an office alone."""

POLICE_RANKS = frozenset("inspector superintendent sergeant constable detective".split())
"""Ranks of the police. Some others have them as well: an army sergeant, a superintendent of schools."""

HEADING = frozenset(("head", "chief", "boss"))
"""What people call whoever heads a body, whatever the office is called there."""
HEADING_OFFICES = (
    "executive director",
    "managing director",
    "director general",
    "director",
    "president",
    "chairman",
    "commissioner",
    "secretary general",
    "general secretary",
    "leader",
    "superintendent",
    "governor",
    "administrator",
)
"""Those offices, the likeliest first; a chief executive is closer still (`ALIKE_OFFICES`)."""

GOVERNING = frozenset(
    """
    minister president premier chancellor secretary governor ambassador leader chief commissioner mp mep senator
    representative prosecutor judge captain coach manager king queen prince princess spokesman spokeswoman
    spokesperson general head envoy diplomat consul negotiator lawmaker legislator mayor
    """.split()
)
"""Offices that a nation has: "the French president" is of France, "the French composer" only from there."""
COMPANIES_TOO = frozenset(
    """
    publisher retailer broker owner co-owner developer producer broadcaster host operator landlord trader investor
    rival partner leader promoter baker distributor watchdog regulator shareholder lock hooker prop receiver tenant
    trustee auditor ally neighbour neighbor analyst parent sister child twin canon
    """.split()
)
"""Nouns that a company or a country may be as well: "the publisher Vane Tide"."""
ABBREVIATED = frozenset("sen gov rep prof gen".split())
"""Short forms of offices before a name."""
NO_OFFICES = frozenset(
    "mr mrs ms miss sir lord lady dame dr baroness baron rev st lt maj col capt sgt cmdr adm brig".split()
)
"""Titles that say nothing of an office."""
PARTIES = frozenset("labour conservative republican democratic democrat democrats tory liberal".split())
"""Parties whose names are common words or stand among the roles too."""
ELECTED = PARTIES | {"state"}
"""What may stand before "representative" where it is a lawmaker: not "sales"."""
RANKS = frozenset("deputy assistant acting shadow".split())
"""Words for a rank that may stand before the body's name: "Deputy High Court Judge"."""
