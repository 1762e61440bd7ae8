"""A paragraph does not end in a line that looks lost.

Its last line alone at the head of the next panel (a widow) is read without what led up to it, often
with a fold in between. A last line of one short word, or of the stub of a parted one (a runt),
leaves more white below the paragraph than any other has. The program keeps a paragraph's last two
lines together and weighs its lines against runts; here it is seen whether that held.

Runts are told of running text, its lists and captions: a heading's lines are evened, and a table's
cell is as narrow as it is.

Source: The Chicago Manual of Style, 15th edition: a widow is a last line that begins a page or a
column; Bringhurst, The Elements of Typographic Style, 2.4.2: neither the stub of a hyphenated word
nor a word shorter than four letters makes a last line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Role
from brochure.preflight.lines import columns_of
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.lines import TextLine
    from brochure.preflight.subject import Subject
    from brochure.problems import Problem

WIDOW = Rule("FIT010", Severity.WARNING, "a paragraph's last line alone at the head of a panel")
RUNT = Rule("FIT011", Severity.WARNING, "a paragraph's last line of one short word")
CODES = (WIDOW, RUNT)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.PAGES

SHORTEST = 4  # letters of a word that may make a line
_RUNNING = {Role.PARAGRAPH, Role.BODY, Role.CAPTION}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each widow and each runt."""
    for paragraph, columns in columns_of(subject).items():
        last = columns[-1][-1]
        where = last.runs[0].text.where
        if len(columns) > 1 and len(columns[-1]) == 1:
            message = f"“{last.text}” ends its paragraph alone, at the head of panel {last.panel}"
            hint = "cut or add a few words before it, or move a section"
            yield WIDOW.broken(message, where, hint)
        lines = [line for column in columns for line in column]
        if paragraph.role in _RUNNING and len(lines) > 1 and _is_runt(lines[-2], last):
            message = f"“{last.text}” stands alone on the last line of its paragraph"
            hint = "cut a word before it, or add one after it"
            yield RUNT.broken(message, where, hint)


def _is_runt(above: TextLine, last: TextLine) -> bool:
    """Tell whether `last` is one short word, or what is left of one that was parted."""
    words = last.text.split()
    parted = above.runs[-1].text.stands_for is not None
    return len(words) == 1 and (parted or sum(map(str.isalnum, words[0])) < SHORTEST)
