"""List the nouns for what is said, and for the documents that say it."""

from __future__ import annotations

import re

from qa.language.patterns import regex

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
"""Nouns that report with an owner or "by": "Quill's claim that the levee is safe"."""
SPOKEN_NOUNS = frozenset(
    """
    claim claims proposal proposals call calls remark remarks comment comments statement statements
    criticism criticisms view views stance announcement pledge pledges vow vows promise promises complaint
    complaints
    """.split()
)
"""Of the reporting nouns, those that are words spoken, and can be of, for or about something."""
STANCE_NOUNS = {
    **dict.fromkeys("support praise".split(), frozenset(("for",))),
    **dict.fromkeys("opposition objection objections threat threats".split(), frozenset(("to",))),
    **dict.fromkeys("attack attacks".split(), frozenset(("on",))),
    **dict.fromkeys(
        "warning warnings concern concerns doubt doubts".split(), frozenset("about over of".split())
    ),
    **dict.fromkeys("demand demands".split(), frozenset(("for",))),
    **dict.fromkeys(
        "endorsement criticism criticisms condemnation denunciation indictment".split(), frozenset(("of",))
    ),
}
"""Nouns for what somebody thinks of something, each with its prepositions: "Quill's opposition to the bridge"."""
NOUN_LINKS = frozenset("that of for to about on against over".split())
"""What joins a reporting noun with what was said."""

SHARES = frozenset("percent % pct".split())
"""What a number of those who were asked ends with: "47 percent", "47%"."""
PUBLICATIONS = frozenset(
    """
    analysis analyses study studies report reports survey surveys poll polls calculation calculations estimate
    estimates projection projections research review paper data figures statistics account tally count audit
    investigation assessment article story book column essay memo letter statement filing
    """.split()
)
"""What people and bodies publish: "according to a study by the Tide Institute" has the institute's words."""

VIEW_NOUNS = {
    **dict.fromkeys(
        "view views opinion opinions position positions stance take thoughts attitude".split(), None
    ),
    **dict.fromkeys("comment comments remark remarks statement statements words quote quotes".split(), None),
    **dict.fromkeys("quotation quotations tweet tweets message".split(), None),
    **dict.fromkeys("speech speeches interview interviews testimony rhetoric".split(), None),
    **dict.fromkeys("stand line thinking feelings tribute tributes".split(), None),
    **dict.fromkeys("advice assessment expectations hopes impression impressions outlook".split(), None),
    **dict.fromkeys("concern concerns fear fears doubt doubts objection objections".split(), None),
    **dict.fromkeys("complaint complaints argument arguments".split(), None),
    **dict.fromkeys("reaction reactions".split(), "react"),
    **dict.fromkeys("response responses reply answer".split(), "respond"),
    **dict.fromkeys("criticism criticisms".split(), "criticize"),
    **dict.fromkeys("warning warnings".split(), "warn"),
    **dict.fromkeys("promise promises pledge pledges".split(), "promise"),
    **dict.fromkeys("claim claims".split(), "claim"),
    **dict.fromkeys("prediction predictions".split(), "predict"),
    **dict.fromkeys("denial denials".split(), "deny"),
}
"""What is said or thought, as a noun, and the cue it insists on."""
VOICED_NOUNS = frozenset(
    """
    accusation accusations allegation allegations argument arguments assurance assurances complaint complaints
    concern concerns demand demands doubt doubts fear fears hope objection objections praise suggestion
    suggestions threat threats
    """.split()
)
"""What is voiced, given, raised or made and is words: "what advice did Quill give", "what concerns did Quill raise"."""
OPINION_NOUNS = frozenset(
    "view views opinion opinions position positions stance take thoughts attitude".split()
)
"""View nouns for what somebody thinks."""
OTHER_THINGS_TOO = frozenset(
    "stand line speech speeches interview interviews testimony rhetoric tribute tributes".split()
)
"""View nouns that are words of somebody only where the archive knows whose."""
PLAIN_WORDS = frozenset("comment comments remark remarks statement statements words quote quotes".split())
"""View nouns that are always somebody's words."""
NO_SPEAKERS = frozenset("info information details facts background news articles stories".split())
"""What may stand before "on" and a topic, and is nobody: "info on Quill", where Harwick Info speaks too."""
QUALIFIERS = frozenset(
    """recent latest new newest old oldest exact own first last next public key main full best worst strong harsh blunt
    sharp clear bold rude mild fresh early earlier earliest late later original whole complete long longest short other
    few several more most many prior past big biggest great good bad odd weird strange direct private open joint brief
    two three four favorite favourite same different apparent current very so called all any some only true honest
    frank sincere precise detailed final initial angry nasty ugly silly crazy funny fiery testy lengthy hasty""".split()
)
"""What says of a statement which it is, and not what it is on: "recent" in "Quill's recent comments"."""
QUALIFIER_ENDS = regex(r"(?:al|ive|ous|ic|ful|less|ary|able|ible|ish|ing|ed|ly|est)$", re.IGNORECASE)
"""How words end that say what a statement is like, and not what it is on: "racial", "angriest"."""
DOCUMENTS = frozenset(
    """article articles story stories piece bible constitution amendment law act treaty book study
    report rule rules law laws lyrics song poem theory theorem graph table label sign map data research
    model clause section chapter verse movie film letter quran torah declaration bill policy definition
    dictionary text contract agreement evidence science history""".split()
)
"""Things with words of their own, but no mouth: a speaker only where the archive has them as one."""

SPEECH_PLACES = frozenset(
    """
    statement interview speech email e-mail tweet letter post memo conference call rally release message
    remarks town appearance event debate address briefing blog op-ed column essay report hearing phone
    note posting video telephone series testimony twitter facebook reporters cnn
    """.split()
)
"""Where or to whom something is said: "said in a statement", "wrote on Twitter"."""
MESSAGES = frozenset("clarification warning statement letter message note reply response reminder".split())
"""What one sends: "tweeted a warning"."""
ISSUED_WORDS = MESSAGES | frozenset(
    """
    announcement apology appeal plea promise denial threat rebuke verdict tribute comment comments remarks tweet
    """.split()
)
"""What one makes or issues before a colon: "issued an apology:"."""
OFFERED = (
    ISSUED_WORDS
    | (NOUNS - frozenset("call calls case charge charges point support".split()))
    | frozenset(
        """account analysis apologies clue clues condolences congratulations correction critique defense defence detail
        details evidence excuse excuses example examples forecast glimpse hint hints insight insights interpretation
        justification ideas outlook perspective picture proposition rationale reassurance reassurances rebuttal reason
        reasons sympathies sympathy take thanks thought thoughts wishes word words
        """.split()
    )
)
"""What is offered by saying it: "offered an apology", where "offered a loan" gives no words."""
STAGES = frozenset(
    "twitter facebook instagram x tiktok youtube media radio television tv airwaves stage podium".split()
)
"""Where one goes to say something: "took to Twitter to say"."""
SENT = frozenset(
    """
    email emails e-mail letter letters tweet tweets memo statement statements note ad ads advertisement leaflet
    leaflets flyer flyers editorial op-ed op-eds article articles video videos petition petitions call calls
    documents ledgers records report reports poll polls
    """.split()
)
"""What people send or publish that says something: "an email saying"."""
FLOORS = STAGES | frozenset(
    """
    conference speech interview interviews rally address statement statements letter ad way occasion opportunity
    moment appearance op-ed column hearing floor airtime news cnn newspaper blog
    """.split()
)
"""Where one goes, or what one uses, to say something: "held a news conference to say"."""
DENIED = frozenset(
    """
    allegation allegations claim claims accusation accusations charge charges suggestion suggestions report reports
    """.split()
)
"""What one denies: "allegations that she denies"."""
ANSWERS = frozenset(
    """
    message answer response reply verdict view opinion advice argument explanation assessment reaction warning
    description conclusion comment motto mantra refrain summary prediction
    """.split()
)
"""Nouns with an owner that a quotation follows: "Quill's answer was blunt"."""
REASONS = frozenset("reason answer message lesson question choice explanation solution goal priority".split())
"""The same without an owner: "For Quill, the answer was"."""
WRITTEN = frozenset(
    """
    sign signs banner banners poster posters shirt letter note text headline motion law novel book film song chant
    chants words line rule question questions slogan title message tweet post report
    """.split()
)
"""Things with words on them: a quotation beside one may be theirs."""
GIVEN = frozenset(
    "comment comments detail details interview interviews information name names answer answers".split()
)
"""What one gives to reporters, or does not: "provided no details"."""
INQUIRIES = frozenset(
    """
    request requests call calls email emails message messages question questions inquiry inquiries comment comments
    """.split()
)
"""What one does not answer: "did not respond to requests"."""
SOUGHT = frozenset("comment interview interviews request requests".split())
"""What is asked of somebody: "declined several interview requests"."""
SAYING_NOUNS = MESSAGES | PUBLICATIONS | WRITTEN | SENT
"""What may say something: "a letter saying", "polls that show"."""
LEGAL_PAPERS = frozenset(
    "affidavit appeal appeals case cases claim claims complaint complaints interview lawsuit lawsuits motion motions"
    " objection suit suits".split()
)
"""What one brings or files that says something: "filed a lawsuit claiming"."""
VIEW = (
    r"(?:position|stance|views?|opinions?|attitude|tone|line|mind|tune|rhetoric|thinking|thoughts|statements?|words"
    r"|remarks)"
)
"""Nouns for what somebody thinks, which may change over time; a pattern."""
NORMS = frozenset(
    """law laws procedure procedures plan plans schedule protocol protocols custom customs tradition traditions rule
    rules norms merit need needs age size taste ability availability type rank""".split()
)
"""What something is done by, "according to law", where nobody says anything."""
