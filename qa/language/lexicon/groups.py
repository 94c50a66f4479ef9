"""List the nouns that make a group's name, and the names of one word that are a group's."""

from __future__ import annotations

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
    brotherhood movement front brigade republic kingdom states observatory chronicle observer inquirer globe
    telegraph mail broadcasting radio television channel poll polls survey census study report
    newspaper website opposition regime cabinet junta ministers officials authorities prosecutors
    investigators lawmakers democrats republicans conservatives liberals labour supporters directorate secretariat
    inspectorate registry taskforce dems peers lords action motors dynamics foods electric baseball football basketball
    hockey cricket athletics energy holdings stores brands pharmaceuticals hotels resorts entertainment securities
    petroleum resources chemical chemicals electronics semiconductor semiconductors railway railways railroad telecom
    telecommunications communications software computers products enterprises ventures associates plc insurance airways
    aerospace aviation co ag nv gmbh airport airports
    """.split()
)
"""Nouns that make a name a group's: "Tide Institute"."""
ENDS_OF_FIRMS = frozenset("ferries estates".split())
"""Last words of names of firms that are things by themselves: "Harwick Ferries", but "the ferries"."""
ORGANISATIONS = frozenset(
    """
    reuters bloomberg politico breitbart buzzfeed cnn cnbc msnbc nbc abc cbs fox npr pbs bbc ap afp
    itv espn univision telemundo upi xinhua tass interfax slate vox wired vice forbes fortune
    newsweek time axios gawker mediaite fbi cia nsa nasa nato un eu who imf wto opec epa irs dhs doj
    dea fda cdc faa ftc fcc sec nra aclu naacp gop dnc rnc unicef unesco unhcr iaea interpol europol
    hamas hezbollah isis isil taliban fatah google apple microsoft amazon facebook twitter meta
    netflix tesla uber boeing airbus samsung sony toyota walmart pentagon kremlin vatican wikileaks
    wikipedia gallup quinnipiac nielsen pfizer moderna greenpeace oxfam amnesty congress parliament
    senate wall-street instagram snapchat youtube tiktok openai spacex tories
    """.split()
)
"""One-word names that speak as groups. Places are listed apart."""

BODIES = frozenset(
    """government party parties court company church army military campaign committee council parliament
    ministry department administration commission agency board bank club team union university school hospital
    firm""".split()
)
"""Bodies: "the court" is somebody by what they are, "the Supreme Court" has a name."""

NEWSPAPERS = frozenset(
    """
    times post journal tribune herald guardian gazette press mail telegraph observer globe sun star chronicle review
    monitor standard courier register inquirer dispatch
    """.split()
)
"""Last words of newspapers' names: "the Tidewater Post"."""
SMALL_GROUPS = frozenset(
    """
    campaign administration government ministry department police office committee team foundation
    party agency commission council court university union association company newspaper magazine
    network organization group board bureau embassy army military church regime parliament congress
    senate coalition camp firm bank
    """.split()
)
"""Nouns that make a group's name with the capital before them: "the Clinton campaign", "Trump's team"."""
FIRMS = frozenset(("company", "firm"))
"""Groups that a nation's name does not name: "the German firm"."""
FIRM_NOUNS = FIRMS | frozenset(
    """
    airline brewer broadcaster carrier chain conglomerate developer insurer lender manufacturer miner operator producer
    publisher refiner retailer supplier utility
    """.split()
)
"""Nouns by which an article calls a firm that it has named: "the retailer"."""
FIRM_WORDS = frozenset(
    """
    ag airlines airways aerospace associates aviation bank brands broadcasting chemical chemicals co communications
    company computers corp corporation dynamics electric electronics energy enterprises entertainment foods gmbh
    holdings hotels inc industries insurance international laboratories labs llc ltd motors network networks nv
    partners petroleum pharmaceuticals plc products railroad railway railways records resorts resources securities
    semiconductor semiconductors services software stores studios systems technologies telecom telecommunications
    television ventures
    """.split()
)
"""Words of a group's name that a firm bears: "Harwick Motors"."""
GOVERNING_PARTIES = frozenset(
    """
    conservative labour tory liberal democratic republican socialist communist nationalist green coalition
    """.split()
)
"""Words for the party of a government: the Conservative government is one of many."""
PERSONAL_GROUPS = frozenset("campaign administration team camp".split())
"""Groups that are a person's, and named with the bare surname: "the Rubio campaign"."""

LED_BY_THE = frozenset(
    """
    administration agency alliance army assembly association authority board brigade bureau cabinet campaign caucus
    chamber church coalition command commission committee conference confederation congress council court department
    directorate embassy exchange federation force forces foundation front fund government guard house initiative
    inspectorate institute league ministry mission movement museum nations navy office opposition parliament party
    police registry regime republic secretariat senate service services society states taskforce team treasury
    tribunal trust union
    """.split()
)
"""Last nouns of names that "the" stands before: "the Ports Authority", but "Harwick University"."""
ALONE_LED_BY_THE = frozenset(
    """
    admiralty army bundestag cabinet cia conservatives dea democrats dhs dnc doj eec epa eu fbi fca fda ftc gop greens
    ilo imf irs knesset kremlin mod naacp navy nfl nhs nra nsa oecd osce pentagon republicans rnc sec senate taliban
    tories treasury tuc un vatican who wto
    """.split()
)
"""Names of one word that "the" stands before: "the Treasury", "the FBI", but "NATO", "Parliament", "Boeing"."""
