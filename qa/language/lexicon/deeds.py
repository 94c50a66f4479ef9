"""List what makes a deed of a verb that else reports words: "claimed the title", "called a strike"."""

from __future__ import annotations

_OBJECTS = {
    "add": "assist assists boards goal goals marker markers point points rebounds run runs wickets",
    "admit": "patient patients student students",
    "answer": "bell call calls door doorbell phone telephone",
    "attack": """airport airports barracks base bases camp camps checkpoint checkpoints cities city consulate convoy
        convoys district districts embassy outpost outposts positions province provinces region regions ship ships
        soldiers tanker tankers town towns troops vessel vessels village villages harbour harbor port ports building
        buildings church churches headquarters home homes hospital hospitals house houses mosque mosques office offices
        prison prisons school schools shop shops shrine shrines station stations synagogue temple temples""",
    "blast": "ball penalty shot",
    "call": """ambulance ballot ceasefire conference doctor election elections halt meeting police referendum session
        strike truce vote""",
    "claim": """asylum award awards benefit benefits bronze championship crown expenses gold life lives medal medals
        pole prize scalp silver spot title titles trophy victories wicket wickets win wins""",
    "concede": "corner goal goals penalties penalty set sets",
    "confirm": "appointee appointees judge judges justice justices nominee nominees",
    "defend": "crown goal title titles",
    "dismiss": "class jury",
    "hail": "cab taxi",
    "offer": "glimpse hand look view views",
    "portray": "character characters hero heroes heroine heroines part parts role roles villain villains",
    "recall": "ambassador ambassadors car cars parliament product products toys trucks vehicles",
    "say": "bye farewell goodbye goodnight grace hello mass prayer prayers",
    "slam": "boundaries boundary centuries century door doors fifties fifty fours runs six sixes",
    "welcome": "babies baby child children customers daughter guests passengers son twins visitors",
}
DEED_OBJECTS = {verb: frozenset(nouns.split()) for verb, nouns in _OBJECTS.items()}
"""Nouns by the verb whose objects they are where it is done without a word."""
