"""A sheet as readable lines: what stands where, rounded to a hundredth of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.frame import Group, Image, Link, Text
from brochure.geometry import Matrix, Point
from brochure.images import Raster
from brochure.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brochure.frame import Item
    from brochure.model import Sheet


def trace(sheets: Iterable[Sheet]) -> str:
    """Return one line an item, in painting order; a drawing's shapes are counted, not listed."""
    lines: list[str] = []
    for sheet in sheets:
        width, height = sheet.frame.size
        folds = " ".join(f"{fold:.2f}" for fold in sheet.folds)
        across = "".join(f", cross fold {fold:.2f}" for fold in sheet.cross_folds)
        lines.append(f"# {sheet.name} {width:.2f} x {height:.2f}, folds {folds}{across}")
        lines += _items(sheet.frame.items, Matrix(), "")
    return "\n".join(lines) + "\n"


def _items(items: tuple[Item, ...], matrix: Matrix, indent: str) -> Iterator[str]:
    shapes = [item for item in items if isinstance(item, Shape)]
    if shapes:
        yield f"{indent}{len(shapes)} shape{'s' if len(shapes) > 1 else ''}"
    for item in items:
        match item:
            case Text(origin=origin, run=run):
                x, y = matrix.apply(origin)
                name = f"{run.font.name} {run.size:g}"
                yield f"{indent}{x:.2f} {y:.2f} {run.width:.2f} {name} {run.text!r}"
            case Image(rect=rect, source=source, focus=focus):
                x, y = matrix.apply(Point(rect.x, rect.y))
                size = f"{rect.width:.2f} x {rect.height:.2f}"
                name = "raster" if isinstance(source, Raster) else source.path.name
                yield f"{indent}{x:.2f} {y:.2f} {size} {name}, focus {focus.x:g} {focus.y:g}"
            case Link(rect=rect, href=href):
                x, y = matrix.apply(Point(rect.x, rect.y))
                yield f"{indent}{x:.2f} {y:.2f} {rect.width:.2f} x {rect.height:.2f} link {href}"
            case Group(items=inner, element=element):
                deeper = indent
                if element:
                    yield f"{indent}<{element.role}>"
                    deeper += "  "
                yield from _items(inner, item.matrix.then(matrix), deeper)
            case Shape():
                pass
