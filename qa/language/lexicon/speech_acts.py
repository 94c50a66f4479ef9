"""List what people do with words and votes, by act: its verbs, nouns and adjectives, and what it calls its object.

"Who criticised the plan?" asks for an act: whoever "slammed" the plan did it, and whoever called it "a disgrace".
"""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.inflection import Forms, inflect


class SpeechAct(NamedTuple):
    """One act. `verbs` are lemmas, with the particle or preposition that they need: "hit out at", "call for".

    `nouns` and `adjectives` are those with which it is reported: "Quill's criticism of", "was critical of". `calls` is
    what who does it calls its object: "a disgrace". `wants` is what they want of it: "should be scrapped". `counts` are
    the other acts that do it too: who rejects a plan opposes it.
    """

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()


def _list(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.replace("\n", " ").split(",") if each.strip())


_BAD = _list(
    """
    disgrace, disgraceful, wrong, disaster, disastrous, mistake, shameful, shame, outrage, outrageous, scandal,
    scandalous, unacceptable, unfair, unjust, betrayal, failure, farce, farcical, shambles, insult, insulting, absurd,
    ridiculous, ludicrous, nonsense, madness, insane, stupid, foolish, folly, reckless, irresponsible, dangerous,
    misguided, flawed, inadequate, insufficient, hypocritical, hypocrisy, incompetent, incompetence, deplorable,
    appalling, dreadful, terrible, horrible, awful, unforgivable, inexcusable, indefensible, unjustified, cowardly,
    disappointing, pathetic, useless, worthless, cruel, callous, heartless, immoral, illegal, unlawful, undemocratic,
    draconian, catastrophe, catastrophic, fiasco, joke, travesty, gimmick, waste, blunder, error, misleading, dishonest,
    unworkable, pointless, weak, damaging, harmful, abhorrent, despicable, repugnant, offensive, unwise, rubbish,
    garbage, unhelpful, inappropriate, improper, unfit,
    lackadaisical, incoherent, scaremongering, racist, abomination, atrocity, barbaric
    """
)
_GOOD = _list(
    """
    welcome, excellent, wonderful, fantastic, brilliant, great, superb, outstanding, magnificent, terrific, triumph,
    breakthrough, milestone, achievement, remarkable, impressive, admirable, courageous, brave, heroic, inspiring,
    inspiration, positive, encouraging, overdue, sensible, wise, delighted, pleased, glad, thrilled, historic, vital
    """
)

SOUND = _list(
    """
    right, fair, just, justified, acceptable, reasonable, proportionate, necessary, workable, enforceable, lawful,
    legal, legitimate, safe, clear, sound, honest, effective
    """
)
"""Words that judge where they are all that is said of something, and mean something else before a noun or a verb."""

JUDGED_AS = _BAD | _GOOD | SOUND
"""Words by which somebody judges a thing."""

DOERS = {
    **dict.fromkeys("critics detractors".split(), "criticize"),
    **dict.fromkeys("opponents".split(), "oppose"),
    **dict.fromkeys("supporters backers".split(), "support"),
}
"""People by what they do with words, and the act by which they are known."""
DONE_TO = {
    **dict.fromkeys(("criticism of", "criticisms of", "condemnation of", "backlash against"), "criticize"),
    **dict.fromkeys(("opposition to", "objection to", "objections to"), "oppose"),
    **dict.fromkeys(("argument against", "arguments against", "case against", "reasons against"), "oppose"),
    **dict.fromkeys(
        ("argument for", "arguments for", "arguments in favor of", "arguments in favour of"), "support"
    ),
    **dict.fromkeys(("praise for", "praise of"), "praise"),
}
"""Acts as nouns, with what joins them to their object: "criticism of Quill" is what others said of her."""

ACTS: dict[str, SpeechAct] = {
    "criticize": SpeechAct(
        _list(
            """
            criticize, attack, condemn, denounce, slam, blast, lambast, lambaste, decry, deplore, deride, rebuke,
            assail, berate, castigate, censure, chide, excoriate, mock, ridicule, upbraid, vilify, scold, reprimand,
            bash, skewer, denigrate, malign, scorn, pan, savage, pillory, hit out at, hit out against, lash out at,
            lash out against, rail against, fulminate against, inveigh against, speak out against, hit back at,
            take aim at, tear into, lay into, find fault with, take issue with
            """
        ),
        _list(
            "criticism, criticisms, attack, attacks, condemnation, denunciation, rebuke, complaint, complaints"
        ),
        _list(
            "critical, angry, furious, outraged, appalled, dismayed, disgusted, dismissive, contemptuous, scathing"
        ),
        _BAD,
        counts=_list("accuse, blame"),
    ),
    "accuse": SpeechAct(
        _list("accuse, allege, charge, point the finger at"),
        _list("accusation, accusations, allegation, allegations"),
        counts=_list("blame"),
    ),
    "blame": SpeechAct(
        _list("blame, fault, point the finger at, hold responsible"), calls=_list("responsible, fault, blame")
    ),
    "oppose": SpeechAct(
        _list(
            """
            oppose, resist, object to, fight, fight against, protest against, campaign against, vote against,
            come out against, argue against, speak against, rally against, march against, demonstrate against,
            disagree with, take issue with
            """
        ),
        _list("opposition, objection, objections"),
        _list("opposed, against"),
        wants=_list(
            """
            scrapped, dropped, stopped, abandoned, withdrawn, halted, banned, rejected, reversed, blocked, shelved,
            abolished, cancelled, canceled, repealed, resisted, opposed
            """
        ),
        counts=_list("criticize, reject"),
    ),
    "reject": SpeechAct(
        _list(
            "reject, rebuff, spurn, turn down, vote down, vote against, veto, repudiate, dismiss, rule out"
        ),
        _list("rejection"),
    ),
    "deny": SpeechAct(_list("deny, refute, rebut, disavow"), _list("denial, denials")),
    "support": SpeechAct(
        _list(
            """
            support, back, endorse, favor, champion, advocate, second, approve, side with, stand by, stand behind,
            agree with, agree to, vote for, campaign for, get behind, throw weight behind, come out for, rally behind,
            argue for, speak in favor of, speak in favour of
            """
        ),
        _list("support, endorsement, backing, approval"),
        _list("supportive, enthusiastic, for, behind"),
        wants=_list("supported, backed, approved, adopted, welcomed"),
        counts=_list("welcome, praise, defend"),
    ),
    "welcome": SpeechAct(
        _list("welcome, hail, applaud, cheer, greet"),
        adjectives=_list("delighted, pleased, glad, happy, thrilled"),
        calls=_GOOD,
        counts=_list("praise"),
    ),
    "praise": SpeechAct(
        _list(
            """
            praise, hail, applaud, commend, laud, extol, salute, congratulate, pay tribute to, celebrate, tout,
            compliment, heap praise on
            """
        ),
        _list("praise, tribute, tributes"),
        _list("proud"),
        _GOOD,
        counts=_list("welcome"),
    ),
    "defend": SpeechAct(
        _list("defend, justify, stand by, stick up for, stand up for, speak up for, vouch for"),
        _list("defence, defense"),
        calls=_GOOD | SOUND,
    ),
    "announce": SpeechAct(
        _list("announce, unveil, reveal, declare, disclose, confirm, launch"),
        _list("announcement, announcements"),
    ),
    "call for": SpeechAct(
        _list(
            """
            call for, demand, urge, press for, push for, campaign for, plead for, ask for, appeal for, lobby for,
            insist on, recommend, propose, advocate, seek, want
            """
        ),
        _list("call, calls, demand, demands, appeal, appeals, plea, pleas"),
        calls=_list(
            "needed, necessary, vital, essential, required, overdue, urgent, imperative, right, justified"
        ),
    ),
    "warn": SpeechAct(
        _list("warn, caution, forewarn, alert, sound the alarm"),
        _list("warning, warnings, caution"),
        counts=_list("predict"),
    ),
    "predict": SpeechAct(
        _list("predict, forecast, foresee"), _list("prediction, predictions, forecast, forecasts")
    ),
    "worry": SpeechAct(
        _list(
            """
            worry, fear, fret, raise concerns, raise concern, voice concern, voice concerns, express concern,
            express concerns, raise fears
            """
        ),
        _list("concern, concerns, worry, worries, fear, fears, unease"),
        _list("worried, concerned, anxious, fearful, afraid, alarmed, nervous, uneasy, wary"),
        calls=_list("worrying, alarming, concerning, frightening"),
        counts=_list("warn"),
    ),
    "threaten": SpeechAct(_list("threaten"), _list("threat, threats")),
    "promise": SpeechAct(
        _list("promise, pledge, vow, guarantee, undertake, swear, commit to"),
        _list("promise, promises, pledge, pledges, vow, vows, commitment, guarantee"),
    ),
    "apologize": SpeechAct(
        _list("apologize, say sorry"), _list("apology, apologies"), _list("sorry, apologetic, ashamed")
    ),
    "resign": SpeechAct(_list("resign, quit, step down, stand down"), _list("resignation")),
}
"""Acts by name, which is the lemma that stands for them in a question."""

OPPOSITES = {
    **dict.fromkeys("support welcome praise defend".split(), frozenset(("oppose", "criticize", "reject"))),
    **dict.fromkeys("oppose criticize reject".split(), frozenset(("support", "praise", "defend"))),
}
"""For each act, those that who does it does not do to the same thing."""
VOTES = frozenset(
    """vote votes voted voting ballot ballots veto vetoed passed unanimous unanimously majority abstained
    abstention abstentions tally""".split()
)
"""Words of which a sentence has one that tells how somebody voted."""

_IRREGULAR = {
    "hit": "hits hit hitting hit",
    "fight": "fights fought fighting fought",
    "take": "takes took taking taken",
    "tear": "tears tore tearing torn",
    "lay": "lays laid laying laid",
    "find": "finds found finding found",
    "hold": "holds held holding held",
    "speak": "speaks spoke speaking spoken",
    "come": "comes came coming come",
    "stand": "stands stood standing stood",
    "get": "gets got getting got",
    "throw": "throws threw throwing thrown",
    "stick": "sticks stuck sticking stuck",
    "pay": "pays paid paying paid",
    "foresee": "foresees foresaw foreseeing foreseen",
    "forecast": "forecasts forecast forecasting forecast",
    "seek": "seeks sought seeking sought",
    "undertake": "undertakes undertook undertaking undertaken",
    "swear": "swears swore swearing sworn",
    "quit": "quits quit quitting quit",
    "rebut": "+",
    "commit": "+",
    "say": "says said saying said",
}
MORE_THAN_WORDS = _list(
    """
    attack, blast, bash, savage, resist, fight against, charge, second, fight, launch, cheer, greet,
    reveal, confirm, declare, celebrate, approve, alert, pan, seek, ask for
    """
)
"""Verbs that a question uses for more than an act: "Who launched the boat?" asks for no words."""
LEMMAS: dict[str, set[str]] = {}
"""Lemma to the acts that it names."""
LEMMA_OF: dict[str, str] = {}
"""Form, with its particle, to its lemma."""
PAST_OF: dict[str, str] = {}
"""Lemma, with its particle, to its past in American spelling: "voted against"."""
ACTS_OF_FINITE: dict[str, set[str]] = {}
"""Form to the acts that it names, where it stands as a verb by itself: "slammed", "call for"."""
ACTS_OF_PARTICIPLE: dict[str, set[str]] = {}
"""The same after "has" and in the passive."""
ACTS_OF_GOING: dict[str, set[str]] = {}
"""The same after "is"."""


def _forms(lemma: str) -> tuple[Forms, ...]:
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    return tuple(Forms(*(form + tail for form in forms)) for forms in inflect(verb, _IRREGULAR.get(verb, "")))


for _name, _act in ACTS.items():
    for _lemma in _act.verbs:
        LEMMAS.setdefault(_lemma, set()).add(_name)
        PAST_OF[_lemma] = _forms(_lemma)[0].past
        for _each in _forms(_lemma):
            for _table, _words in (
                (ACTS_OF_FINITE, (_each.base, _each.present, _each.past)),
                (ACTS_OF_PARTICIPLE, (_each.participle,)),
                (ACTS_OF_GOING, (_each.ing,)),
            ):
                for _word in _words:
                    _table.setdefault(_word, set()).add(_name)
                    LEMMA_OF[_word] = _lemma

LONGEST_FORM = max(form.count(" ") + 1 for form in ACTS_OF_FINITE)
"""The most words of a form."""
COUNT_AS = {name: frozenset((name, *act.counts)) for name, act in ACTS.items()}
"""For each act, those that do it."""
