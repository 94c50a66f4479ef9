"""Write the greeting, which `greeting.py` sends, and what `/help` and `/privacy` say. Pure functions."""

from __future__ import annotations

from bots.discord.escaping import escaped_line
from bots.discord.own_texts import own_text
from bots.discord.state import KEPT
from bots.discord.views import BAD, GOOD, WRONG
from bots.wording import corpus_in_words
from qa.answers import CorpusSummary

DELETE_MINE = "Delete mine"
"""The label of the button below what `/privacy` says."""
WHAT_IT_DOES = (
    "I quote news articles: who said what, word for word, with speaker, source and day. Where they do not answer, "
    "I say so. No language model writes a word."
)


def greeting(name: str, corpus: CorpusSummary | None, own: str) -> str:
    """Write what the bot says when it comes to a server.

    Args:
        name: The bot's name there.
        own: What people who manage the server want added.
    """
    here = f" In here: {escaped_line(corpus_in_words(corpus), 200)}." if corpus is not None else ""
    lines = [
        f"**Hello.** {WHAT_IT_DOES}{here}",
        f"Ask “@{escaped_line(name, 60)} What did … say about …?”, or use /ask. /help shows what else there is, "
        "/about what the articles are about, /privacy what I keep.",
        own_text(own),
        "-# To those who manage this server: I answer whoever mentions me, in every channel that I can see. "
        "Is that right? /settings changes it at any time.",
    ]
    return "\n".join(filter(None, lines))


def help_text(own: str) -> str:
    """Write what the bot can be asked, and by which commands."""
    lines = [
        WHAT_IT_DOES,
        "**Ask** by a mention, a direct message, or /ask:",
        "- What did … say about …?",
        "- Who criticised …?",
        "- What did … say in March about …?",
        "- and about …? (as a reply to an answer)",
        "**Look** /about, /speakers, /sources and /latest show what is in here.",
        "**Set side by side** /compare two speakers, /timeline one over time, /follow what somebody says from now on.",
        "**Check** /check looks up the quotations of a text: whether they are word for word, and whose they are.",
        "Bold words within a quote are the speaker’s own. The menu under an answer shows what stands around a quote.",
        f"-# {GOOD}, {BAD} and “{WRONG}” tell the people who run me how well I answer · /privacy says what is kept",
        own_text(own),
    ]
    return "\n".join(filter(None, lines))


def privacy_text() -> str:
    """Write what the bot keeps, for how long, and what can be deleted."""
    lines = [
        f"**What I keep, for {KEPT.days} days:** of each answer the question, which quotes it showed, who asked (as a "
        f"number) and where, so that its buttons work and a reply goes on from it; and who pressed {GOOD} or {BAD}.",
        "**Until it is ended:** what is followed with /follow, and who began it. What a server has set.",
        f"**Until it is read:** the question and the quote that “{WRONG}” was said of, to measure answers by.",
        "**What I do not keep:** messages that ask me nothing, texts given to /check, and your name. My log holds no "
        "questions.",
        "**Nothing goes elsewhere:** questions are answered on the machine that I run on, without a language model.",
        f"“{DELETE_MINE}” deletes your questions and conversations, what you follow, and your {GOOD}, {BAD} and "
        f"“{WRONG}”, here and on all other servers. My messages stay on Discord until somebody deletes them there; "
        "their buttons stop working.",
    ]
    return "\n".join(lines)
