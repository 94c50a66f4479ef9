"""Words that carry a capital for other reasons than being a name, and verbs that show who speaks."""

from __future__ import annotations

FUNCTION = frozenset(
    """
    the a an and but or nor so yet for if when while as at by in on of to from with without within
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

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thurs fri sat sun christmas easter thanksgiving halloween today yesterday
    tomorrow tonight
    """.split()
)

SPEAKS = frozenset(
    """
    said says say told tells added adds wrote writes tweeted tweets asked asks argued argues noted
    notes called calls claimed claims warned warns insisted insists explained explains announced
    announces declared declares stated states replied replies responded responds acknowledged
    acknowledges admitted admits suggested suggests recalled recalls predicted predicts promised
    promises vowed vows believes believed thinks thought denied denies declined declines confirmed
    confirms continued concluded criticized criticised accused accuses urged urges complained
    quipped joked remarked observed observes contended contends testified repeated reiterated
    stressed emphasized praised mocked blasted slammed dismissed rejected conceded countered
    cautioned wants
    """.split()
)

OFFICES = frozenset(
    """
    state defense defence labor labour energy education commerce transportation agriculture interior
    treasury homeland security health human services urban development housing veterans affairs
    justice finance foreign environment trade culture sport sports
    """.split()
)

PLACES = frozenset(
    """
    york city angeles francisco diego vegas orleans hampshire jersey carolina dakota virginia island
    islands county street avenue road park beach lake river mountain mountains valley bay heights
    hills square tower airport bridge hall building hotel arena stadium boulevard plaza theater
    theatre south north west east eastern western northern southern central zealand africa asia
    america korea arabia lanka rica leone middle united charlotte austin dallas florence houston
    savannah phoenix brooklyn manhattan chicago boston philadelphia detroit cleveland milwaukee
    atlanta miami orlando tampa denver seattle baltimore tuesday primary caucus convention debate
    day night week year award awards act amendment law treaty agreement accord national war
    constitution bible quran god internet web americans street-journal gulf
    """.split()
)
"""Words that make the name they stand in a place's, an event's or a thing's."""

GIVEN_AND_PLACE = frozenset(
    """
    virginia georgia charlotte carolina austin dallas florence sydney jordan israel chad paris
    victoria madison jackson lincoln houston savannah orlando carson clinton grant wilson jefferson
    washington tyler will may april june august grace faith hope joy ford norman lamar kent chester
    marina chelsea augusta
    """.split()
)
"""Given names that are as often something else: alone they make nobody a person."""

GENERIC = frozenset(
    """
    staff state amendment pac pacs data poll polls survey surveys stories story report reports study
    studies research evidence records documents documentary video footage emails email statement
    statements figures numbers results critics attorneys prosecutors strategists feminists activists
    voters residents neighbors witnesses witness woman women man men mother father parents family
    friends students teachers workers leaders friend members delegates protesters donors candidates
    campaigns lawmakers politicians celebrities fans viewers readers users businesses companies
    economists pollsters historians doctors nurses troops soldiers veterans rumors millions
    thousands hundreds dozens half part media press news tv internet
    """.split()
)
"""Common nouns that a sentence's first capital makes look like a name."""

SURNAME_TOO = frozenset(
    "west day hall law north street lake house post church court banks hill england york".split()
)
"""Surnames among the words that otherwise make a place or a group: after a given name they are a person's."""
