"""The rules of UAX #9 for what an author sets with signs that nobody sees (X1 to X8, BD9).

They open stretches that run to the left or to the right, whatever stands in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DEEPEST = 125  # levels (BD2)
EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
"""What opens an embedding: whether it runs to the left, and the class that it gives to all."""
ISOLATES = frozenset({"LRI", "RLI", "FSI"})


def ends_of(classes: Sequence[str]) -> dict[int, int]:
    """Return the place of the end of each isolate by that of its start (BD9)."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for at, kind in enumerate(classes):
        if kind in ISOLATES:
            stack.append(at)
        elif kind == "PDI" and stack:
            found[stack.pop()] = at
    return found


class _Open:
    """The embeddings and isolates that are open at a character, and those too many (X1 to X8)."""

    def __init__(self, base: int) -> None:
        self._stack = [(base, "", False)]  # level, override, whether it is an isolate
        self._isolates = self._lost_isolates = self._lost_embeddings = 0

    @property
    def level(self) -> int:
        """The level of what stands in the innermost."""
        return self._stack[-1][0]

    @property
    def override(self) -> str:
        """The class that it gives all characters; empty if none."""
        return self._stack[-1][1]

    def enter(self, odd: int, override: str, *, isolate: bool) -> None:
        """Open one on the next level that is odd or, for 0, even (X2 to X5c)."""
        level = self.level + 1 + ((self.level + 1) % 2 != odd)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append((level, override, isolate))
            self._isolates += isolate
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def leave_isolate(self) -> None:
        """Close the last isolate, and with it what was opened in it (X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._isolates -= 1
            self._lost_embeddings = 0
            while not self._stack.pop()[2]:
                pass

    def leave_embedding(self) -> None:
        """Close the last embedding, if no isolate was opened in it (X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()

    def leave_all(self) -> None:
        """Close all: the paragraph ends (X8)."""
        del self._stack[1:]


def explicit(
    classes: Sequence[str], ends: Mapping[int, int], base: int
) -> tuple[list[int], list[str]]:
    """Return the levels and classes as embeddings, overrides and isolates set them (X1 to X8)."""
    levels, kinds = [base] * len(classes), list(classes)
    around = _Open(base)
    for at, kind in enumerate(classes):
        if kind == "PDI":
            around.leave_isolate()
        elif kind == "PDF":
            around.leave_embedding()
        elif kind == "B":
            around.leave_all()
        levels[at], kinds[at] = around.level, around.override or kind
        if kind in EMBEDDINGS:
            around.enter(*EMBEDDINGS[kind], isolate=False)
        elif kind in ISOLATES:
            around.enter(_turned(classes, ends, at), "", isolate=True)
    return levels, kinds


def _turned(classes: Sequence[str], ends: Mapping[int, int], at: int) -> int:
    """Return whether the isolate that starts at `at` runs to the left (X5a to X5c): 0 or 1."""
    if classes[at] != "FSI":
        return int(classes[at] == "RLI")
    end = ends.get(at, len(classes))
    at += 1
    while at < end:  # P2 and P3: as the first strong character that is in no isolate
        if classes[at] in {"L", "R", "AL"}:
            return int(classes[at] != "L")
        at = ends.get(at, end) if classes[at] in ISOLATES else at + 1
    return 0
