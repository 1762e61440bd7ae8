"""How the kinds of value that only themes hold are decoded, in their files and in an author's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from brochure.reading import MISSING, Mapping, Scalar, Sequence, called, did_you_mean, shown
from brochure.reading.suggest import nearest
from brochure.themes.kinds import (
    HEX,
    MOST_INK,
    ColorName,
    FamilyName,
    FontName,
    Hex,
    InkShares,
    Margins,
    Tint,
)
from brochure.themes.theme import PanelRole, PanelStyle, Role, TextStyle, ThemeColor
from brochure.typography import families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brochure.reading import Decoder, Node

    Decode = Callable[[Decoder, Node, str], Any]

_HEX_HINT = 'write it in quotes, with two figures each of red, green and blue: "#1F4A47"'


def kinds(*, colors: Iterable[str], fonts: Iterable[str]) -> dict[Any, Decode]:
    """Return what decodes the values of a theme that has these `colors` and `fonts`."""
    colors, fonts = list(colors), list(fonts)
    return {
        Hex: _hex,
        InkShares: _inks,
        Margins: _numbers("top, right, bottom and left", 4),
        Tint: _tint,
        ColorName: one_of(colors, "color"),
        FontName: one_of(fonts, "font"),
        FamilyName: one_of(families(), "family of fonts"),
        dict[str, ThemeColor]: mapping_of(colors, ThemeColor),
        dict[str, FamilyName]: mapping_of(fonts, FamilyName),
        dict[Role, TextStyle]: mapping_of(get_args(Role), TextStyle),
        dict[PanelRole, PanelStyle]: mapping_of(get_args(PanelRole), PanelStyle),
    }


def _hex(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - the words, or MISSING
    words = decoder.decode(node, str, name)
    if words is MISSING or HEX.fullmatch(words):
        return words
    return decoder.problem("COLOR001", f"{shown(words)} is no color", node.where, _HEX_HINT)


def _inks(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - four numbers, or MISSING
    """Return four shares of ink, none above 100 percent, together no more than paper bears."""
    found = _numbers("cyan, magenta, yellow and black, in percent", 4)(decoder, node, name)
    if found is MISSING:
        return MISSING
    if not all(0 <= ink <= 100 for ink in found):  # noqa: PLR2004 - percent
        return decoder.problem("COLOR002", "inks go from 0 to 100 percent", node.where)
    if sum(found) > MOST_INK:
        message = f"the inks are {sum(found):g} percent together, and paper bears {MOST_INK}"
        hint = "take away cyan, magenta and yellow alike, and leave black"
        return decoder.problem("COLOR002", message, node.where, hint)
    return found


def _numbers(what: str, count: int) -> Decode:
    """Return a decoder of a list of `count` numbers, which are `what`."""

    def decode(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - numbers, or MISSING
        found = decoder.decode(node, tuple[float, ...], name)
        if found is MISSING or len(found) == count:
            return found
        message = f"{called(name)} must be {count} numbers, not {len(found)}"
        return decoder.problem("FIELD003", message, node.where, f"write {what}, in brackets")

    return decode


def _tint(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - two names, or MISSING
    if isinstance(node, Sequence) and len(node.items) == 2:  # noqa: PLR2004 - shadows and lights
        return decoder.decode(node, tuple[ColorName, ...], name)
    message = f"{called(name)} must be two colors: of the shadows and of the lights"
    return decoder.problem("FIELD003", message, node.where, "write [ink, paper]")


def one_of(names: Iterable[str], what: str) -> Decode:
    """Return a decoder of one of `names`, in any case."""
    known = {name.lower(): name for name in names}

    def decode(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a name, or MISSING
        words = decoder.decode(node, str, name)
        if words is MISSING:
            return MISSING
        if words.lower() in known:
            return known[words.lower()]
        near = nearest(words, known)
        hint = did_you_mean(known.get(near, words), known.values())
        return decoder.problem("NAME001", f"there is no {what} {shown(words)}", node.where, hint)

    return decode


def mapping_of(names: Iterable[str], wanted: Any) -> Decode:  # noqa: ANN401 - a value is of any type
    """Return a decoder of a mapping of `names` to values of the type `wanted`."""
    known = list(names)

    def decode(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a dict, or MISSING
        if isinstance(node, Scalar) and node.empty:
            return {}
        if not isinstance(node, Mapping):
            message = f"{called(name)} must hold keys with values"
            hint = "write `key: value`, one a line"
            return decoder.problem("FIELD003", message, node.where, hint)
        found = {}
        for key, value in node.entries:
            if key.text in known:
                found[key.text] = decoder.decode(value, wanted, key.text)
            else:
                message = f"{called(name)} has no key {shown(key.text)}"
                hint = did_you_mean(key.text, known)
                decoder.problem("FIELD001", message, key.where, hint)
        # By identity: a value need not know how to compare itself.
        return MISSING if any(value is MISSING for value in found.values()) else found

    return decode
