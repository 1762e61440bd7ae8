"""What a brochure should not claim: the packaged list, or the author's own in its place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brochure.fields import Fields
from brochure.preflight.listed import packaged_list


class Phrases(Fields, frozen=True):
    """Phrases by language.

    Attributes:
        en: English ones.
        es: Spanish ones.

    """

    en: tuple[str, ...] = ()
    es: tuple[str, ...] = ()


class Claim(Fields, frozen=True):
    """One thing that should not be claimed.

    Attributes:
        code: The rule that it breaks.
        claim: What it claims, in a few words.
        say: What to say instead.
        words: The phrases that claim it.
        unless: Phrases that hold one of them and claim nothing.

    """

    code: str
    claim: str
    say: str
    words: Phrases
    unless: Phrases = Phrases()


class Use(Fields, frozen=True):
    """How one language speaks of uses that no device is authorized for.

    Attributes:
        terms: What is treated.
        verbs: What is said to be done about it.
        hedges: Words that leave it open.
        consultation: Words that lead to a consultation.

    """

    terms: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    consultation: tuple[str, ...] = ()


class Uses(Fields, frozen=True):
    """Uses outside the authorized ones.

    Attributes:
        say: What to say instead.
        en: Its words in English.
        es: Its words in Spanish.

    """

    say: str
    en: Use = Use()
    es: Use = Use()


class ClaimList(Fields, frozen=True):
    """A list of claims, as of a day, from sources.

    Attributes:
        as_of: The day on which its sources were read.
        sources: What it rests on.
        claims: What should not be claimed.
        uses: Uses that must be left open.

    """

    as_of: str
    sources: tuple[str, ...]
    claims: tuple[Claim, ...]
    uses: Uses | None = None


@cache
def packaged() -> ClaimList:
    """Return the program's own list."""
    return packaged_list(Path(__file__).with_name("claims.yaml"), ClaimList)
