"""List words that are another word in a form that no ending tells: "won" is "win", "death" goes with "die"."""

from __future__ import annotations

from functools import cache

_VERBS = """
    arise arose arisen; awake awoke awoken; become became; begin began begun; bend bent; bite bitten; bleed bled;
    blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught;
    choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt;
    drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
    find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
    forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
    hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led;
    leap leapt; learn learnt; leave left; lend lent; light lit; lose lost; make made; mean meant; meet met;
    overcome overcame; overtake overtook overtaken; pay paid; ride rode ridden; ring rang rung; rise rose risen;
    run ran; see saw seen; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; shoot shot;
    show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; spend spent;
    spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck;
    sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swell swollen;
    swim swam swum; swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown;
    understand understood; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn;
    weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withhold withheld; write wrote written
"""
"""Base, past, and participle where that is another: not "say" and "tell", which every question for words has, nor what
is more often another word ("wound", "bound", "ground", "bore")."""
_PLURALS = """
    man men; woman women; child children; foot feet; tooth teeth; mouse mice; wife wives; knife knives; thief thieves;
    wolf wolves; half halves; shelf shelves; loaf loaves; calf calves; scarf scarves; crisis crises;
    hypothesis hypotheses; criterion criteria; phenomenon phenomena; policeman policemen; policewoman policewomen;
    congressman congressmen; congresswoman congresswomen; businessman businessmen; businesswoman businesswomen;
    fireman firemen; fisherman fishermen; gunman gunmen; serviceman servicemen; councilman councilmen;
    salesman salesmen; workman workmen; statesman statesmen; sportsman sportsmen; cameraman cameramen;
    militiaman militiamen; tribesman tribesmen; clergyman clergymen; layman laymen; assemblyman assemblymen;
    alderman aldermen
"""
_DERIVED = """
    die death dead deadly; lose loss; marry marriage; grow growth; deny denial; apologise apologetic;
    argue argument; decide decision; divide division; invade invasion; expand expansion; explode explosion explosive;
    collide collision; conclude conclusion; persuade persuasion; violent violence; safe safety;
    strong strength strengthen; poor poverty; guilty guilt; angry anger; hungry hunger; true truth; deep depth deepen;
    proud pride; injure injury; survive survivor; acquit acquittal; fail failure; close closure; depart departure;
    seize seizure; expose exposure; succeed success successful; respond response; defend defence defense;
    offend offence offense offensive; choose choice; advise advice advisor; believe belief; prove proof; fly flight;
    give gift; weigh weight; hate hatred; analyze analysis analyst; admit admission; permit permission; omit omission;
    transmit transmission; submit submission; extend extension; suspend suspension; intend intention intent;
    attend attendee; describe description; prescribe prescription; subscribe subscription; deceive deception;
    reduce reduction; introduce introduction; destroy destruction destructive;
    compete competition competitor competitive; repeat repetition; oppose opposition opponent; impose imposition;
    acquire acquisition; resolve resolution; solve solution; evolve evolution; absorb absorption; assume assumption;
    consume consumption; vary variation; apply application; qualify qualification; clarify clarification;
    justify justification; modify modification; verify verification; notify notification; identify identification;
    multiply multiplication; publish publication; abolish abolition; explain explanation; maintain maintenance;
    retain retention; detain detention detainee; abstain abstention; contend contention; convert conversion;
    provide provision; erode erosion; corrode corrosion; occur occurrence; recur recurrence; ally alliance;
    comply compliance; defy defiance; rely reliance; discover discovery; recover recovery; deliver delivery;
    rob robbery; bribe bribery; forge forgery; fraud fraudulent; burgle burglary; terror terrorist;
    racism racist racial; sexism sexist; socialism socialist; communism communist; fascism fascist;
    nationalism nationalist; feminism feminist; populism populist; extremism extremist; activism activist;
    journalism journalist; tourism tourist; separatism separatist; optimism optimist optimistic;
    pessimism pessimist pessimistic; economy economic economics economist; finance financial;
    crime criminal criminality; science scientist scientific; medicine medical; politics politician; secret secrecy;
    tax taxation taxpayer; inflation inflationary; censor censorship; vote voter; protest protestor; steal theft;
    migrate migrant; anxious anxiety; cruel cruelty; certain certainty; loyal loyalty; sue lawsuit;
    judge judgment judgement; starve starvation; speak speech; practice practise; televise television;
    advertise advertisement; imprison prison; behave behaviour behavior; relieve relief; grieve grief;
    elect electoral electorate; pray prayer; young youth; wealthy wealth; healthy health; wise wisdom;
    child childhood; friend friendship; member membership; citizen citizenship; partner partnership; islam islamist;
    jew jewish judaism; hero heroic heroism; poet poetry; history historian historic historical; music musician;
    diplomat diplomacy; urgent urgency; frequent frequency; pirate piracy; conspire conspiracy; include inclusion;
    exclude exclusion; intrude intrusion; vacant vacancy; pregnant pregnancy; nominate nominee; appoint appointee;
    evacuate evacuee; absent absence; obey obedience obedient; satisfy satisfaction; danger endanger; weak weaken;
    threat threaten; broad broaden; short shorten; tight tighten; fright frighten; worse worsen;
    sympathy sympathise sympathetic; emphasis emphasise; strategy strategic strategist; tragedy tragic;
    bankrupt bankruptcy; suspect suspicion suspicious; testify testimony; plead plea; ratify ratification;
    surgery surgeon surgical; chemistry chemist; physics physicist; deport deportee; silent silence;
    rebel rebellion rebellious; tend tendency; private privacy; famous fame; warm warmth; bleed blood; sing song;
    sign signature signatory; inquire inquiry enquire enquiry; enter entry entrance; modest modesty; honest honesty;
    scarce scarcity; perceive perception; receive receipt; conceive conception; redeem redemption; resume resumption;
    presume presumption
"""
"""A word, and what is made from it or has the same root. Of those who do it only some who hold a view or have a part:
to ask for the winner is to ask for a name."""
_NAMES = frozenset(("Rose", "Drew", "Lent", "Won", "Sung"))
"""Pasts that are more often a name when they have a capital: Ada Rose does not rise."""
_OTHER_PASTS = """
    beat bet bit bound cut did dove flung had hit hurt lay let put quit read said set sewed shed showed shut split
    spoke spread told was wound
"""


@cache
def families() -> dict[str, str]:
    """Return, for each form in small letters, the word whose form it is."""
    found: dict[str, str] = {}
    for base, *forms in _split(f"{_VERBS};{_PLURALS}"):
        found |= dict.fromkeys(forms, base)
    for base, *forms in _split(_DERIVED):
        for form in forms:
            found |= dict.fromkeys((form, _plural(form)), base)
    return found


def is_name_like(word: str) -> bool:
    """Return whether a word, with its capital, is more often a name than the form of another word."""
    return word in _NAMES


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the irregular pasts of common verbs, which look like nouns: "the council froze", "a letter came"."""
    return frozenset(_OTHER_PASTS.split()) | {past for _, past, *_ in _split(_VERBS)}


def _split(families: str) -> list[list[str]]:
    return [family.split() for family in families.split(";")]


def _plural(noun: str) -> str:
    if noun.endswith("sis"):
        return noun  # the stemmer knows "analyses"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
