"""Tell by its form what is asked of the program, as if it were somebody: "are you free?", "do you like tea?"."""

from __future__ import annotations

from qa.answers import Meta
from qa.language.lexicon.calendar import WEEKDAY
from qa.language.patterns import regex

_TOLD = r"(?:joke|poem|song|story|haiku|riddle|limerick|secret|essay|rap|fact)"
_LANGUAGE = (
    r"(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|chinese|japanese|arabic|turkish|swedish"
    r"|hindi|urdu|greek|korean|danish|norwegian|finnish|hebrew|welsh|irish|latin)"
)
_MIND = (
    r"(?:like|love|hate|eat|drink|sleep|dream|feel|prefer|enjoy|support|vote|care|want|agree\s+with|believe\s+in"
    r"|remember\s+me|get\s+(?:tired|bored|paid|things\s+wrong|it\s+wrong))"
)
_OF_THE_ARCHIVE = (
    r"(?:have|has|know|find|show|tell|remember|mean|say|quote|think|search|give|list|get|see|explain|recommend|suggest|compare|look|check"
    r"|read|open|display|provide|confirm|elaborate|expand|clarify|describe|name|cite|repeat|continue|agree|disagree|mention|include|hold"
    r"|contain|cover|keep|bring|pull|go|add|define|identify|rank|sort|count|verify|prove|send|link|point|report|believe|try|use|answer"
    r"|summari[sz]e|sum|recap|translate|make|want|need|help|start|be|do|please|still|not|n['’]t)"
)
_FORMS = (
    # "Are you sure?" asks on about the quotes; "are you saying he lied?" too.
    r"(?:are|were)\s+you\s+(?!sure\b|certain\b|positive\b|saying\b|talking\b|referring\b|telling\b|quoting\b|serious\b|kidding\b|joking\b)"
    r"(?:(?:a|an|the|really|also|just|still|always|even)\s+)*[^\W\d_][\w-]*(?:\s+(?:or|than|like|with|by|from)\s+(?:an?\s+)?[^\W\d_][\w-]*)?",
    rf"(?:do|did|would|could|can|will|don['’]t)\s+you\s+(?:(?:ever|really|also|even|actually|always)\s+)*{_MIND}(?:\s+\S+){{0,4}}",
    r"(?:why|how|when)\s+do\s+you\s+(?:(?:only|always|never|ever|not|just)\s+)*(?:know|quote|answer|work|read|search|choose|find|say|show|decide|repeat)(?:\s+(?:all|so\s+much|this|that\s+much|what\s+to\s+\w+|the\s+answers?|the\s+quotes?|nothing|everything|things))*",
    r"(?:do|can)\s+you\s+read\s+(?:the\s+)?(?:whole|full|all|entire)(?:\s+(?:the\s+)?\w+)?|what\s+else\s+can\s+you\s+do|what\s+(?:do|should)\s+i\s+do\s+(?:now|next)|what\s+are\s+my\s+(?:options|choices)(?:\s+here)?"
    r"|what\s+can(?:no|['’])t\s+you\s+do|am\s+i\s+(?:talking|speaking|chatting|writing)\s+(?:to|with)\s+an?\s+\w+|why\s+are\s+you\s+(?:so|not)\s+\w+"
    r"|(?:can|do)\s+you\s+(?:hear|see|learn\s+from)\s+me|is\s+this\s+an?\s+(?:ai|bot|robot|chatbot|machine)|(?:say\s+something|surprise\s+me)|(?:i\s+need\s+(?:some\s+)?help|(?:please\s+)?help\s+me)(?:\s+out)?(?:\s+(?:here|please))*|(?:start|begin)\s+(?:over|again|afresh)|restart|reset|what\s+is\s+onrecord",
    # Whatever else it is asked to do or be: "do you watch TV?". What it does do with the archive is asked of that.
    rf"(?!.*\b(?:about|on|regarding|from|by|hear|heard)\b)(?:do|did|can|could|will|would)\s+you\s+(?:(?:ever|really|also|even|actually|always)\s+)*(?!{_OF_THE_ARCHIVE}\b)[a-z]+"
    r"(?:\s+(?:an?|the|my|any|for|in|on|at|with|to|like|me|yourself|[a-z]+)){0,3}",
    r"who\s+[a-z]+(?:ed|es|s|s\s+for)?\s+you(?:\s+and\s+why)?|(?:can|may|could)\s+i\s+ask(?:\s+you)?(?:\s+(?:any|some)thing|\s+a\s+question|\s+questions?)?",
    r"how\s+(?:should|do|can|must)\s+i\s+(?:phrase|word|write|put|type|formulate)(?:\s+(?:my|a|the))?(?:\s+questions?)?",
    r"have\s+you\s+ever\s+(?:\S+)(?:\s+\S+){0,4}",
    r"(?:do|would)\s+you\s+think\s+so(?:\s+too)?|what\s+would\s+you\s+(?:do|say|choose)",
    # Nothing in an archive is "yours".
    r"(?:what|who|when|where)(?:['’]s|['’]re|\s+is|\s+are)\s+your\s+(?!(?:newest|latest|oldest|most\s+recent|earliest|sources?|newest)\b)\S+(?:\s+\S+)?",
    rf"(?:please\s+)?(?:(?:can|could)\s+you\s+)?(?:translate|answer|reply|write|speak|respond)(?:\s+(?:it|this|that|them|me|to\s+me|the\s+\w+))?"
    rf"(?:\s+(?:in|to|into)\s+{_LANGUAGE})?",
    rf"(?:(?:(?:can|could)\s+you\s+)?(?:say|put|write|give|show|explain)\s+(?:it|that|this|them)(?:\s+to\s+me)?\s+)?in\s+(?:(?:plain|simple|simpler)\s+)?{_LANGUAGE}",
    r"how\s+many\s+questions\s+(?:can|may|do|could)\s+i\b.{0,20}|(?:explain|describe|introduce)\s+yourself",
    r"(?:parlez[\s-]+vous|(?:tu\s+)?parles(?:[\s-]+tu)?|habla[sn]?(?:\s+usted)?|sprichst\s+du|sprechen\s+sie|parl[ia](?:te)?|falas?"
    r"|spreek\s+je|spreekt\s+u)\s+[^\W\d_]+",
    rf"(?:please\s+)?(?:tell|write|sing|make|give|read|compose)\s+(?:(?:me|us)\s+)?(?:an?|another|some|your)\s+(?:(?:good|short|funny|bedtime)\s+)?{_TOLD}s?|tell\s+me\s+something\s+(?:funny|interesting|new|nice|i\s+don['’]t\s+know|about\s+yourself)",
    r"(?:can|could|may)\s+i\s+(?:see|have|get)\s+(?:an?|some|a\s+few|more)\s+examples?|what\s+(?:can|should|do)\s+i\s+(?:type|write|say|do|click)(?:\s+(?:in\s+)?here)?",
    r"what\s+(?:time|day|date|year)\s+is\s+it(?:\s+(?:now|today|there))?|what(?:['’]s|\s+is)\s+(?:the\s+(?:time|date)|today['’]?s\s+date)(?:\s+(?:now|today))?",
    r"(?:what|how)(?:['’]s|\s+is)\s+the\s+weather(?:\s+like)?(?:\s+(?:today|tomorrow|now|outside|there|here))*",
)
"""What is asked of it whatever was shown."""
_OF_THIS = (
    r"(?:is|was)\s+this\s+(?:\w+\s+)?(?:free|private|safe|secure|legal|real|anonymous|ai|an?\s+(?:ai|bot|game|test|joke|trick|scam|person|robot))",
    r"is\s+(?:this(?:\s+thing)?|it)\s+(?:on|working|live|online|broken|down)|who(?:['’]s|\s+is|\s+are)\s+behind\s+this|who\s+(?:pays\s+for|funds|hosts|maintains|trained)\s+(?:this|you)|who\s+am\s+i\s+(?:talking|speaking|writing)\s+(?:to|with)",
    r"what(?:['’]s|\s+is)\s+this(?:\s+(?:all\s+)?for|\s+thing|\s+place|\s+site|\s+bot)|what\s+does\s+this(?:\s+\w+)?\s+do|does\s+this(?:\s+(?:bot|thing|site))?\s+(?:cost|use|store|keep|save)(?:\s+\S+){0,3}"
    r"|is\s+there\s+(?:a|any)\s+(?:limit|help|manual|guide|tutorial|app|human)",
)
"""What is asked of it where nothing was shown; else "who pays for this?" asks on about a quote."""
_SO = r"(?:(?:wow|oh|hm+|well|ok(?:ay)?|lol|but|and|so|yeah|yes|no|haha)[\s,]+)*"
_QUALITY = (
    r"(?:quick|fast|slow|easy|hard|difficult|complicated|simple|short|long|new|old|big|huge|close|near|odd|cold|harsh|rude|mean|kind"
    r"|shame|pity|mess|joke|surprise|relief|disaster|disgrace|scandal|start|day|story|quote|answer|question|statement|lie|disappointment"
    r"|nightmare|coincidence|legend|hero|idiot|clown|fool|man|woman|guy|life|world|time)"
)
"""What is said of an answer, beside what `PRAISE` has."""
_REMARKS = (
    r"(?:are\s+you\s+|you['’]?re\s+|you\s+are\s+|you\s+(?:must|have\s+to)\s+be\s+)?(?:kidding|joking)(?:\s+me)?|(?:are\s+you\s+)?serious(?:ly)?",
    r"(?:i|we)\s+(?:really\s+|just\s+|so\s+)?(?:love|like|hate|adore|miss|forgive|believe)\s+(?:you|it|this|that)(?:\s+(?:bot|so\s+much|a\s+lot|already|one|very\s+much))?",
    r"i['’]?(?:m|\s+am)\s+(?:(?:so|very|really|just|a\s+bit|getting|still|not)\s+)*(?:bored|tired|sad|happy|hungry|thirsty|sleepy|back|sorry|busy|impressed|amazed|surprised|shocked|curious|convinced|kidding|joking|done|fine|ok|good|ready|here|annoyed|angry|disappointed)",
    r"(?:(?:just|give\s+me|gimme)\s+)?(?:one|a)\s+(?:sec|second|minute|min|moment)|(?:hang|hold)\s+on(?:\s+a\s+(?:sec|second|minute|moment))?",
    rf"{_SO}let\s+me\s+(?:think|see|check|read)(?:\s+(?:this|that|it|about\s+(?:it|that)|for\s+a\s+\w+))?|no\s+way|be\s+right\s+back|well\s+well(?:\s+well)?|good\s+(?:point|question|idea|to\s+know|luck)",
    rf"{_SO}(?:that|this|it)(?:['’]?s|\s+(?:is|was|sounds|looks|seems|feels)(?:n['’]t)?)\s+(?:(?:so|very|really|quite|pretty|just|rather|too|not|all|kind\s+of|a\s+bit|how|such|even|super)\s+)*(?:an?\s+)?(?:\w+ing|{_QUALITY})",
    r"how\s+(?:strange|odd|weird|sad|funny|interesting|nice|sweet|awful|lovely|rude|exciting|boring)|i\s+(?:give\s+up|quit|surrender)|(?:please\s+)?(?:stop|quit)(?:\s+(?:it|that|now))?|leave\s+(?:it|me\s+alone)|well\s+done|(?:worst|best)\s+(?:bot|thing|one|chat)\s+ever",
    rf"{_SO}(?:that|this)(?:['’]s|\s+(?:is|was|sounds|looks|seems))\s+(?:(?:so|very|really|quite|pretty|just|rather|too|not|all|a\s+bit|super)\s+)*"
    r"(?:un\w+ed|\w+(?:ful|less|some|able|ible|ous|ish|tic|sive|ary))|that\s+(?:really\s+)?(?:helps|helped|works|worked|answers|answered|explains)"
    r"(?:\s+(?:it|a\s+lot|my\s+questions?|everything|nothing|me))?",
    r"(?:(?:oops|sorry|ah|my\s+bad)[\s,]+)?(?:(?:that\s+was\s+)?(?:a\s+|my\s+)?typo|wrong\s+(?:chat|channel|window|button|bot))|my\s+(?:mistake|fault|apologies)|(?:i\s+(?:was|am)\s+|i['’]m\s+)?(?:only|just)\s+(?:kidding|joking|testing|playing|looking|browsing)(?:\s+around)?|(?:this|the|you|that|stupid)(?:\s+stupid)?\s+(?:bot|thing|app)\s+(?:sucks|rocks|rules|is\s+\w+)|come\s+again|(?:that['’]?s\s+|it['’]?s\s+)?(?:exactly\s+|just\s+)?what\s+i\s+(?:was\s+looking\s+for|wanted|needed)|shut\s+up|go\s+away|ping|knock\s+knock|bless\s+you|(?:good|best\s+of)\s+luck(?:\s+(?:with|to)\s+\w+)?|forget\s+(?:what\s+i\s+(?:said|asked|typed)|about\s+(?:it|that))|sure\s+thing|(?:many\s+)?congratulations",
    rf"{_SO}what\s+an?\s+(?:\w+\s+)?{_QUALITY}|(?:oh|ah|well|ok)\s+(?:dear|no|my|well|god|boy|yes|man|sure|right|good|nice|great)(?:\s+(?:god|me))?",
    rf"{_SO}i\s+(?:(?:really|just|still|also|do|did|don['’]t|didn['’]t|can(?:no|['’])t|never|had|have|already)\s+)*(?:not\s+)?"
    r"(?:believe|know|knew|think|agree|disagree|care|see|guess|suppose|forgot|doubt|no\s+idea|understood)(?:\s+(?:you|so|it|that|this))?(?:\s+(?:at\s+all|either|too|yet|already|anymore))?",
    rf"{_SO}(?:not|pretty|quite|very)\s+(?:so\s+)?(?:sure|convinced|happy|impressed|bad|true)(?:\s+(?:about|of|by)\s+(?:that|this|it))?",
)
_LEAVES = (
    r"take\s+care(?:\s+(?:now|then|of\s+yourself))?|cheerio|see\s+(?:ya|you)(?:\s+(?:later|soon|around|then|next\s+\w+))?|(?:i\s+)?(?:have|got|gotta|need)\s+(?:to\s+)?(?:go|run)(?:\s+now)?"
    r"|(?:it['’]?s\s+been\s+|it\s+was\s+|was\s+)?(?:a\s+)?(?:nice|good|great|lovely|pleasure|fun)\s+(?:talking|chatting|speaking|meeting|doing\s+business)(?:\s+(?:to|with))?\s+you"
    r"|(?:(?:right|ok|well)\s+)?i['’]?(?:m|\s+am)\s+(?:off|done|leaving|out)(?:\s+(?:now|then|here))?|(?:un)?til+\s+(?:next\s+time|tomorrow|then)|have\s+fun|so\s+long|sweet\s+dreams|i['’]ll\s+be\s+back(?:\s+(?:later|soon|tomorrow))?|time\s+for\s+(?:bed|lunch|dinner)|(?:i\s+)?(?:have|had)\s+to\s+leave|you(?:['’]ve|\s+have)\s+been\s+(?:so\s+|very\s+|really\s+)?(?:of\s+)?(?:an?\s+)?(?:great|big|huge|real|helpful|kind|amazing|wonderful)(?:\s+help)?|(?:good|sleep)\s+(?:night|well)|nighty?\s*night",
)
_WISHES = (
    r"(?:(?:a\s+)?very\s+)?(?:merry|happy)\s+(?:christmas|xmas|new\s+year|birthday|easter|holidays?|halloween|thanksgiving|hanukkah|diwali|eid|weekend"
    rf"|{WEEKDAY})(?:\s+to\s+you)?|hello\s+world|good\s+to\s+be\s+back|long\s+time\s+no\s+see|(?:i\s+)?hope\s+you(?:['’]?re|\s+are)\s+(?:well|good|ok|okay|fine)|(?:nice|lovely|awful|terrible)\s+weather(?:\s+today)?|what['’]s\s+cooking|how\s+are\s+things(?:\s+(?:going|today|with\s+you))*",
)
_METAS = (
    (
        Meta.GREETING,
        regex("|".join(_WISHES), needs="merry happy hello good long you youre weather cooking things"),
    ),
    (
        Meta.THANKS,
        regex(
            "|".join(_LEAVES),
            needs=(
                "care cheerio you youve ya go run gotta i m im ill off done out then tomorrow fun long"
                " dreams time leave night nightnight nightynight well"
            ),
        ),
    ),
    (
        Meta.NODDED,
        regex(
            "|".join(_REMARKS),
            needs=(
                "thiss im kidding joking serious seriously i we me sec second minute min moment hold hang"
                " way back well good stop quit a an strange odd weird sad funny interesting nice sweet"
                " awful lovely rude exciting boring it its that thats this typo wrong my only just bot"
                " thing app come shut go ping knock bless luck forget sure congratulations oh ah ok not"
                " pretty quite very leave best worst"
            ),
        ),
    ),
    (
        Meta.PROGRAM,
        regex(
            "|".join(_FORMS),
            needs=(
                "you your i me this it date weather something over again afresh restart reset onrecord"
                " yourself help options choices translate answer reply write speak respond tell sing"
                " make give read compose explain time english german french spanish italian portuguese"
                " dutch polish russian chinese japanese arabic turkish swedish hindi urdu greek korean"
                " danish norwegian finnish hebrew welsh irish latin parlez parles habla hablas hablan"
                " sprichst sprechen parli parla parlite parlate fala falas spreek spreekt"
            ),
        ),
    ),
)
_OF_THIS_PROGRAM = regex("|".join(_OF_THIS), needs="this it you i there")


def addressed(text: str, *, shows: bool) -> Meta | None:
    """Return what is said to the program by its form; None for what may ask the articles.

    Args:
        text: In small letters.
        shows: Whether quotes were just shown, which "this" then means.
    """
    if not shows and _OF_THIS_PROGRAM.fullmatch(text):
        return Meta.PROGRAM
    return next((meta for meta, pattern in _METAS if pattern.fullmatch(text)), None)
