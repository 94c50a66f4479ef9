"""List the short forms of given names."""

from __future__ import annotations

NICKNAMES = {
    nick: name
    for name, nicks in {
        "william": "bill billy will", "robert": "bob bobby rob robbie", "richard": "dick rick rich",
        "james": "jim jimmy jamie", "joseph": "joe joey", "michael": "mike mick", "thomas": "tom tommy",
        "timothy": "tim", "christopher": "chris", "charles": "charlie chuck", "edward": "ed eddie ted",
        "benjamin": "ben", "bernard": "bernie", "anthony": "tony", "daniel": "dan danny", "david": "dave",
        "donald": "don donnie", "gregory": "greg", "jeffrey": "jeff", "kenneth": "ken",
        "lawrence": "larry", "matthew": "matt", "nicholas": "nick", "patrick": "pat", "peter": "pete",
        "ronald": "ron",
        "samuel": "sam", "stephen": "steve steven", "andrew": "andy drew", "elizabeth": "liz beth betsy",
        "katherine": "kate kathy katie catherine", "deborah": "debbie debra", "susan": "sue susie",
        "margaret": "maggie peggy", "rebecca": "becky", "jennifer": "jen jenny", "jacob": "jake",
        "zachary": "zach zack", "alexander": "alex", "frederick": "fred", "raymond": "ray",
        "gerald": "gerry jerry", "philip": "phil phillip", "leonard": "len lenny", "douglas": "doug",
        "kimberly": "kim",
        "pamela": "pam",
    }.items()
    for nick in nicks.split()
}  # fmt: skip
"""Short form to given name."""
