"""Preflight: judge an edition before it is printed or sent, check by check.

    judge(subject, QUICK)   what is wrong with an edition, from the checks that cost a build little
    judge(subject, CHECKS)  from every check that holds for it

A check is a module of `checks`; to add one, write it and add it to `quick` or to `every`.
"""

from __future__ import annotations

from brochure.preflight.accepted import judge
from brochure.preflight.quick import QUICK
from brochure.preflight.subject import Subject

__all__ = ["QUICK", "Subject", "judge"]
