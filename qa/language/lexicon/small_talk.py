"""List the words of small talk: what greets, thanks, nods, and asks a program of itself; and what stands beside it."""

from __future__ import annotations

GREETINGS = frozenset(
    """hi hello hey hiya heya hullo yo howdy greetings hola bonjour hallo ciao servus salut salve moin sup
    namaste morning afternoon evening guten tag buenos buenas buongiorno gday g'day ahoy oi wassup
    whassup wazzup whatsup""".split()
)
ABOUT_YOU = frozenset(
    """how are is it you u doing going things everything life today up what's whats how's hows nice good
    pleased to meet see too there anybody anyone somebody day new do a well home awake listening around fellow dude bro
    human lovely dear top partner stranger everybody all tricks""".split()
)
"""Words beside a greeting that ask for nothing: "how are you doing today?"."""
THANKS = frozenset(
    """thanks thank thx thanx ty tysm cheers danke merci gracias grazie obrigado obrigada bedankt tack arigato
    appreciated appreciate bye goodbye goodnight cya ciao adios adiós tschüss farewell ta obliged gtg g2g ttyl
    toodles bb cu l8r""".split()
)
PRAISE = frozenset(
    """useful helpful great good perfect interesting nice brilliant excellent amazing clear awesome cool fine
    funny sad strange weird surprising wild crazy fantastic lovely wonderful super impressive fair right
    true wrong odd sweet neat scary shocking bad hilarious incredible okay ok useless rubbish terrible awful
    horrible boring stupid dumb silly annoying nonsense bs lame poor crap grand splendid superb
    outrageous ridiculous disgusting unbelievable smart clever correct incorrect accurate inaccurate
    harsh brutal savage rough insane nuts tragic creepy gross absurd heartbreaking depressing disappointing
    frustrating fascinating intriguing suspicious predictable""".split()
)
"""What an answer is called: "that was useful"."""
NODS = PRAISE | frozenset(
    """k kk alright yes yeah yep yup nah nope sure hm hmm hmmm mhm mm aha ah oh ohh uh lol haha hahaha wow
    exactly agreed indeed understood noted sense sorry oops whoops test testing really see know didn't got
    forget nevermind mind think worries problem enough omg omfg wtf lmao rofl gotcha np yikes damn dang huh eh
    meh ugh maybe perhaps sucks suck whatever nvm jk ikr gosh blimey wait brb afk hush welcome
    bravo congrats apologies bruh ouch oof sheesh geez jeez yeesh bummer""".split()
)
"""What is said to an answer and asks for nothing."""
ENDINGS = frozenset("done all enough everything night weekend".split())
"""What ends a talk: "that's all"."""
AROUND_TALK = frozenset(
    """i i'm im i've i'll i'd you you're youre your u me my we us it it's its that that's thats this is was
    were am are be been a an the so very really quite pretty too also just much many lot lots bunch ton
    million again anyway then now for of to and but or in with have has had did do does don't didn't never
    not no what how well there all everyone everybody folks bot mate friend pal guys team buddy dude bro bruh man
    sir sunshine please kindly help time day today tomorrow later soon night evening weekend job work stuff one ones
    answer answers quote quotes info information lot schön beaucoup mille muchas mil sounds need needed
    wanted want make makes made like love loved get got see say will would could some any as always that'll
    it'll take care works worked helped helps bad fault way actually still bit little god goodness
    everything nothing try""".split()
)
"""Words that stand beside these and change nothing."""
CHAT_NOUNS = frozenset(
    "bot job work stuff one day night evening weekend time help man guys team lot info information love need".split()
)
"""Those of them that are nouns: beside a nod they may be what is asked about, "right to work"."""
YOU = frozenset("you u your you're yourself yours".split())
PROGRAM = frozenset(
    """help commands command usage instructions name names language languages english german french spanish
    italian portuguese dutch polish russian chinese japanese arabic turkish swedish question questions ask
    asking answer answers answering quote quotes work works use using thing things bot chatbot robot machine
    human person real alive ai gpt chatgpt llm program tool find search know understand speak read trust lie
    invent hallucinate write poem joke story song essay sing dance translate works made built make makes
    created programmed developed owns runs behind mean learn remember tell able possible example examples
    kind kinds sort sorts type types start begin exactly something anything up feelings old live
    lost confused new here stuck true false internet web online google wikipedia browse access mistake
    mistakes error errors wrong correct accurate accuracy reliable reliably trustworthy remember forget before
    earlier previous previously said save store keep private log train trained training model opinion opinions
    bias biased neutral favourite favorite feel think dream sleep eat tired bored married born live age smart
    clever stupid real-time update updated conversation chat talk history yet support offer offline free
    cost money open source choose pick decide if all good at asked told typed""".split()
)
"""What is asked of a program about itself, beside "you" or "this"."""
SUMMARIES = frozenset(
    """summary summaries summarise summarize summarised summarized recap gist nutshell tldr tl;dr shorten
    simplify paraphrase rephrase version sum""".split()
)
SUMMED = frozenset(
    """articles quotes answers stories news texts it that this these those them all short brief quick sentence
    give can up what's whole long shorter""".split()
)
"""What is to be summed up where nothing is named."""
HOLDINGS = frozenset(
    """archive library collection corpus database index articles stories sources outlets newspapers papers
    publications topics subjects speakers years period dates months magazines""".split()
)
"""What an archive holds, and words for the archive."""
TIMES_COVERED = frozenset("years period dates months".split())
HELD = frozenset(
    """which what how many far back recent old big large up date cover covers covered contain contains hold
    holds have has here there list show give of inside searchable know use used get from most latest oldest
    newest go goes come do does did can is are was in it this you your we i me all the a about who quoted
    where""".split()
)
"""What stands beside these where the archive is asked about."""
ASKS = frozenset(
    """what who whom whose how which where when why can could do does did are is was were has will would
    should""".split()
)
"""Words that open a question: "was it enough?" asks, "enough" does not."""
PAST = frozenset("was were has".split())
"""Those of them that ask what happened, and so nothing of a program: "was anyone there?"."""
COMPLIMENTS = frozenset(
    """rock star legend hero genius lifesaver gem angel champion champ best treasure smart clever""".split()
)
"""What somebody is called who helped: "you rock", "you are a star"."""
PARTINGS = frozenset("talk speak chat see catch".split())
UNTIL = frozenset("later soon tomorrow tonight around".split())
"""What is said with them on parting: "talk later", "see you tomorrow"."""
CONTRACTED = {
    "whats": "what's", "hows": "how's", "whos": "who's", "wheres": "where's", "thats": "that's", "its": "it's",
    "im": "i'm", "ive": "i've", "youre": "you're", "dont": "don't", "didnt": "didn't", "isnt": "isn't",
    "wasnt": "wasn't", "doesnt": "doesn't", "cant": "can't", "r": "are", "u": "you", "ur": "your", "y": "why",
    "theres": "there's",
}  # fmt: skip
"""Words as they are typed in a hurry, and as they are written."""
