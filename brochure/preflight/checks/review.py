"""A clinician has read the copy, not too long ago, and somebody will read it again.

Software can tell long words from short ones, not right from wrong. `reviewed:` says who read it,
when, and when it is due again: after a year or two what is known has moved on.

Source: PIF TICK (UK), whose mark is for health information that is regularly reviewed. Its public
summaries name no dates: who, when and until when is what this project asks for, to hold one to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

MISSING = Rule("REVIEW001", Severity.WARNING, "copy that nobody is said to have reviewed")
OVERDUE = Rule("REVIEW002", Severity.WARNING, "copy whose next review is overdue")
FUTURE = Rule("REVIEW003", Severity.ERROR, "a review that has not been yet")
CODES = (MISSING, OVERDUE, FUTURE)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if the copy's review is missing, overdue, or in the future."""
    review, today = manuscript.brochure.reviewed, manuscript.today
    if review is None:
        hint = "add `reviewed: {by: …, on: …, due: …}` once a clinician has read it"
        message = "nobody is said to have reviewed the copy"
        yield MISSING.broken(message, Where(manuscript.brochure.source, 1), hint)
        return
    if review.on.date > today:
        message = f"the review is dated {review.on.date}, and today is {today}"
        yield FUTURE.broken(message, review.on.where, "write the day on which the copy was read")
    if review.due.date < today:
        message = f"the next review was due on {review.due.date}, and today is {today}"
        hint = f"have {review.by} or another clinician read it again, and write the new dates"
        yield OVERDUE.broken(message, review.due.where, hint)
