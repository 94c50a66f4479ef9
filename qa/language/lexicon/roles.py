"""List the nouns for people by what they are or do: roles, offices, relatives, callings."""

from __future__ import annotations

from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES, TITLES

SPOKES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons representative aide "
    "adviser advisor attorney lawyer".split()
)
"""Roles held for somebody else: in "Rubio's spokesman" the speaker is not Rubio."""
ROLES = (
    TITLES
    - frozenset(
        "mr mrs ms miss messrs former ex then acting late incoming outgoing fellow rt hon hons".split()
    )
    | SPOKES
    | frozenset(
        """
        nominee candidate frontrunner front-runner billionaire businessman businesswoman mogul
        congressman lawmaker legislator politician leader founder co-founder owner executive ceo
        chairman host anchor author writer columnist journalist editor historian scientist
        researcher activist organizer strategist pollster consultant manager operative surrogate
        surgeon neurosurgeon physician nurse teacher student actor actress singer rapper
        comedian artist director producer filmmaker player striker goalkeeper captain
        quarterback veteran soldier widow mother father son daughter wife husband brother sister
        victim suspect defendant prosecutor lawyer attorney lobbyist donor banker investor
        entrepreneur expert fellow scholar lecturer democrat republican independent socialist
        conservative libertarian texan floridian ohioan dem tory mp
        duke earl marquess marchioness
        boss coordinator co-ordinator administrator trustee negotiator organiser campaigner advocate midfielder defender
        winger batsman bowler golfer sprinter jockey presenter broadcaster newsreader commentator blogger novelist
        poet playwright screenwriter composer guitarist drummer choreographer photographer designer architect
        engineer biologist barrister solicitor ombudsman envoy diplomat backbencher frontbencher critic developer
        programmer broker co-leader co-chair co-chairman co-chairwoman co-owner co-host
        """.split()
    )
)
"""Nouns for one person by what they are or do. One may stand before a name: "senator Ada Quill"."""

ANY_ROLE = ROLES | frozenset(
    """critics experts analysts economists scientists researchers officials lawmakers politicians senators
    republicans democrats liberals conservatives voters residents neighbours neighbors witnesses survivors
    relatives family police prosecutors lawyers attorneys doctors nurses teachers students workers unions
    activists campaigners protesters supporters opponents observers commentators pundits historians investors
    traders executives shareholders customers fans players coaches leaders ministers diplomats generals
    soldiers veterans farmers businesses companies authorities opposition jury king queen critic official
    witness survivor resident parents employees staff firefighters firefighter detectives investigators
    regulators ambassadors journalists reporters columnists scholars academics engineers immigrants refugees
    migrants muslims christians jews catholics americans europeans chinese russians israelis palestinians
    ukrainians britons victims""".split()
)
"""Words for somebody by what they are: with one of these last, a phrase is no name."""

BODIES_OF_A_KIND = frozenset(
    """
    agencies airlines associations authorities banks bodies breweries brewers businesses carmakers carriers
    charities churches clubs colleges companies councils courts embassies exporters farms firms fishermen
    forecasters governments groups hospitals hoteliers hotels importers insurers landlords lenders lobbies makers
    manufacturers ministries newspapers operators organisations organizations outlets parties producers publishers
    railways refiners regulators restaurants retailers schools sellers shippers shops startups states stores
    supermarkets suppliers tenants think-tanks traders unions universities users utilities vcs vendors wholesalers
    """.split()
)
"""Plurals for bodies and companies of a kind, small in a question: "What do airlines say?"."""

MALE_NOUNS = frozenset(
    "man boy father grandfather dad son grandson husband brother uncle nephew boyfriend widower".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl mother grandmother mum mom daughter granddaughter wife sister aunt niece girlfriend widow".split()
)
COMMON_KIN = (MALE_NOUNS | FEMALE_NOUNS) - frozenset("man boy woman girl".split()) | {
    "cousin", "partner", "twin", "fiance", "fiancee",
}  # fmt: skip
"""The relatives that are named most; `offices.KIN` has the rest, "stepfather" and "godmother"."""
NOT_QUITE = frozenset(
    "shadow deputy vice assistant associate former ex late onetime one-time erstwhile would-be aspiring junior".split()
)
"""Words before a role that is not quite held: the shadow chancellor is not the chancellor."""
_ADJECTIVES = frozenset(
    """
    general major private prime crown vice chair independent conservative principal foreign defense defence
    interior finance
    """.split()
)
HUMAN = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | (
        # "General" or "finance" stand before a noun as well, and a lord or a queen has a name.
        ROLES - MALE_TITLES - FEMALE_TITLES - _ADJECTIVES
    )
    | frozenset(
        """
        resident neighbour neighbor driver guard clerk worker farmer passenger commuter caretaker witness survivor
        volunteer official employee colleague friend cousin parent child teenager pensioner landlord tenant customer
        shopper visitor tourist protester demonstrator supporter voter fan spectator fisherman sailor pilot
        firefighter paramedic policeman policewoman constable detective electrician plumber carpenter builder baker
        butcher waiter waitress cook chef barber cleaner gardener shopkeeper trader vendor dealer engineer scientist
        technician architect librarian secretary receptionist assistant accountant planner inspector conductor
        singer musician painter photographer stranger bystander onlooker motorist cyclist pedestrian walker juror
        prisoner inmate patient caller organiser treasurer councillor lawmaker referee trainer teammate rival boss
        skipper envoy emissary master landlady boatman ferryman steward usher postman shepherd miner diver lifeguard
        harbourmaster harbormaster predecessor successor opponent classmate pupil roommate partner fiance fiancee
        citizen member
        """.split()
    )
)
"""Common nouns for one person, small in a text."""

OFFICES = frozenset(
    """
    state defense defence labor labour energy education commerce transportation agriculture interior
    treasury homeland security health human services urban development housing veterans affairs
    justice finance foreign affairs environment trade culture sport sports
    """.split()
)
"""What an office is for: "Secretary of State", "Minister for Health"."""

_FIELDS = {
    "politics": """
        minister premier chancellor senator representative governor mayor councilman councilwoman councillor
        councilor congressman congresswoman lawmaker legislator politician assemblyman assemblywoman
    """,
    "sport": "coach striker goalkeeper quarterback player",
    "medicine": "surgeon neurosurgeon physician nurse",
    "stage": "actor actress singer rapper comedian",
    "church": "pope cardinal bishop archbishop pastor rabbi imam",
    "police": "detective sheriff",
    "court": "judge prosecutor",
    "research": "scientist researcher historian professor",
}
FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split()}
"""Calling to field. Only words that hardly change in a life tell namesakes apart."""

REPORTERS = frozenset("reporter correspondent journalist editor columnist host interviewer anchor".split())
"""People who ask in an interview."""
RUNNING = frozenset("candidate nominee front-runner".split())
"""Who runs for an office is called by it whatever else the article calls them, "the Vermont senator" for one."""
SCIENTIST_ENDINGS = ("ologist", "onomist", "ographer", "icist", "emist", "ician", "ivist", "orian", "analyst")
"""Endings of nouns for people who know a subject."""
SAME_AS = {
    "sen": "senator", "gov": "governor", "rep": "representative", "pres": "president", "prof": "professor",
    "dr": "doctor", "gen": "general", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "congressman": "representative", "congresswoman": "representative", "frontrunner": "front-runner",
    "businesswoman": "businessman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "adviser": "advisor", "attorney": "lawyer", "sens": "senator", "reps": "representative",
    "govs": "governor", "rev": "reverend", "adm": "admiral", "col": "colonel", "maj": "major", "capt": "captain",
    "cmdr": "commander", "lt": "lieutenant", "sgt": "sergeant", "cpl": "corporal",
}  # fmt: skip
"""Roles that are another word for one role."""
KNOWN_AS = frozenset(
    """
    actor actress artist astronaut author billionaire boxer broadcaster cartoonist chef comedian comic composer
    conductor cyclist dancer drummer entrepreneur film-maker filmmaker footballer goalkeeper golfer guitarist jockey
    magnate midfielder model musician novelist painter philanthropist pianist player playwright poet presenter
    quarterback racer rapper sculptor singer skier songwriter sprinter star striker superstar swimmer tycoon violinist
    winger wrestler writer
    """.split()
)
"""What people are known as: articles call again by it whom they have named, "the singer". A driver, a judge or a victim
may be anybody who has to do with them."""
SAME_PEOPLE = tuple(
    frozenset(line.split())
    for line in """
    children child kids kid pupils pupil schoolchildren youngsters teenagers teenager boys boy girls girl
    students student pupils pupil undergraduates undergraduate
    fans fan supporters supporter
    parents parent mothers mother fathers father mum mom dad
    siblings sibling brother sister
    spouses spouse husband wife
    residents resident locals neighbours neighbour neighbors neighbor villagers villager islanders islander
    passengers passenger travellers traveller travelers traveler commuters commuter
    workers worker employees employee staff
    shoppers shopper customers customer
    drivers driver motorists motorist
    """.strip().splitlines()
)
"""Words for many people and for one of them, of which people type one and articles have another."""
