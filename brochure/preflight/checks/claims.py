"""The copy claims nothing that a treatment cannot keep.

What is looked for stands in `preflight/claims.yaml`, dated, with its sources and safer words; a
file of the author's takes its place with `claims: our-claims.yaml`. Phrases are looked for in all
copy, headings too. One that is negated, asked, or part of a warning ("permanent scars") claims
nothing.

Uses that the FDA has authorized no device for, such as to treat melasma or to deliver a serum, may
be spoken of if it is left open whether they work ("may") and a consultation is named anywhere in
the brochure.

Source: FDA, Microneedling Devices, and 21 CFR 878.4430: some devices are authorized (not approved)
to improve the look of facial acne scars, facial wrinkles and abdominal scars, at 22 years and over;
Chu 2021 on risks.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from brochure.blocks.benefits import Benefits
from brochure.images.library import find
from brochure.images.refused import RefusedError
from brochure.preflight.claim_list import ClaimList, packaged
from brochure.preflight.claimed import Paragraph, claimed, paragraphs
from brochure.preflight.listed import any_of, read_list
from brochure.preflight.prose import language_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import BrochureError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.model import Brochure
    from brochure.preflight.claim_list import Use
    from brochure.preflight.listed import Finder
    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem, Where

_WARNING = Severity.WARNING
USE = Rule("CLAIM009", _WARNING, "a use that the FDA has authorized no device for, not left open")
OWN = Rule("CLAIM010", _WARNING, "a claim that the author's own list has")
NO_LIST = Rule("CLAIM011", Severity.ERROR, "a list of claims that cannot be read")
CODES = (
    Rule("CLAIM001", _WARNING, "“FDA approved”: devices are cleared or authorized, each for a use"),
    Rule("CLAIM002", _WARNING, "a claim of freedom from pain"),
    Rule("CLAIM003", _WARNING, "a claim of no downtime"),
    Rule("CLAIM004", _WARNING, "a claim of results that last for good"),
    Rule("CLAIM005", _WARNING, "a promise of results"),
    Rule("CLAIM006", _WARNING, "a claim of a cure"),
    Rule("CLAIM007", _WARNING, "a claim of freedom from risk"),
    Rule("CLAIM008", _WARNING, "a claim that it is for everyone"),
    USE,
    OWN,
    NO_LIST,
)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

_RULES = {rule.code: rule for rule in CODES}


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each claim in the copy."""
    language = language_of(manuscript.brochure)
    if language is None:
        return
    problems: list[Problem] = []
    claims = _claims(manuscript.brochure, problems)
    yield from problems
    if claims is None:
        return
    copy = paragraphs(manuscript.prose)
    anything = any_of(tuple(chain.from_iterable(getattr(c.words, language) for c in claims.claims)))
    maybe = [paragraph for paragraph in copy if anything.may_be_in(paragraph.text)]
    for claim in claims.claims:
        rule = _RULES.get(claim.code, OWN)
        words, unless = getattr(claim.words, language), getattr(claim.unless, language)
        for paragraph in maybe:
            for start, end in claimed(paragraph, any_of(words), any_of(unless)):
                message = f"“{paragraph.text[start:end]}” claims {claim.claim}"
                yield rule.broken(message, paragraph.place(start, end), claim.say)
    if claims.uses:
        use: Use = getattr(claims.uses, language)
        yield from _open_uses(copy, use, claims.uses.say)


def _claims(brochure: Brochure, problems: list[Problem]) -> ClaimList | None:
    """Return the author's list of claims, else ours; None after noting why it cannot be read."""
    own = brochure.claims
    if own is None:
        return packaged()
    try:
        return read_list(find(brochure.folder, own.name), ClaimList)
    except RefusedError as error:
        hint = error.hint or "name a file beside the content file, or leave `claims:` out"
        problems.append(NO_LIST.broken(f"{own.name} {error.message}", own.where, hint))
    except BrochureError as error:
        problems += error.problems
    return None


def _open_uses(copy: list[Paragraph], use: Use, say: str) -> Iterator[Problem]:
    """Yield a problem for each use that is not left open, or that no consultation goes with."""
    named: list[tuple[str, Where]] = []
    terms, verbs, hedges = any_of(use.terms), any_of(use.verbs), any_of(use.hedges)
    for paragraph in copy:
        is_benefit = isinstance(paragraph.copy.block, Benefits)
        for start, end in claimed(paragraph, terms, any_of(())):
            sentence = paragraph.around(start)
            if not (is_benefit or verbs.search(sentence)):
                continue
            term = paragraph.text[start:end]
            where = _promise(copy, paragraph, start, end, verbs)
            named.append((term, where))
            if not hedges.search(paragraph.whole if is_benefit else sentence):
                message = f"the FDA has authorized no device for “{term}”, yet this promises it"
                yield USE.broken(message, where, say)
    if named and not any(any_of(use.consultation).search(one.text) for one in copy):
        term, where = named[0]
        message = (
            f"the FDA has authorized no device for “{term}”, and the copy nowhere says to ask you"
        )
        yield USE.broken(message, where, say)


def _promise(
    copy: list[Paragraph], paragraph: Paragraph, start: int, end: int, verbs: Finder
) -> Where:
    """Return where the words stand that must leave a use open: a verb, or a benefit's text.

    It is the use itself, from `start` to `end`, where neither stands.
    """
    if isinstance(paragraph.copy.block, Benefits):
        item = paragraph.copy.field.rpartition(".")[0]
        for one in copy:
            if one.copy.block is paragraph.copy.block and one.copy.field == f"{item}.text":
                return one.place(0, len(one.text))
    first, last = paragraph.bounds(start)
    found = verbs.search(paragraph.text, first, last)
    return paragraph.place(*found) if found else paragraph.place(start, end)
