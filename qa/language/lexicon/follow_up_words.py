"""List the words of which short follow-ups are made, and the pronouns by what they can mean."""

from __future__ import annotations

_ORDER = (
    "first 1 1st one former",
    "second 2 2nd two latter",
    "third 3 3rd three",
    "fourth 4 4th four",
    "fifth 5 5th five",
)
PICKS = {word: number for number, words in enumerate(_ORDER, 1) for word in words.split()}
"""Words by which one of several is picked: "the second", "2", "the latter"."""
ORDINALS = {
    word: number
    for word, number in PICKS.items()
    if word not in "one two three four five former latter".split()
}
"""Those of them that stand beside a noun: "the second article"."""

ARTICLES = frozenset("the a an".split())
HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
THEY = frozenset("they them their theirs themselves".split())
IT = frozenset("it its itself".split())
POINTING = frozenset("this that these those one ones".split())
"""Words that point at a thing, or at what was said."""
PLACE_OR_TIME = frozenset("there then here".split())
FURTHER = frozenset("else other others another more besides also any again".split())
"""Words that ask for something beside what was shown."""
AFTER_NO = frozenset(
    """answer answers article articles body chance clue comment comments confidence deal doubt evidence fewer further
    idea joke kidding less longer luck matter mention more need news offence offense one other others point problem
    problems proof question questions quote quotes reaction reactions reason result results rush sense statement
    statements such surprise thank thanks thing use way wonder word words worries worry""".split()
)
"""Words before which "no" says that there is none, and corrects nothing: "no comment", "no idea"."""
ONE_LEAD = r"(?:(?:and|but|so)\s+)?"
"""Expression: the word that leads in a turn, where one does: "and who did?"."""
ANY_LEADS = r"(?:(?:and|but|so)\s+)*"
"""The same, of one word or more: "and so who did?"."""
SPOKEN_LEADS = r"(?:(?:and|but|so|ok|okay)[\s,]+)*"
"""The same, with commas, and with what is said to take a turn: "ok, so who did?"."""
OWNERS = frozenset("his her its their".split())
"""Pronouns that say whose somebody or something is."""

FRAGMENT_FILLER = frozenset(
    """anything something what about how only just more news and since then in say said says the else of new is
    there any from during has have he she they did does was that it stuff things quotes articles a an of by one ones
    article piece story earlier later year""".split()
)
"""Words beside a date that ask for nothing more: "anything new since May?"."""
BARE = frozenset(
    """when where why who whom what which how really did do does was were is are he she they it long much many
    come so then happened happen next after and again""".split()
)
"""Words of questions that name nothing: "when was it?"."""
UNTELLING = frozenset(
    """say said says tell told know knew think thought make made get got go went come came take took see saw
    give gave find found want become became begin began start started use used call called ask asked answer
    question questions happen happened like well really ever never just even still back much many lot lots
    thing things something anything nothing someone anyone interesting important aspects article information
    mention mentioned please sorry kind type sort way ways time times year years day days one two three first
    second else new old good great best better big long last next people person name named part let yes also
    would could shall able""".split()
)
"""Words that say too little to be carried into another question."""
NAMING_NOTHING = frozenset(
    "opposite contrary reverse otherwise different same case happening stuff lot everything anyway whole".split()
)
"""Words that stand where a topic may and name none: "has he said the opposite?"."""
NO_NAMES = frozenset(
    """i i'm i've i'd cannotanswer yes no ok okay sorry unfortunately however although though while because also
    another many most some other others several both either instead according please thanks thank hello hi let
    can't don't didn't isn't it's he's she's that's there's they're we're you're""".split()
)
"""Words that may have a capital and begin no name."""
INSIDE_NAMES = frozenset("of the de la von van der den di da del bin ibn al and for in on a".split())
"""Small words between the words of a name."""
SIDES = frozenset("prosecution defense defence opposition".split())
"""Sides of a case that speak, without a name."""
FIRM_PATTERN = (
    r"\w+makers?|giants?|firms?|operators?|carriers?|airlines?|retailers?|lenders?|insurers?|start-?ups?|publishers?"
    r"|manufacturers?|pharma|energy|motors|holdings?|airways|railways?|brewers?|builders?"
)
"""Words that say that a name is a firm's: "Chipmaker Vantor"; a pattern."""
PARTIES_BY_NAME = frozenset(
    """tories conservatives liberals labour labor democrats dems republicans greens nationalists socialists communists
    unionists""".split()
)
"""Members of a party, for all of it: "the Tories"."""
COMMON_PARTIES = frozenset(("labour", "labor"))
"""Parties of the name of a thing that is talked of in small letters."""
SOMEBODY = frozenset(
    """kid child baby toddler teenager pupil person prisoner inmate detainee hostage suspect victim survivor driver
    passenger patient owner worker farmer protester heckler attacker gunman killer robber thief hacker winner loser
    neighbour neighbor stranger visitor customer tenant landlord buyer seller caller defendant refugee""".split()
)
"""Nouns for somebody whom nobody names: "the prisoner", and then "his lawyer"."""
REACTS = frozenset({"comment", "respond", "react", "reply", "answer"})
"""Verbs for words on what was talked of just now."""
THE_BODY = frozenset(
    """company firm ministry department agency government council committee commission board union club party bank
    court police team university hospital school association federation operator manufacturer retailer airline
    maker carrier chain group newspaper paper magazine regulator watchdog charity authority office church
    army alliance coalition foundation institute trust""".split()
)
"""Nouns for a body that was named before: "the company" is one of those that were talked of."""
