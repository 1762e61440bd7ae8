"""Preflight: judge an edition before it is printed or sent, check by check.

    judged(subject)           what is wrong with an edition, remembered while nothing changes
    validated(subject)        what the validators that are installed find, remembered too
    judge(subject, checks)    what some checks find, anew

A check is a module of `checks`; to add one, write it and add it to `every`.
"""

from __future__ import annotations

from brochure.preflight.accepted import judge, judged, validated
from brochure.preflight.subject import Subject

__all__ = ["Subject", "judge", "judged", "validated"]
