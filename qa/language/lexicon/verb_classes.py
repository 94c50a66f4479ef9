"""List the verbs that are no reporting verbs, or more than that, by what they do beside one."""

from __future__ import annotations

ANSWERING = frozenset("respond reply answer counter retort".split())
"""Verbs of answering, by lemma: "answered her with, “Not today”"."""
JUDGING = frozenset(
    """
    accuse applaud assail berate blame blast castigate censure chide commend condemn criticize decry
    defend denounce deplore deride dismiss dispute endorse excoriate fault hail lambast lambaste laud mock
    oppose praise rebuke reject reprimand repudiate ridicule scold slam upbraid vilify welcome
    """.split()
)
"""Verbs that judge, by lemma: who does so "by Quill" is told by their passive: "was criticised by Quill"."""
REGARDING = frozenset("see regard view describe characterize portray".split())
"""Verbs of taking something for something, by lemma: "was seen by Quill as a warning"."""
RAISING = frozenset("say tell".split())
"""Verbs, by lemma, whose object is a clause even where no subject begins it: "said to be safe"."""
FINDING = frozenset("show find reveal indicate".split())
"""What a survey does, by lemma, with a finding as object: "polls show a narrow lead"."""
FOSTERING = frozenset(("encourage",))
"""What things do too, by lemma: "the toll fell, encouraging drivers to return", "it encouraged them to stay"."""
SAYING_OF = frozenset("claim fear note find suggest predict estimate believe".split())
"""Verbs, by lemma, after which something is said of what stands before them: "a levee that critics claim is weak"."""
ISSUING = frozenset(
    """
    released releases issued issues sent sends wrote writes posted posts published publishes put puts tweeted
    delivered distributed circulated released filed signed aired ran read unleashed fired shared penned shot dashed
    offered gave brought raised lodged submitted launched
    """.split()
)
"""What one does with a document of one's own: "released a statement saying"."""
TAKES_THE_FLOOR = frozenset(
    """
    used uses held holds went goes gave gives took takes called calls appeared appears convened staged made makes
    wrote writes visited
    """.split()
)
"""What one does to be heard: "held a news conference to say"."""
PENDING = frozenset("consider seek debate discuss plan weigh".split())
"""What one is doing while nothing is settled, by lemma: "is considering a ban"."""
REMAINS = frozenset("remain remains remained feel feels felt seem seems seemed sounded".split())
"""What one does with a stance besides having it: "remained confident"."""
SENDING = frozenset("tweet write post email text".split())
"""Verbs of sending a message, by lemma: "tweeted a warning"."""
AGREEING = frozenset("agree disagree concur".split())
"""Verbs of agreeing, by lemma; what is agreed follows: `Quill agreed. "It is too dear."`"""
TELLING = frozenset("tell inform assure remind warn advise notify".split())
"""Verbs with a hearer, by lemma: "was told by Quill that"."""
PUTS = frozenset("describes described puts put sums summed explains explained".split())
"""Verbs with "how": "that is how Quill puts it"."""
MAKES = frozenset(
    """
    made makes floated floats raised raises advanced advances offered offers pushed pushes dismissed dismisses
    rejected rejects repeated repeats issued issues voiced voices expressed expresses gave gives spread
    """.split()
)
"""What one does with a claim: "floated the idea that"."""
MADE = frozenset(
    "released published compiled conducted provided prepared made done obtained last this week".split()
)
"""What was done with a document: "a report released last week by Quill"."""
AFFECTS = frozenset(
    """
    surprise surprised surprises amuse amused amuses anger angered angers worry worried worries please pleased
    pleases upset upsets impress impressed impresses bother bothered bothers trouble troubled troubles
    """.split()
)
"""What something does to a person: "It surprised Ada Quill: “Yes.”" """
SPEAKING_UP = frozenset(
    """
    deflected bristled erupted exploded fumed reacted elaborated backtracked demurred ranted raved rambled vented
    addressed relented reflected parried obliged deadpanned snapped doubled lashed weighed piled chipped summed
    """.split()
)
"""What one does with words: "deflected with a joke", "doubled down", "lashed out", "weighed in"."""
REFUSABLE = frozenset(
    """
    comment elaborate respond answer say discuss speak talk specify reply confirm disclose reveal explain give
    provide testify speculate drawn quoted interviewed named identified
    """.split()
)
"""What one refuses to do before reporters: "declined to comment", "refused to be quoted"."""
WITHHELD = frozenset(
    "comment elaborate discuss speak talk specify speculate confirm disclose reveal drawn".split()
)
"""What one "would not" do in front of reporters. "Would not say whether" is read with the other verbs of speech."""
PLANNED = frozenset("discuss speak talk disclose reveal".split())
"""Of these, what "will not" happen may be an agenda's: "The council will not discuss it on Monday"."""
TO_REPORTERS = frozenset("give provide".split())
"""Verbs that with some objects make a refusal to speak: "declined to give details"."""
WISHING = frozenset("wish want care like willing prepared".split())
"""What one does not: "did not wish to be named"."""
UNWILLING = frozenset("unwilling reluctant".split())
"""What one is: "was unwilling to discuss it"."""
ANSWERED = frozenset("respond reply return comment answer responded returned commented replied".split())
"""What one did not: "did not respond to requests"."""
GAVE = frozenset("had has have offered offers gave made declined declines refused".split())
"""What one did with "no comment"."""
GOVERNORS = frozenset(
    """
    went goes go going gone declined declines decline declining refused refuses refuse refusing continued continue
    continues seemed seems appeared appears chose used managed dared tried began begins likes liked
    proceeded had has have wanted wants quick
    """.split()
)
"""Verbs through which "to say" finds its subject: "went on to say", "declined to say"."""
REFUSING = frozenset("declined declines decline declining refused refuses refuse refusing".split())
"""The forms of declining and refusing."""
RATHER_IS = frozenset(
    "expect believe know tell ask urge order credit accuse describe call label want".split()
)
"""Verbs before whose participle "'s" is rather "is" than "has": "he's expected to win"."""
DESCRIBED = frozenset("describe refer know see regard view".split())
"""Verbs before whose participle "'s" is rather "is" where "as" follows: "it's described as a risk"."""
PARSED_GOVERNORS = frozenset(
    """
    go goes went going gone continue continues continued seem seems seemed appear appears appeared choose
    chose use used manage managed dare try tried begin began begins like proceed have has had want wants
    wanted decline declines declined refuse refuses refused be is was were are
    """.split()
)
"""In a parse, verbs that share their subject with an infinitive: "went on to say"."""
OTHER_PASTS = frozenset(
    """
    struck cast hit set cut sold paid laid swung hung heard hurt shut spread sat fed fled dug clung bent beat
    bet bid crept flung lent lit quit rid shed shone shot slid spun split stuck stung swept wept wound wrung
    upheld withheld withstood rebuilt recast reset retook
    """.split()
)
"""Past forms that are verbs where one is looked for after a subject; elsewhere adjectives or nouns."""
IRREGULAR_PARTICIPLES = frozenset(
    "taken given made held known seen sent shown written drawn found built led paid sold kept left put run".split()
)
"""Participles that may follow a noun: "polls taken in May"."""
PARTICIPLES_ONLY = frozenset("known seen shown written spoken sworn sung".split())
"""Forms that tell nothing without a form of "have": "one of the best known hotels"."""
POLLED = frozenset("asked canvassed interviewed polled questioned quizzed surveyed".split())
"""What was done with those of whom a survey counts some: "half of those polled"."""
WHEN_ASKED = frozenset("asked pressed questioned told reached contacted approached confronted".split())
"""What reporters did: "Quill, when asked, said"."""
CITING = frozenset(
    "quoted quotes quoting cited cites citing reported reports described remembers recalled".split()
)
"""What a paper does with somebody's words: "a paper quoted Ada Quill as saying"."""
QUOTING = frozenset("quoted quotes quoting".split())
"""What shows that the words after it are another's: "a paper quoted Ada Quill, saying"."""
SET_APART = frozenset(("write", "say", "state", "read", "tweet", "post", "explain", "put it"))
"""Verbs, by lemma, before a paragraph that is a quotation without marks: "Quill writes:"."""
