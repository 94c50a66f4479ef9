"""Tell whether the name of whom a question asks for occurs nowhere in an archive."""

from __future__ import annotations

from qa.answering.denials.called_as_typed import forms_of_calling
from qa.answering.denials.called_in_part import named_in
from qa.answers import Understanding
from qa.archive.name_lookup import occurs
from qa.archive.protocol import View
from qa.language.terms import terms
from qa.speakers.names import is_group


def name_is_missing(snapshot: View, understood: Understanding) -> bool:
    """Return whether the asked speaker's name occurs nowhere in the archive, quoted or not.

    Who speaks only under a bare surname may be the one whose full name was typed.
    """
    name = understood.speaker
    if name is None or understood.speaker_known or understood.speaker_is_role or not terms(name):
        return False
    bare = snapshot.speaker(name.split()[-1]) if len(name.split()) > 1 and not is_group(name) else None
    # "Quill's girlfriend" is nowhere, and "his girlfriend" beside Quill may be.
    found = any(occurs(snapshot, each) for each in (*forms_of_calling(name), *named_in(name)))
    return not found and (bare is None or bare.kind != "person")
