"""List the verbs that tell of an event by the word after them alone: who drops out does not drop anything."""

from __future__ import annotations

from qa.language.lexicon.inflection import inflect

_LINES = """
back out: withdraw
blow blew blown up: explode
boot out: expel
bow out: withdraw
break broke broken off: end
break broke broken up: split
burn burnt down: burn
buy bought out: acquire
call off: cancel
chuck out: expel
drop+ out: withdraw
fire at: shoot
go went gone bust: collapse
go went gone under: collapse
gun+ down: shoot
kick off: begin
kick out: expel
lay laid off: fire
let+ off: acquit
let+ out: release
lock up: jail
own up: confess
pass away: die
pay paid back: repay
pull down: demolish
pull out: withdraw
put off: postpone
sell sold off: sell
set up: establish
show shown up: attend
shut down: close
stand stood aside: resign
stand stood down: resign
step+ aside: resign
step+ down: resign
strike struck down: overturn
take took taken off: leave
tear tore torn down: demolish
throw threw thrown out: expel
turf out: expel
turn down: reject
vote down: reject
wipe out: destroy
write wrote written off: cancel
"""
# Base forms and irregular ones ("+": it doubles its last letter), the particle, and the verb of `event_words.py`.
_NO_EVENT = """
fall fell fallen behind
fall fell fallen out
leave left behind
leave left out
pay paid off
play down
play up
see saw seen off
see saw seen through
"""
# The same for verbs that mean together none of these events: who falls out with others does not fall.


def _lines() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    nothing = (f"{line}: {line}" for line in _NO_EVENT.strip().split("\n"))
    for line in (*_LINES.strip().split("\n"), *nothing):
        forms, _, event = line.partition(": ")
        *verbs, particle = forms.split()
        for verb in verbs:
            inflected = inflect(verb.rstrip("+"), "+" if verb.endswith("+") else "")
            found.update(((form, particle), event) for each in inflected for form in each)
    return found


_EVENT_OF = _lines()


def with_particle(form: str, particle: str) -> str:
    """Return the verb that a small word and the one after it mean together; the word where they mean none."""
    return _EVENT_OF.get((form, particle), form)


def tells_event(form: str, particle: str) -> bool:
    """Tell whether a verb means something else with the word after it: "called off" is no call."""
    return (form, particle) in _EVENT_OF
