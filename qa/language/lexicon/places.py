"""List the places that speak, the words that make a place's name, and the adjectives of nations."""

from __future__ import annotations

METONYMS = frozenset(
    """
    washington beijing moscow london paris berlin tokyo seoul pyongyang brussels tehran jerusalem
    ankara kyiv kiev riyadh baghdad damascus kabul islamabad delhi canberra ottawa rome madrid
    athens warsaw budapest vienna cairo caracas havana brasilia bogota pretoria taipei hanoi manila
    jakarta bangkok
    """.split()
)
"""Capitals that stand for a government when they are said to speak."""
SEATS = {
    "china": ("beijing",), "russia": ("moscow", "kremlin"), "north korea": ("pyongyang",), "south korea": ("seoul",),
    "iran": ("tehran",), "ukraine": ("kyiv", "kiev"), "turkey": ("ankara",), "pakistan": ("islamabad",),
    "saudi arabia": ("riyadh",), "syria": ("damascus",), "iraq": ("baghdad",), "india": ("delhi", "new delhi"),
    "taiwan": ("taipei",), "venezuela": ("caracas",), "cuba": ("havana",),
}  # fmt: skip
"""Countries to the capitals, and what else, by which news names their governments more often than a city.

"Beijing is bluffing" is about China. London and Paris are as often the cities, and Washington is a state as well."""
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
PEOPLES = {
    "briton": "britain", "dane": "denmark", "dutchman": "netherlands", "englishman": "england",
    "filipino": "philippines", "finn": "finland", "frenchman": "france", "irishman": "ireland", "pole": "poland",
    "scot": "scotland", "spaniard": "spain", "swede": "sweden", "turk": "turkey", "welshman": "wales",
}  # fmt: skip
"""Who comes from a country, where the word is not its adjective: a Dane is from Denmark."""
ADJECTIVES = {adjective: nation for nation, adjective in NATIONS.items()}
"""Adjective to country, both folded."""
OFFICES_OF = ADJECTIVES | {
    "south korean": "south korea", "north korean": "north korea", "south african": "south africa",
    "costa rican": "costa rica", "puerto rican": "puerto rico", "sri lankan": "sri lanka", "saudi": "saudi arabia",
    "salvadoran": "el salvador", "emirati": "united arab emirates", "angolan": "angola", "bahamian": "bahamas",
    "barbadian": "barbados", "bhutanese": "bhutan", "burundian": "burundi", "cameroonian": "cameroon",
    "catalan": "catalonia", "chadian": "chad", "congolese": "congo", "eritrean": "eritrea", "fijian": "fiji",
    "gambian": "gambia", "guatemalan": "guatemala", "honduran": "honduras", "ivorian": "ivory coast",
    "jamaican": "jamaica", "laotian": "laos", "liberian": "liberia", "luxembourgish": "luxembourg",
    "macedonian": "macedonia", "malawian": "malawi", "maldivian": "maldives", "malian": "mali", "maltese": "malta",
    "mauritian": "mauritius", "moldovan": "moldova", "montenegrin": "montenegro", "mozambican": "mozambique",
    "namibian": "namibia", "nicaraguan": "nicaragua", "omani": "oman", "panamanian": "panama",
    "paraguayan": "paraguay", "rwandan": "rwanda", "samoan": "samoa", "senegalese": "senegal",
    "tanzanian": "tanzania", "tongan": "tonga", "uruguayan": "uruguay", "uzbek": "uzbekistan", "zambian": "zambia",
}  # fmt: skip
"""Adjective to country, both folded, also of more than one word: "the Sri Lankan president" is Sri Lanka's."""
OF_A_PEOPLE = frozenset(OFFICES_OF) | frozenset(
    "aboriginal arab inuit islamic jewish kurdish muslim zionist".split()
)
"""Adjectives of nations, peoples and faiths: nobody's name."""
SAME_PLACE = (
    frozenset(("us", "usa", "america", "united states")),
    frozenset(("uk", "britain", "united kingdom")),
    frozenset(("eu", "europe", "european union")),
    frozenset(("un", "united nations")),
    frozenset(("nyc", "new york city")),
)
"""Names of one place or body each, folded."""
NATION_OF = {adjective: name.title() for name, adjective in NATIONS.items()} | {
    "american": "United States", "saudi": "Saudi Arabia", "south korean": "South Korea",
    "north korean": "North Korea", "south african": "South Africa", "sri lankan": "Sri Lanka",
}  # fmt: skip
"""Adjective, folded, to the country's name as it is written: "the Israeli prime minister" is Israel's."""
STATES = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont wisconsin wyoming
    """.split()
)
"""States of the USA."""
STATE_SHORTS = frozenset(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev n.h n.j n.m n.y
    n.c n.d okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c
    """.split()
)
"""Their short forms, without the last full stop: "Calif.", "N.Y."."""
COMPASS = frozenset("north south east west central".split())
"""Last words of the names of constituencies: "Harwick East"."""
NEARER = frozenset("upper lower nether".split())
"""First words of the names of villages: "Upper Dene"."""

LANDS = frozenset(NATIONS) | STATES | METONYMS
"""Nations, states, and what stands for a government: "Washington"."""
ANY_NATION = frozenset(NATIONS).union(OFFICES_OF, OFFICES_OF.values(), *SAME_PLACE)
"""Nations and their adjectives, in all forms: "south korean", "britain" for "uk"."""
PROPER_PLACES = frozenset(
    """
    york angeles francisco diego vegas orleans hampshire jersey carolina dakota virginia zealand
    africa asia america korea arabia lanka rica leone charlotte austin dallas florence houston
    savannah phoenix brooklyn manhattan chicago boston philadelphia detroit cleveland milwaukee
    atlanta miami orlando tampa denver seattle baltimore
    """.split()
)
"""Words that are a place's name, or part of one, wherever they stand."""
PLACES = PROPER_PLACES | frozenset(
    """
    city island islands county street avenue road park beach lake river mountain mountains valley
    bay heights hills square tower airport bridge hall building hotel arena stadium boulevard plaza
    jail prison penitentiary courthouse cemetery
    theater theatre south north west east eastern western northern southern central middle united
    tuesday primary caucus convention debate day night week year award awards act amendment law
    treaty agreement accord national war playhouse cathedral abbey pavilion constitution bible quran
    god internet web americans street-journal gulf
    """.split()
)
"""Words that make the name they stand in a place's, an event's or a thing's."""
