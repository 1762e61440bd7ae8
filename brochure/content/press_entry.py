"""The values under `press:`: a press by name or by its profile's file, a bleed, a share of ink."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brochure.fields import FileName
from brochure.geometry import INCH
from brochure.press import Bleed, Profile, TotalInk
from brochure.profiles import NAMES
from brochure.reading import MISSING, Scalar, did_you_mean, shown
from brochure.reading.values import distance, number

if TYPE_CHECKING:
    from brochure.reading import Decoder, Node

MOST_BLEED = INCH  # printers ask for 1/8 in, packages for 1/4; more is a slip of the unit
LEAST_INK, MOST_INK = 100, 400  # percent: black alone, and four solids
_FILE = re.compile(r".*\.ic[cm]", re.IGNORECASE | re.DOTALL)
_BLEED_HINT = "write 1/8 in as 0.125in, or 3mm: what most printers ask for"
_INK_HINT = "write what the printer says, such as 300 for coated paper or 280 for uncoated"


def decode_profile(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Profile or MISSING
    """Return the press that `node` names; a file is opened when something is made for it."""
    words = node.text if isinstance(node, Scalar) else ""
    if words.lower() in NAMES:
        return Profile(words.lower())
    if _FILE.fullmatch(words):
        file = decoder.decode(node, FileName, name)
        return MISSING if file is MISSING else Profile(file.name, file)
    message = f"there is no press {shown(words)}" if words else f"`{name}` must be a name"
    hint = did_you_mean(words, NAMES)
    if not hint.startswith("did"):
        hint += ", or an ICC profile's file, such as press.icc, beside the content file"
    return decoder.problem("PRESS001", message, node.where, hint)


def decode_bleed(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a Bleed or MISSING
    """Return the bleed that `node` says, none or up to an inch."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    try:
        found = distance(words)
    except ValueError as error:
        below = re.match(r"-\s*[\d.]", words)
        message = f"a bleed of {shown(words)} would be below 0" if below else f"`{name}`: {error}"
        return decoder.problem("PRESS002", message, node.where, _BLEED_HINT)
    if found > MOST_BLEED:
        message = f"a bleed of {shown(words)} is more than an inch"
        return decoder.problem("PRESS002", message, node.where, _BLEED_HINT)
    return Bleed(found)


def decode_total_ink(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - a TotalInk or MISSING
    """Return the limit of ink that `node` says in percent, its sign left out or not."""
    words = node.text.strip() if isinstance(node, Scalar) else ""
    try:
        found = number(words.removesuffix("%").rstrip())
    except ValueError:
        found = 0.0
    if not LEAST_INK <= found <= MOST_INK:
        what = shown(words) if words else "nothing"
        message = f"`{name}` cannot be {what}: it is a share from {LEAST_INK} to {MOST_INK} percent"
        return decoder.problem("PRESS003", message, node.where, _INK_HINT)
    return TotalInk(found, node.where)
