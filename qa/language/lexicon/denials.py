"""List what is denied or withheld, and by whom, to tell "denied the claim" from "denied a visa"."""

from __future__ import annotations

DENIABLE = frozenset(
    """
    accusation accusations allegation allegations assertion assertions assault arson abuse bias blame breach breaches
    bribery bullying charge charges cheating claim claims collusion complicity conspiracy contact contacts contention
    corruption count counts cover-up crime crimes culpability deal deception discrimination doping espionage existence
    extortion fault fraud gossip guilt harassment hypocrisy idea illegality impropriety insinuation insinuations
    insulting intent intention intentions interference involvement knowledge liability lies link links lying malice
    manipulation manslaughter misconduct misuse murder narrative negligence notion offence offences offense offenses
    part perjury plagiarism plan plans plot possibility pressure racism rape reality relationship report reports
    responsibility role romance rumor rumors rumour rumours sabotage sexism smuggling speculation split story stories
    impression perception statement statements
    suggestion suggestions theft tie ties treason truth version wrongdoing wrongdoings
    """.split()
)
"""Nouns for what is said of somebody, or for what somebody did: "denied the claim", "denied any role in the leak"."""
REBUTTED = frozenset(
    """
    accusation accusations allegation allegations assertion assertions claim claims contention insinuation insinuations
    rumor rumors rumour rumours suggestions
    """.split()
)
"""What one denies by rejecting it: "rejected the allegations"; a plan or a deal is only turned down."""
REBUTTING = frozenset("rebut refute reject repudiate".split())
"""The verbs for it, by lemma."""
PLACED = frozenset("part role plan plans deal contact contacts count counts charge charges".split())
"""Of these, those that one may also be kept from having: "denied her a part"."""
GRANTED = frozenset(
    """
    access admission appeal appeals application applications bail benefits chance chances compensation coverage
    entrance entry extension goal hearing help leave motion motions opportunity parole passage payment permission
    permit petition point privileges promotion protection request requests right rights service services shelter
    status time treatment visa visas victory win
    """.split()
)
"""Nouns for what is withheld: "denied the request", "denied parole"."""
GERUND_NOUNS = frozenset(
    """
    backing building financing funding hearing housing lending licensing lodging parking seating standing training
    """.split()
)
"""Nouns in -ing for what is withheld: "denied funding to the schools"; "denied lying to the court" is a deed."""
JUDGES = frozenset(
    "judge judges court courts justice justices tribunal magistrate magistrates insurer insurers".split()
)
"""Who turns a claim or a charge down by denying it: "The judge denied the claim"."""
WITHHELD_BY_LEMMA = frozenset(
    "say specify disclose reveal divulge clarify elaborate indicate confirm detail tell explain".split()
)
"""What one "would not" or "is not", by lemma, before a question: "would not say whether", "is not saying who"."""
REFUSED_SPEECH = frozenset(
    """
    acknowledge admit answer apologise apologize clarify comment concede condemn confirm criticise criticize denounce
    detail disclose discuss divulge elaborate explain express identify name repeat reply respond reveal say specify
    speculate speak state talk tell testify
    """.split()
)
"""Acts of speech that one refuses or declines, by their base form: "refused to condemn the raid"."""
NO_QUESTION = frozenset(
    "door doors phone telephone bell bells call knock radio intercom summons doorbell advert ad".split()
)
"""What is answered without words: "refused to answer the door"."""
OF_WORDS = frozenset(
    "comment comments interview interviews information clarification reaction response statement details explanation "
    "answers further more".split()
)
"""What a request is for where it is put to somebody who may speak: "did not respond to requests for comment"."""
