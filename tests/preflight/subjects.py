"""Proofs to judge: of small brochures as they are read, and of pages made up item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.color import BLACK, Color
from brochure.content import read
from brochure.editions import OFFICE
from brochure.frame import Element, Frame, Group, Role, Text
from brochure.geometry import Point, Rect, Size
from brochure.images import Library
from brochure.model import Layout, Panel, Place, Sheet
from brochure.pipeline import prepared
from brochure.problems import Source, Where
from brochure.shape import Shape, rectangle
from brochure.typography import Voice, family, load, shape

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.editions import Edition
    from brochure.frame import Item
    from brochure.preflight import Check, Subject

HEAD = """\
title: A
clinic: {name: The Clinic, phone: (210) 879-4809, website: www.example.com}
"""
SOURCE = Source("made-up.yaml", "a\nb\nc\nd\ne\n")
PAGE = Rect(0, 0, 600, 400)


def subject_of(folder: Path, copy: str, edition: Edition = OFFICE) -> Subject:
    """Return the subject of a brochure with `copy`, written into `folder`."""
    path = folder / "content.yaml"
    path.write_text(HEAD + copy, encoding="utf-8")
    subject = prepared(read(path), edition, Library(folder), "digest")
    assert not subject.problems
    return subject


def told(check: Check, subject: Subject) -> list[tuple[str, int, str]]:
    """Return the code, the line and the message of all that `check` finds."""
    assert check.SCOPE.holds(subject.edition)
    found = []
    for problem in check.check(subject):
        assert problem.where
        assert problem.hint
        rules = {rule.code: rule.severity for rule in check.CODES}
        assert problem.severity is rules[problem.code]
        found.append((problem.code, problem.where.line, problem.message))
    return found


def codes(check: Check, subject: Subject) -> list[str]:
    """Return the codes of all that `check` finds."""
    return [code for code, _, _ in told(check, subject)]


def made_up(
    subject: Subject, *items: Item, trim: Rect | None = None, bleed: Rect | None = None
) -> Subject:
    """Return `subject` with one page in place of its own: two panels, a fold in the middle."""
    middle = PAGE.width / 2
    places = (
        Place("back", Rect(0, 0, middle, PAGE.height), 1),
        Place("cover", Rect(middle, 0, middle, PAGE.height), 0),
    )
    frame = Frame(Size(PAGE.width, PAGE.height), tuple(items))
    return replace(subject, sheets=(Sheet("outside", frame, places, (middle,), trim, bleed),))


def laid_out(subject: Subject, **panels: tuple[Item, ...]) -> Subject:
    """Return `subject` with `panels` as its layout, in reading order; `_` in a name is a hyphen."""
    made = [
        Panel(name.replace("_", "-"), (), Frame(Size(250, PAGE.height), items))
        for name, items in panels.items()
    ]
    return replace(subject, layout=Layout(tuple(made), ()))


def text(  # noqa: PLR0913 - each says one thing of it
    words: str, x: float, y: float, *, size: float = 10.5, color: Color = BLACK, line: int = 1
) -> Text:
    """Return `words` on a baseline that starts at `x`, `y`."""
    voice = Voice(load(family("Source Sans 3").regular), size)
    run = shape(words, voice).cut(0, len(words))
    return Text(Point(x, y), run, color, where=Where(SOURCE, line))


def paragraph(*items: Item) -> Group:
    """Return `items` as one paragraph."""
    return Group(items, element=Element(Role.PARAGRAPH))


def field(color: Color | str, rect: Rect = PAGE) -> Shape:
    """Return a field of `color`."""
    return Shape(rectangle(rect), fill=Color.from_hex(color) if isinstance(color, str) else color)
