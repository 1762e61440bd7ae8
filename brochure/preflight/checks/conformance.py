"""A tagged file keeps what it claims: PDF/UA-1 and PDF/A-2a, and makes sense when it is heard.

The program's tests hold its files to both standards; this holds the file at hand to them, whatever
was put into it. Two validators are asked if they are installed (`pip install page-validation
outloud`): one goes through the clauses of the standards, the other through what a screen reader
would make of the file. Without them nothing is checked here, and the command says so.

Source: ISO 14289-1 (PDF/UA-1), ISO 19005-2 (PDF/A-2, level a).
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

UA_1 = Rule("ACCESS004", Severity.ERROR, "the file breaks PDF/UA-1")
A_2A = Rule("ACCESS005", Severity.ERROR, "the file breaks PDF/A-2a")
HEARD = Rule("ACCESS006", Severity.WARNING, "what is heard of the file makes no sense")
CODES = (UA_1, A_2A, HEARD)
SCOPE = Scope.TAGGED
LOOKS_AT = Evidence.OPINION

_HINT = "this is a fault of the program, not of your file: please report it"
_WORDS = "if it is your words, change them; else it is a fault of the program: please report it"
_HINTS = {"LNK-010": "make the address a link: <hello@example.com>, or [our page](https://…)"}
"""What an author can mend, by the validator's own code."""
_MISTAKEN = {"ORD-001"}
"""Those that are wrong of sound files: it takes what stands after a link in a paragraph to be read
before the link (outloud 0.2.1). Whether words come in their order COPY002 tells."""
VALIDATORS = {"page": "page-validation", "outloud": "outloud"}
"""The modules of the validators, and what to install for them."""


def missing() -> list[str]:
    """Return the validators that are not installed."""
    return [package for module, package in VALIDATORS.items() if find_spec(module) is None]


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each clause that a validator finds broken."""
    absent = missing()
    where = subject.opening("")
    if "page-validation" not in absent:
        import page  # noqa: PLC0415 - only where it is installed

        for rule, profile in ((UA_1, "ua1"), (A_2A, "2a")):
            try:
                failures = page.validate_pdf_bytes(subject.painted.data, profile=profile).failures
            except Exception as error:  # noqa: BLE001 - it has limits of its own, each an exception
                message = f"page-validation gave up: {error}"
                yield rule.broken(message, where, "fewer blocks or cells let it finish")
                continue
            for failure in failures:
                message = f"page-validation: {failure.message} ({failure.rule_id})"
                yield rule.broken(message, where, _HINT)
    if "outloud" not in absent:
        from tempfile import TemporaryDirectory  # noqa: PLC0415 - the same

        import outloud  # noqa: PLC0415 - only where it is installed

        with TemporaryDirectory() as folder:
            path = Path(folder) / "subject.pdf"
            path.write_bytes(subject.painted.data)
            found = outloud.check(str(path))
        for finding in found.findings:
            if finding.severity != "info" and finding.rule not in _MISTAKEN:
                message = f"outloud: {finding.message} ({finding.rule})"
                yield HEARD.broken(message, where, _HINTS.get(finding.rule, _WORDS))
