"""A picture of a patient is printed only with the patient's consent on record.

A photograph by which somebody can be known is health information, and its use in a brochure is
marketing. The file says so of each such picture: `patient: true`, and `consent:` with where the
signed form is kept (no name: the file is passed around).

Source: HIPAA Privacy Rule, 45 CFR 164.508(a)(3) (marketing) and 164.514(b)(2)(i)(Q) (full-
face photographs identify).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.blocks.figure import Figure
from brochure.blocks.picture import Picture
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.spotting import key_place
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

NO_CONSENT = Rule("PRIVACY001", Severity.ERROR, "a patient's picture without consent on record")
CODES = (NO_CONSENT,)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each picture of a patient who is not said to have consented."""
    for _, block in manuscript.blocks():
        if isinstance(block, Picture | Figure) and block.patient and not block.consent:
            message = f"{block.file.name} shows a patient, and no consent is on record"
            hint = 'once the form is signed, add where it is kept: `consent: "form 12, signed"`'
            yield NO_CONSENT.broken(message, key_place(block, "patient"), hint)
