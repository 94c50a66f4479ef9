"""Read a question for somebody's reasons, feelings or complaints as one for their words: "Why did Quill oppose it?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.exact_words import in_words
from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.speech_acts import ACTS, COUNT_AS, LEMMA_OF, LEMMAS, LONGEST_FORM
from qa.language.patterns import regex
from qa.language.terms import term, terms
from qa.understanding.scan import ScannedWord, clean, skip_courtesy, words_of

_WHY = regex(
    r"(?:why|on\s+what\s+grounds?|for\s+what\s+reasons?)\s+(?:did|does|do|has|have|had|(?P<be>is|are|was|were))\s+(?=\S)",
    re.IGNORECASE,
)
_WHERE = regex(
    r"where\s+(?:did|does|do|has|have|had|is|was|were)\s+(?P<who>\S.{0,80}?)(?:\s+been)?\s+(?:speak|spoken|speaking|talk|talked|talking)\W*\Z",
    re.IGNORECASE,
)
_FEELINGS = "|".join(
    """
    afraid amazed angry annoyed anxious ashamed certain confident concerned convinced delighted
    disappointed dissatisfied embarrassed enthusiastic excited frightened frustrated furious glad
    grateful happy hopeful impressed nervous opposed optimistic pessimistic pleased proud relieved
    satisfied scared sceptical shocked skeptical sorry sure surprised thrilled unhappy upset wary
    worried
    """.split()
)
_ON = r"(?:about|of|at|by|with|for|over|to|that)"
_FELT = regex(
    rf"(?:(?:why|how\s+(?P<how>{_FEELINGS}))\s+)?(?:is|are|was|were)\s+(?P<who>\S[^,;:?]{{0,80}}?)\s+"
    rf"(?(how)|(?:(?:so|very|really|still)\s+)?(?P<stance>{_FEELINGS})\s+){_ON}\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
"""How somebody feels about a thing: articles may tell it, and so do they."""
_AGAINST = regex(
    r"why\s+(?:is|are|was|were)\s+(?P<who>\S[^,;:?]{0,80}?)\s+(?P<stance>against)\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
_HELD = regex(
    r"what\s+(?:is|are|was|were)\s+(?P<who>\S[^,;:?]{0,80}?)[’']s?\s+(?:\w+\s+)?"
    r"(?P<stance>arguments?|complaints?|concerns?|doubts?|excuses?|explanations?|fears?|grievances?|misgivings|objections?|reasons?)"
    r"\s+(?:about|against|for|of|over|to|with)\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
"""What somebody holds against a thing, or for it, as a noun."""
_MOVING = "|".join(
    form
    for verb in """
    alarm amaze anger annoy bother concern delight disappoint disturb excite frustrate impress infuriate please
    puzzle shock surprise thrill trouble worry
    """.split()
    for form in dict.fromkeys(inflect(verb)[0])
)
_MOVED = regex(
    rf"what\s+(?:(?:has|have|had|is|was|did|does)\s+)?(?:most\s+)?(?P<stance>{_MOVING})\s+(?P<who>\S[^,;:?]{{0,80}}?)\s+"
    r"(?:the\s+)?(?:most\s+)?(?:about|in|with)\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
"""What moves somebody, of which they tell themselves: "What worries Quill about the bridge?"."""
_WISHED = regex(
    r"what\s+(?:did|does|do)\s+(?P<who>\S[^,;:?]{0,80}?)\s+(?:want|need|wish|like)\s+(?P<topic>\S[^,;:?]{0,80}?)\s+to\s+do\b.*",
    re.IGNORECASE,
)
"""What somebody should do, as another sees it: "What did Quill want the council to do?"."""
_JUDGED = regex(
    r"how\s+(?:did|does|do|has|have)\s+(?P<who>\S[^,;:?]{0,80}?)\s+(?P<stance>compared?|justif(?:y|ied)|rank(?:ed)?|rated?|sum(?:med)?\s+up"
    r"|size[ds]?\s+up)\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
"""What somebody does with words that no verb of saying names: "How did Quill justify the toll?"."""
_DEED = regex(
    r"why\s+(?:(?:will|would|did|does|do|has|have|had|can|could)(?:n[’']t)?|won[’']t)\s+"
    r"(?P<who>(?!\S*[’']s?\s)[A-Z][\w’'.-]*(?:\s+(?!\S*[’']s?\s)[A-Z][\w’'.-]*){0,4}|(?:the|his|her)\s+[a-z]+)\s+(?:not\s+|feel\s+)?"
    r"(?!(?:get|be)\s+\w+ed\b)(?P<topic>[a-z][a-z-]*(?:\s+\S[^,;:]{0,80})?)",
)
"""What somebody does, for which they may give their reason: "Why will Quill miss the talks?"."""
_TOLD_BY_OTHERS = frozenset(
    "argument arguments excuse excuses explanation explanations reason reasons want wants like likes prefer".split()
)
"""What an article tells without a word for it: "Quill's reason for leaving" in "Quill left because of the fire"."""
_WISHES = frozenset("want wants fear fears fearing dislike dislikes hate hates like likes prefer".split())
"""What somebody does in thought alone."""
_MOST_WORDS = 8
"""How many words a name has at most."""


class AskedStance(NamedTuple):
    """A question for somebody's words, in place of one for how they stand to a thing.

    `stance` is the word of the first question for that: "oppose", "angry", "complaint"; "" where it has none, or one
    that what answers it may well lack: "reason", "want". `deed`: the first question is for something they do.
    """

    words: str
    stance: str = ""
    deed: bool = False

    def is_told_in(self, text: str) -> bool:
        """Return whether a text has that word, or another for the same act of words: "opposes" for "against"."""
        if not self.stance or term(self.stance) in terms(text):
            return True
        named = {*LEMMAS.get(LEMMA_OF.get(self.stance, self.stance), ())}
        named |= {name for name, act in ACTS.items() if self.stance in act.nouns | act.adjectives}
        acts = {each for act in named for each in COUNT_AS[act]}
        words = in_words(text)
        alike = frozenset[str]().union(*(ACTS[act].nouns | ACTS[act].adjectives for act in acts))
        forms = (
            " ".join(words[at : at + count])
            for at in range(len(words))
            for count in range(1, LONGEST_FORM + 1)
        )
        return any(
            form in alike or not acts.isdisjoint(LEMMAS.get(LEMMA_OF.get(form, ""), ())) for form in forms
        )


def asked_as_words(question: str) -> AskedStance | None:
    """Return "What did Quill say about the bridge?" for "Why did Quill oppose the bridge?"; None for no such question.

    Why somebody resigned is told by others, too; why they oppose a thing they say themselves. So it is with whether
    they are happy with it, and with their complaints about it.
    """
    text = skip_courtesy(question)
    if where := _WHERE.match(text):
        return AskedStance(f"What did {where['who']} say?")  # what stands around their words may tell where
    for form in (_FELT, _AGAINST, _HELD):
        if (felt := form.match(text)) and (topic := clean(felt["topic"])):
            return _asked(felt["who"], topic, felt["stance"] or felt["how"])
    for form in (_MOVED, _WISHED, _JUDGED):
        if (found := form.match(text)) and (topic := clean(found["topic"])):
            return _asked(found["who"], topic, found.groupdict().get("stance") or "")
    match = _WHY.match(text)
    if match is None:
        return None
    words = words_of(text, match.end(), limit=_MOST_WORDS + LONGEST_FORM)
    for at in range(1, len(words)):
        if words[at].low == "been":
            return None  # "Why had Quill been accused of fraud?": others say so
        if match["be"] and not words[at].low.endswith("ing"):
            continue  # nor is it she who attacks, of "Why was Quill attacked by the guild?"
        stop = _end_of_stance(words, at)
        if stop is not None and text[words[at].start].islower():
            speaker, topic = text[words[0].start : words[at].start], clean(text[stop:])
            return _asked(speaker.strip(), topic, text[words[at].start : stop]) if topic else None
    return None


def deed_as_words(question: str) -> AskedStance | None:
    """Return "What did Quill say about the talks?" for "Why will Quill miss the talks?"; None for no such question.

    Others tell it, too, and better: her words are for where nobody does. What is done to her is no deed of hers.
    """
    text = skip_courtesy(question)
    found = _DEED.match(text[:1].lower() + text[1:])
    if found is None or found["topic"].startswith("been "):
        return None
    verb, _, topic = clean(found["topic"]).partition(" ")
    asked = _asked(found["who"], topic or verb, "") if verb else None
    return asked._replace(deed=True) if asked is not None else None


def _asked(who: str, topic: str, stance: str) -> AskedStance:
    word = stance.lower()
    return AskedStance(f"What did {who} say about {topic}?", "" if word in _TOLD_BY_OTHERS else word)


def asks_where_spoken(question: str) -> bool:
    """Return whether it is asked where somebody spoke, and nothing else."""
    return _WHERE.match(skip_courtesy(question)) is not None


def _end_of_stance(words: list[ScannedWord], at: int) -> int | None:
    """Return where a verb ends that says how somebody stands to something; None if none begins with that word."""
    for count in range(LONGEST_FORM, 0, -1):
        form = " ".join(word.low for word in words[at : at + count])
        if (lemma := LEMMA_OF.get(form)) is not None and "resign" not in LEMMAS[lemma]:
            return words[min(at + count, len(words)) - 1].end
    return words[at].end if words[at].low in _WISHES else None
