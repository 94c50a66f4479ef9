"""The words that report speech and thought, by what may follow them, and the small closed word classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb. `frames` says what it takes: see `_FRAMES`; `form` is its inflection."""

    lemma: str
    form: str
    frames: frozenset[str]


# say      X say (that) C; C, X say; "Q," say X       tell   as say, with a hearer: X tell Y (that) C
# quote    reports only next to quotation marks       think  X think (that) C: a belief or finding, no speech
# to       X vow to C                                 order  X urge Y to C
# object   X criticize C                              call   X call Y Z
# aloud    speech only before a colon or behind a quotation: "she went on:"
_FRAMES = {
    "say": """
    say deny add note argue claim suggest announce report explain acknowledge insist admit warn predict
    declare state assert concede contend maintain allege stress emphasize reiterate recall joke quip reply
    respond tweet retweet observe remark complain confirm reveal disclose boast brag lament promise vow
    pledge swear testify conclude agree answer counter retort recount theorize speculate caution proclaim
    opine muse indicate estimate hint imply profess protest repeat charge affirm attest vouch decree gripe
    hypothesize posit propose recommend relay signal specify stipulate surmise deadpan fume marvel crow
    scoff sneer rejoin reaffirm reassert restate clarify venture writes snap gush counsel advise divulge
    grumble interject rationalize telegraph concur disagree
    """,
    "write": "write post text email blog type scribble",
    "tell": "tell assure inform remind notify convince persuade warn advise",
    "quote": """
    comment reason continue begin ask shout yell cry chant exclaim mutter whisper laugh sigh read start
    call offer finish inquire wonder scream bellow roar boom demand plead implore exhort urge beg instruct
    interrupt interject chime open close elaborate smile grin shrug chuckle ask thunder bark ponder sum
    summarize groan moan deadpan preach rap sing pray retort respond describe express characterize decry
    praise hail greet toast salute share
    """,
    "think": """
    think believe hope fear expect know feel assume doubt suspect find show see guess decide
    demonstrate regret forecast rule
    """,
    "ask": "ask wonder question inquire debate consider",
    "to": """
    vow promise pledge want hope plan intend threaten offer refuse decline seek ask agree propose decide
    expect swear prefer wish aim opt demand claim volunteer
    """,
    "order": """
    urge ask tell order call encourage advise exhort implore press beg warn want expect instruct invite challenge
    request direct command dare like
    """,
    "object": """
    criticize praise blast attack condemn denounce slam defend endorse oppose reject dismiss question mock
    cite describe discuss dispute propose acknowledge announce stress emphasize reiterate suggest mention
    demand express ridicule decry deride bash blame thank congratulate accuse disavow repudiate
    assail rip knock lambaste chide scold rebuke hail laud applaud tout promise predict explain recall
    echo protest lament bemoan fear advocate downplay deny admit admire detail outline label characterize
    accuse credit want welcome argue note claim offer support highlight underscore reference
    portray depict compare reveal confirm claim warn threaten pledge recommend note regret doubt
    """,
    "call": "call label dub brand deem describe characterize portray depict denounce dismiss",
}
_IRREGULAR = {
    "admit": "admits admitted admitting admitted",
    "beg": "begs begged begging begged",
    "begin": "begins began beginning begun",
    "blog": "blogs blogged blogging blogged",
    "brag": "brags bragged bragging bragged",
    "dub": "dubs dubbed dubbing dubbed",
    "echo": "echoes echoed echoing echoed",
    "feel": "feels felt feeling felt",
    "find": "finds found finding found",
    "forecast": "forecasts forecast forecasting forecast",
    "grin": "grins grinned grinning grinned",
    "know": "knows knew knowing known",
    "label": "labels labeled labeling labeled",
    "opt": "opts opted opting opted",
    "panic": "panics panicked panicking panicked",
    "plan": "plans planned planning planned",
    "prefer": "prefers preferred preferring preferred",
    "quip": "quips quipped quipping quipped",
    "rap": "raps rapped rapping rapped",
    "read": "reads read reading read",
    "refer": "refers referred referring referred",
    "regret": "regrets regretted regretting regretted",
    "rip": "rips ripped ripping ripped",
    "say": "says said saying said",
    "see": "sees saw seeing seen",
    "seek": "seeks sought seeking sought",
    "show": "shows showed showing shown",
    "shrug": "shrugs shrugged shrugging shrugged",
    "signal": "signals signaled signaling signaled",
    "sing": "sings sang singing sung",
    "slam": "slams slammed slamming slammed",
    "snap": "snaps snapped snapping snapped",
    "sum": "sums summed summing summed",
    "swear": "swears swore swearing sworn",
    "tell": "tells told telling told",
    "think": "thinks thought thinking thought",
    "understand": "understands understood understanding understood",
    "write": "writes wrote writing written",
}
# British and other second spellings.
_DOUBLED = {
    "signalled": "signal",
    "labelled": "label",
    "criticised": "criticize",
    "emphasised": "emphasize",
    "characterised": "characterize",
    "summarised": "summarize",
}
_FORMS = ("present", "past", "ing", "past")


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ied"
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return plural, lemma + "ed", lemma + "ing", lemma + "ed"


def _lexicon() -> dict[str, Verb]:
    frames: dict[str, set[str]] = {}
    for frame, words in _FRAMES.items():
        for word in words.split():
            frames.setdefault(word, set()).add(frame)
    verbs: dict[str, Verb] = {}
    for lemma, takes in frames.items():
        forms = _IRREGULAR[lemma].split() if lemma in _IRREGULAR else _regular(lemma)
        verbs[lemma] = Verb(lemma, "base", frozenset(takes))
        for form, word in zip(_FORMS, forms, strict=True):
            verbs[word] = Verb(lemma, form, frozenset(takes))
    for word, lemma in _DOUBLED.items():
        verbs[word] = verbs[lemma + ("d" if lemma.endswith("e") else "ed")]
    return verbs


VERBS = _lexicon()
# Verbs that report only with a preposition right behind them: "spoke of the border", "referring to the vote".
_ABOUT = {
    "refer": "to", "point": "to", "allude": "to", "object": "to", "speak": "about of against", "talk": "about",
    "complain": "about of", "rail": "against", "lash": "at", "push": "for",
    "comment": "on", "ask": "about for", "warn": "of about against", "boast": "of about", "joke": "about",
    "hint": "at", "write": "about of", "argue": "for against", "brag": "about", "insist": "on", "disagree": "with",
    "apologize": "for", "inquire": "about", "elaborate": "on", "agree": "with", "worry": "about",
    "plead": "for", "vow": "of", "tweet": "about", "reflect": "on", "question": "about",
}  # fmt: skip
_ABOUT_IRREGULAR = {"speak": "speaks spoke speaking spoken"}


def _about() -> dict[str, tuple[Verb, frozenset[str]]]:
    found = {}
    for lemma, links in _ABOUT.items():
        irregular = _ABOUT_IRREGULAR.get(lemma) or _IRREGULAR.get(lemma)
        forms = irregular.split() if irregular else _regular(lemma)
        for form, word in zip(_FORMS, forms, strict=True):
            found[word] = (Verb(lemma, form, frozenset(("about",))), frozenset(links.split()))
    return found


ABOUT = _about()
_PARTICLES = {
    "point": ("out", "say quote"),
    "go": ("on", "aloud"),
    "fire": ("back", "quote"),
    "shoot": ("back", "quote"),
    "hit": ("back", "quote"),
    "chime": ("in", "quote"),
    "spell": ("out", "object"),
}
_PARTICLE_FORMS = {
    "go": "goes went going gone", "shoot": "shoots shot shooting shot", "hit": "hits hit hitting hit",
}  # fmt: skip


def _with_particle() -> dict[tuple[str, str], Verb]:
    found: dict[tuple[str, str], Verb] = {}
    for lemma, (particle, frames) in _PARTICLES.items():
        forms = _PARTICLE_FORMS[lemma].split() if lemma in _PARTICLE_FORMS else _regular(lemma)
        for form, word in zip(("base", *_FORMS), (lemma, *forms), strict=True):
            found.setdefault((word, particle), Verb(f"{lemma} {particle}", form, frozenset(frames.split())))
    return found


WITH_PARTICLE = _with_particle()
"""Verbs of speech by a small word right behind them: "points out", "fired back"."""
PARTICLED = frozenset(word for word, _ in WITH_PARTICLE)
PUTTING = {form: Verb("put", "past", frozenset(("say", "quote"))) for form in ("put", "puts")}
"""A verb of speech only before "it"."""

# "Trump's claim that ...": nouns with a possessive or "by", and what joins the content.
NOUNS = frozenset(
    """
    claim claims statement statements assertion assertions argument arguments suggestion suggestions
    warning warnings belief beliefs contention allegation allegations promise promises pledge pledges vow
    vows comment comments remark remarks complaint complaints insistence admission announcement proposal
    proposals view views opinion prediction predictions accusation accusations assurance assurances denial
    denials conclusion concern concerns hope hopes fear fears idea notion call calls criticism criticisms
    demand demands desire plan plans support opposition threat threats praise endorsement question
    questions response refusal decision declaration assessment description recommendation confession
    acknowledgment testimony stance position attacks attack verdict answer reply message advice
    explanation summary reaction possibility case point charge charges doubt doubts
    """.split()
)
# Forms that are a noun as often as a verb.
NOUNS_TOO = NOUNS | frozenset(
    """
    report reports tweet tweets post posts email emails text texts show shows details detail requests
    request answer answers charges charge rules rule states state notes note names blasts blast reply
    replies debate debates vote votes challenges challenge thanks thank need needs dream dreams doubt
    doubts worries worry guess estimate estimates forecast forecasts signal signals press order orders
    offer offers reason reasons advocate advocates project projects account accounts invite like likes love
    hate
    """.split()
)
# Those of them that are words spoken, and can be of, for or about something.
SPOKEN_NOUNS = frozenset(
    """
    claim claims proposal proposals call calls remark remarks comment comments statement statements
    criticism criticisms view views stance announcement pledge pledges vow vows promise promises complaint
    complaints
    """.split()
)
DOCUMENTS = frozenset(
    """
    analysis analyses study studies report reports survey surveys poll polls calculation calculations estimate
    estimates projection projections research review paper data figures statistics account tally count audit
    investigation assessment article story book column essay memo letter statement filing
    """.split()
)
"""What people and bodies publish: "according to a study by the Tide Institute" has the institute's words."""
NOUN_LINKS = frozenset("that of for to about on against over".split())

AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had having do does did will would can could may might must
    shall should 's 'd 've 're 'll ’s ’d ’ve ’re ’ll wasn't isn't
    """.split()
)
NEGATIONS = frozenset(
    """
    not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot isn't
    wasn't aren't weren't didn’t doesn’t don’t hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t isn’t
    wasn’t aren’t weren’t
    """.split()
)
MODALS = frozenset("could may might must shall should can cannot can't couldn't can’t couldn’t".split())
BE = frozenset("is are was were be been being am".split())
ADVERBS = frozenset(
    """
    also later then once even just often still now again already soon ever always too further first long
    instead thus therefore however nonetheless nevertheless meanwhile afterward afterwards yet simply only
    rather all both himself herself themselves itself quite almost sometimes earlier though perhaps maybe
    """.split()
)

PRONOUNS = frozenset(
    "he she they it we i you who one everyone someone somebody nobody everybody anyone".split()
)
PERSONAL = frozenset("he she they we i you".split())
QUANTIFIERS = frozenset(
    """
    some many most several few others both none all two three four five six seven eight nine ten dozens
    hundreds
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your some many several most few all both
    another no every each any two three four five six seven eight nine ten one other such
    """.split()
)
POSSESSIVES = frozenset("his her their its our my your whose".split())
PREPOSITIONS = frozenset(
    """
    in on at to from by with about of for after before during over under through via against between among
    into onto upon without within toward towards across around near despite behind beyond amid amidst
    because since until like unlike alongside following outside inside off along per than out up down
    """.split()
)
CONJUNCTIONS = frozenset("and or but nor yet so plus".split())
SUBORDINATORS = frozenset(
    """
    that which who whom whose what when where while if because although though as since unless until
    whether why how after before once whereas than lest
    """.split()
)
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january
    february march april may june july august september october november december jan feb aug sept oct nov
    dec morning afternoon evening night week month year recently earlier later noon midnight mondays
    tuesdays wednesdays thursdays fridays saturdays sundays weekend
    """.split()
)
# Finite verbs that are frequent and look like nothing else: where one stands, a subject has ended.
FINITE = frozenset(
    """
    is are was were has have had do does did will would can could may might must should shall made took
    went came got gave ran won lost met became kept left put brought held stood spoke seemed makes takes
    goes comes gets gives runs wins keeps leaves puts brings holds stands speaks seems needs wants told
    said says thinks knows means meant built bought sent spent fell grew drew threw rose led began chose
    forgot wore swore sang flew caught taught fought dealt slept sank broke stole rode
    """.split()
)
OUTER_ONLY = frozenset(AUXILIARIES | FINITE)
