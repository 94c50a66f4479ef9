"""List the words with which a page labels articles, sections and fields, and that name no speaker."""

from __future__ import annotations

NO_SPEAKER = frozenset(
    """
    photo image photos video read watch related update updated correction source sources note editor editors
    breaking opinion analysis exclusive report live poll here watch listen more also see warning q a question answer
    subject subjects from to by re date time location when where what who why how hint bonus ps caption credit
    credits story media contact title headline subtitle subheading byline author authors published publisher
    publication outlet url link section category topic topics tag tags keyword keywords slug summary abstract
    language copyright posted issue edition dateline transcript transcription transcribed inquiries enquiries phone
    tel telephone fax email e-mail website embargo resolved present apologies absent attendees attendance venue place
    agenda break podcast appearances duration corrected corrections clarification clarified revised retracted retraction
    refile refiled revealed fact factcheck factbox advisory urgent embargoed review preview profile explainer obituary
    editorial column feature recap roundup round-up wrapup newsletter bulletin alert flash quote
    cc bcc sent forwarded fwd proof theorem lemma corollary definition example examples figure input output prompt
    """.split()
)
"""Words before a colon that name no speaker: "Photo:", "Date:"."""
UNNAMED = frozenset(
    """
    unidentified unknown unnamed speaker speakers participant participants respondent interviewee voice voices male
    female man woman audience crowd member members host moderator operator narrator announcer caller protester
    """.split()
)
"""Words of labels that name nobody: "UNIDENTIFIED FEMALE:", "Speaker 1:", "Host:"."""
OF_COURTS = frozenset("court witness defendant bailiff foreperson foreman juror interpreter".split())
"""Labels after "the" in the record of a court: "THE COURT:"."""
FIELDS = frozenset(
    "title date source author byline published publisher url section updated dateline by".split()
)
"""Fields that a record of an article begins with."""
SECTIONS = frozenset(
    """
    read story interview essay view views review profile column letter letters obituary explainer briefing digest
    notebook diary podcast newsletter comment editorial feature verdict week weekend day today quiz recap preview
    timeline factbox fact-check q&a report special series big long
    """.split()
)
"""Last words of what a newspaper calls its own sections: "The Long Read: How the levee held"."""
NEWS = (
    r"(?:(?:press|news|media)\s+releases?|articles?|news|stor(?:y|ies)|reports?|coverage|headlines?|pieces?|posts?"
    r"|editions?|issues?)"
)
"""Things that a newspaper publishes; a pattern, as the next."""
NEWS_OF_AN_OUTLET = (
    r"(?:articles?|reports?|stor(?:y|ies)|pieces?|coverage|reviews?|editorials?|posts?|interviews?|columns?"
    r"|newspapers?|website|reporting)"
)
"""The same beside an outlet's name: "the TechCrunch report"."""
AGENCIES = tuple(
    """Reuters AP AFP CNN UPI BBC PA PTI ANI IANS EFE ANSA DPA dpa TASS Xinhua Kyodo Bloomberg CBS ABC NBC NPR
    AAP""".split()
)
"""News agencies and broadcasters that stand in datelines: "LONDON (Reuters) —", "CNN —"."""
