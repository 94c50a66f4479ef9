"""Word lists of naming: titles before a name, roles, words that make a group, places that speak."""

from __future__ import annotations

MALE_TITLES = frozenset("mr sir lord king prince sheikh congressman father fr brother rabbi imam".split())
FEMALE_TITLES = frozenset("mrs ms miss madam dame lady queen princess congresswoman sister".split())

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
        """.split()
    )
)
"""Words that may stand, capitalised or not, before a person's name and are no part of it."""

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
        conservative libertarian texan floridian ohioan
        """.split()
    )
)

MALE_NOUNS = frozenset(
    "man boy father grandfather dad son grandson husband brother uncle nephew boyfriend widower".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl mother grandmother mum mom daughter granddaughter wife sister aunt niece girlfriend widow".split()
)
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
        predecessor successor opponent classmate pupil roommate partner fiance fiancee
        """.split()
    )
)
"""Common nouns for one person, small in a text."""

GROUP_NOUNS = frozenset(
    """
    campaign administration department ministry office house committee party police government
    council commission agency bureau university college institute foundation association union
    federation organization organisation company corporation corp inc ltd llc group bank court
    senate congress parliament assembly board service services network news times post journal
    tribune herald guardian gazette press daily magazine review center centre coalition alliance
    league society club church army navy force forces command authority fund airlines airways
    embassy consulate team school academy hospital watch project initiative pac caucus conference
    delegation division district exchange industries international internationale laboratory labs
    museum media nations partners records reserve studios systems technologies trust chamber
    brotherhood movement front brigade republic kingdom states chronicle observer inquirer globe
    telegraph mail broadcasting radio television channel poll polls survey census study report
    newspaper website opposition regime cabinet junta ministers officials authorities prosecutors
    investigators lawmakers democrats republicans conservatives liberals labour supporters directorate secretariat
    inspectorate registry taskforce
    """.split()
)

ORGANISATIONS = frozenset(
    """
    reuters bloomberg politico breitbart buzzfeed cnn cnbc msnbc nbc abc cbs fox npr pbs bbc ap afp
    itv espn univision telemundo upi xinhua tass interfax slate vox wired vice forbes fortune
    newsweek time axios gawker mediaite fbi cia nsa nasa nato un eu who imf wto opec epa irs dhs doj
    dea fda cdc faa ftc fcc sec nra aclu naacp gop dnc rnc unicef unesco unhcr iaea interpol europol
    hamas hezbollah isis isil taliban fatah google apple microsoft amazon facebook twitter meta
    netflix tesla uber boeing airbus samsung sony toyota walmart pentagon kremlin vatican wikileaks
    wikipedia gallup quinnipiac nielsen pfizer moderna greenpeace oxfam amnesty congress parliament
    senate wall-street instagram snapchat youtube tiktok openai spacex
    """.split()
)
"""One-word names that speak as groups. Places are listed apart."""

METONYMS = frozenset(
    """
    washington beijing moscow london paris berlin tokyo seoul pyongyang brussels tehran jerusalem
    ankara kyiv kiev riyadh baghdad damascus kabul islamabad delhi canberra ottawa rome madrid
    athens warsaw budapest vienna cairo caracas havana brasilia bogota pretoria taipei hanoi manila
    jakarta bangkok
    """.split()
)
"""Capitals that stand for a government when they are said to speak."""

NATIONS = {
    "afghanistan": "afghan", "albania": "albanian", "algeria": "algerian", "america": "american",
    "argentina": "argentine", "armenia": "armenian", "australia": "australian", "austria": "austrian",
    "azerbaijan": "azerbaijani", "bahrain": "bahraini", "bangladesh": "bangladeshi",
    "belarus": "belarusian", "belgium": "belgian", "bolivia": "bolivian", "bosnia": "bosnian",
    "brazil": "brazilian", "britain": "british", "bulgaria": "bulgarian", "cambodia": "cambodian",
    "canada": "canadian", "chile": "chilean", "china": "chinese", "colombia": "colombian",
    "croatia": "croatian", "cuba": "cuban", "cyprus": "cypriot", "czechia": "czech",
    "denmark": "danish", "ecuador": "ecuadorian", "egypt": "egyptian", "england": "english",
    "estonia": "estonian", "ethiopia": "ethiopian", "europe": "european", "finland": "finnish",
    "france": "french", "georgia": "georgian", "germany": "german", "ghana": "ghanaian",
    "greece": "greek", "haiti": "haitian", "hungary": "hungarian", "iceland": "icelandic",
    "india": "indian", "indonesia": "indonesian", "iran": "iranian", "iraq": "iraqi",
    "ireland": "irish", "israel": "israeli", "italy": "italian", "japan": "japanese",
    "jordan": "jordanian", "kazakhstan": "kazakh", "kenya": "kenyan", "kuwait": "kuwaiti",
    "latvia": "latvian", "lebanon": "lebanese", "libya": "libyan", "lithuania": "lithuanian",
    "malaysia": "malaysian", "mexico": "mexican", "mongolia": "mongolian", "morocco": "moroccan",
    "myanmar": "burmese", "nepal": "nepalese", "netherlands": "dutch", "nigeria": "nigerian",
    "norway": "norwegian", "pakistan": "pakistani", "palestine": "palestinian", "peru": "peruvian",
    "philippines": "philippine", "poland": "polish", "portugal": "portuguese", "qatar": "qatari",
    "romania": "romanian", "russia": "russian", "scotland": "scottish", "serbia": "serbian",
    "singapore": "singaporean", "slovakia": "slovak", "slovenia": "slovenian", "somalia": "somali",
    "spain": "spanish", "sudan": "sudanese", "sweden": "swedish", "switzerland": "swiss",
    "syria": "syrian", "taiwan": "taiwanese", "thailand": "thai", "tunisia": "tunisian",
    "turkey": "turkish", "ukraine": "ukrainian", "uganda": "ugandan", "venezuela": "venezuelan",
    "vietnam": "vietnamese", "wales": "welsh", "yemen": "yemeni", "zimbabwe": "zimbabwean",
}  # fmt: skip
"""Country to adjective, so that "China's Foreign Ministry" and "the Chinese Foreign Ministry" are one."""

STATES = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont wisconsin wyoming
    """.split()
)
