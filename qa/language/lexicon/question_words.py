"""List the words that a question is built with, and those that name nobody in it."""

from __future__ import annotations

ABOUT = frozenset("about on regarding concerning over toward towards re abt".split())
"""Words that open a topic after a verb or noun."""
QUESTION_AUXILIARIES = frozenset(
    "did does do has have had is are was were will would can could should may might must be been am".split()
)
"""Verbs that open a question or follow its question word."""
ANY_AUXILIARY = "|".join(sorted(QUESTION_AUXILIARIES))
"""The same, as the alternatives of an expression."""
FACT_AUXILIARIES = "is|are|was|were|did|does|do|has|have|had|will|would"
"""Those of them with which is asked what is, was or will be, as alternatives: "was it mended?"."""
AUXILIARIES_WITH_CAN = f"{FACT_AUXILIARIES}|can|could"
AUXILIARIES_WITH_SHOULD = f"{AUXILIARIES_WITH_CAN}|should"
"""The same, and those that ask what could be, or should: "should it close?"."""
ONLY_AUXILIARIES = QUESTION_AUXILIARIES - {"can", "may", "might", "must", "will"}
"""Those of them that are no nouns: "a will", "tolls since May"."""
WH_WORDS = frozenset("what who how why when where which whose whom".split())
"""Words that ask by themselves: "how"."""
QUESTION_WORDS = WH_WORDS | QUESTION_AUXILIARIES
"""Words that open a question."""
PRONOUNS = frozenset(
    """i you he she it they we me him her them us one someone somebody anyone anybody this that these those
    who whom which what there his hers its their theirs my your our""".split()
)
"""Words that stand for somebody or something named before."""
NOBODY = frozenset(
    """people everyone everybody others nobody most many some all articles article text texts passage author
    authors archive story stories news sources paragraph paper papers document documents media press world
    folks ppl things coverage reporting""".split()
)
"""Subjects that name no one: "what do people say", "what does the article say"."""
NO_NAME_STARTS = QUESTION_WORDS | frozenset(
    """on in at of to for from by with about after before between during since until and or but if as than
    considering given including featuring discussing covering mentioning regarding concerning besides despite
    there not""".split()
)
"""Words with which no name begins."""
NO_NAME_ENDS = frozenset(
    "the a an his her their its my your our of in on at to for by with and or from as".split()
)
"""Words with which no name ends."""

ADVERBS_INSIDE = frozenset(
    """ever actually also really just once never exactly not already since been be have had to has publicly
    privately initially originally recently lately first last again specifically himself herself itself
    themselves then now still quoted cited say about on""".split()
) - {"say", "about", "on"}
"""Adverbs that stand between a speaker and the verb: "What did Quill ever actually say"."""
FILLER = frozenset(
    "anything something nothing anywhere somewhere much more else things it this so there here".split()
)
"""Words for anything at all: "What did Quill say, if anything, about the levee"."""
FEELS = (
    r"(?:(?:un)?happy|pleased|(?:dis)?satisfied|disappointed|frustrated|impressed|(?:un)?comfortable)\s+(?:with|about|by)"
    r"|(?:angry|upset|excited|optimistic|pessimistic|nervous|anxious|furious|confident|enthusiastic|sceptical|skeptical|sure"
    r"|certain)\s+(?:about|over|of)|(?:proud|afraid|scared|wary|tired|ashamed|suspicious)\s+of|keen\s+on|(?:open|committed)\s+to"
)
"""What somebody feels about a topic, which their words tell: "Is Quill happy with the levee?"."""
HOW_MUCH = frozenset("many much long far often old large big high tall fast soon likely".split())
"""Words that make "how" a question of amount: "how many"."""
OPENERS = frozenset(
    """who what when where why how which whom whose did does do is are was were has have had can could will
    would should may might the a an in on at of to for from by with about after before between during since
    until and or but if as according tell show give find list describe name explain compare please hello hi
    hey i i'm it its he she they we you his her their our my your this that these those there any all some no
    not both either neither many most much more every each say said says
    considering given regarding concerning based besides despite""".split()
)
"""Words that are capitalised because they open a question, or stand in a title-cased one."""
FOLLOWS_A_NAME = frozenset("on about says said quotes comments statements remarks vs versus and".split())
"""Words that show that a capital before them is a name: "Quill on the levee"."""
ABOUT_THEM = frozenset(
    """latest newest news biography bio profile wiki wikipedia age born birthday wife husband children family photo
    photos picture pictures video critics career critic supporters aide aides""".split()
)
"""What is asked about a person, and not said by one: "Quill biography"."""
ANYTHING = frozenset("anything anyone anybody something someone somebody".split())
"""Words that ask of whatever or whoever there is: "Did Quill endorse anyone?"."""
