"""List the closed word classes: auxiliaries, determiners, prepositions, pronouns and the rest."""

from __future__ import annotations

AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had having do does did will would can could may might must
    shall should 's 'd 've 're 'll ’s ’d ’ve ’re ’ll wasn't isn't
    """.split()
)
"""Verbs that help another: "has said", "would say"."""
NEGATIONS = frozenset(
    """
    not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot isn't
    wasn't aren't weren't didn’t doesn’t don’t hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t isn’t
    wasn’t aren’t weren’t
    """.split()
)
"""Words that turn a verb into its opposite: "did not say", "never said"."""
MODALS = frozenset("could may might must shall should can cannot can't couldn't can’t couldn’t".split())
"""Auxiliaries of what may be: "could argue"."""
BE = frozenset("is are was were be been being am".split())
"""The forms of "be"."""
ADVERBS = frozenset(
    """
    also later then once even just often still now again already soon ever always too further first long
    instead thus therefore however nonetheless nevertheless meanwhile afterward afterwards yet simply only
    rather all both himself herself themselves itself quite almost sometimes earlier though perhaps maybe
    """.split()
)
"""Adverbs that stand between a subject and its verb, or after the verb: "Quill also said"."""

SUBJECT_PRONOUNS = frozenset(
    "he she they it we i you who one everyone someone somebody nobody everybody anyone".split()
)
"""Pronouns that can be the subject of a verb of speech."""
PERSONAL = frozenset("he she they we i you".split())
"""Pronouns that stand for people."""
QUANTIFIERS = frozenset(
    """
    some many most several few others both none all two three four five six seven eight nine ten dozens
    hundreds
    """.split()
)
"""Words for how many, which may stand for people by themselves: "some said"."""
DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your some many several most few all both
    another no every each any two three four five six seven eight nine ten one other such
    """.split()
)
"""Words that begin a noun phrase."""
POSSESSIVES = frozenset("his her their its our my your whose".split())
"""Determiners that name an owner."""
PREPOSITIONS = frozenset(
    """
    in on at to from by with about of for after before during over under through via against between among
    into onto upon without within toward towards across around near despite behind beyond amid amidst
    because since until like unlike alongside following outside inside off along per than out up down throughout
    """.split()
)
"""Words that begin a phrase about place, time, cause or manner."""
CONJUNCTIONS = frozenset("and or but nor yet so plus".split())
"""Words that join two clauses or two nouns."""
SUBORDINATORS = frozenset(
    """
    that which who whom whose what when where while whilst if because although though as since unless until
    whether why how after before once whereas than lest
    """.split()
)
"""Words that begin a clause inside another."""

ONLY_FINITE = frozenset(
    """
    is are was were has have had do does did will would can could may might must should shall made took
    went came got gave ran won lost met became kept left put brought held stood spoke seemed makes takes
    goes comes gets gives runs wins keeps leaves puts brings holds stands speaks seems needs wants told
    said says thinks knows means meant built bought sent spent fell grew drew threw rose led began chose
    forgot wore swore sang flew caught taught fought dealt slept sank broke stole rode drove ate drank shook
    blew tore woke froze shrank sprang swam underwent undertook withdrew overcame foresaw oversaw mistook
    forbade forgave strode strove arose rewrote
    """.split()
)
"""Frequent verb forms that are nothing but finite verbs: where one stands, a subject has ended."""
OUTER_ONLY = frozenset(AUXILIARIES | ONLY_FINITE)
"""Words that never stand inside a noun phrase."""

FUNCTION = frozenset(
    """
    the a an and but or nor so yet for if when while whilst as at by in on of to from with without within
    into onto upon after before during since until although though because unless despite like
    unlike under over among amid against about above across along around behind below beneath beside
    besides between beyond down inside outside near off out past through throughout toward towards
    up via per than that this these those there here then now thus hence also even just only still
    again already always never often sometimes soon later earlier meanwhile moreover however instead
    otherwise nevertheless nonetheless therefore perhaps maybe indeed overall finally first second
    third last next once twice he she it they we you i his her its their our my your him them us me
    himself herself itself who whom whose which what why how where whether some any many most more
    much few several all both each every either neither another other others such same one two three
    four five six seven eight nine ten no not yes well ok okay oh ah hey please thanks thank let is
    are was were be been being am has have had do does did done can could will would shall should
    may might must according asked given speaking say says said see look read watch click follow
    photo photos image video file getty updated update editor note related share advertisement new
    old former current early late recent somebody someone anybody anyone everybody everyone nobody
    none nothing something people critics officials experts analysts supporters researchers
    scientists voters sources observers scholars aides advisers advisors opponents allies reporters
    journalists lawyers doctors police following based including regarding concerning considering
    depending born i'm i've i'll i'd it's that's there's he's she's we're they're you're don't
    didn't isn't can't won't i’m i’ve i’ll i’d it’s that’s there’s he’s she’s we’re they’re you’re
    don’t didn’t isn’t can’t won’t what's what’s let's let’s here's here’s who's who’s
    """.split()
)
"""Words that carry a capital for other reasons than being a name."""

MANNERS = frozenset(
    "seldom away fully back elsewhere abroad overseas online together apart aside alone".split()
)
"""Adverbs that look like a noun before a verb: "seldom speaks of it"."""
HEARERS = frozenset("him her them me us you".split())
"""Pronouns for the person who is spoken to: "told her she was right"."""
HEADLINE_ADVERBS = frozenset(
    """
    finally reportedly publicly openly repeatedly recently flatly falsely angrily quietly suddenly really
    formally officially sharply strongly directly
    """.split()
)
"""Adverbs that a headline gives a capital, so that they look like names."""
COUNTS = frozenset("two three four five six seven eight nine ten several many few some most".split())
"""Words for how many before a plural: "four states that vote"."""
PLURALS = frozenset(
    "people police men women some many most others few media data those both they we i you who".split()
)
"""Subjects that take a verb without -s: "people say"."""
WHEREABOUTS = frozenset(
    "here there outside inside upstream downstream abroad overseas ashore elsewhere nearby alike".split()
)
"""Words after people for where they are: "farmers upstream", "parents outside"."""
OBJECT_PRONOUNS = frozenset(
    """
    him her them it me us you himself herself themselves itself this that these those one another each so
    nothing anything something everything more much as
    """.split()
)
"""Words that as an object leave nothing of what was said: "thanked him"."""
AMOUNTS = frozenset("half two three four five six seven eight nine ten a most third quarter dozens".split())
"""Words for how much, after "nearly" or "about": "about half"."""
