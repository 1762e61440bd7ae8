"""The words of a content file in the author's order, with those that blocks add of their own.

Read from the YAML itself, by nothing of the program: markers, numbers and capitals are put in here
as the documentation of the blocks has them.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tests.heard import words

_SHORTHANDS = {
    "picture": "file",
    "list": "items",
    "steps": "items",
    "benefits": "items",
    "table": "rows",
    "contact": "qr",
    "qr": "to",
    "share": "networks",
}
_NETWORKS = {"facebook": "Facebook", "x": "X", "linkedin": "LinkedIn", "pinterest": "Pinterest"}
_CODES = {
    "website": "QR code: opens the website of {name}",
    "vcard": "QR code: saves the contact details of {name}",
}


class Copy(NamedTuple):
    """The words of each role; those of the band's captions, which stand one on each inner panel."""

    cover: list[str]
    flap: list[str]
    inside: list[str]
    back: list[str]
    captions: list[list[str]]


def copy_of(tree: dict[str, Any]) -> Copy:
    """Return the words of a parsed content file."""
    parts = {
        role: [part for entry in tree.get(role, ()) for part in _block(entry, tree["clinic"])]
        for role in ("cover", "flap", "inside", "back")
    }
    bands = [entry["band"] for entry in tree.get("inside", ()) if "band" in entry]
    captions = [
        words(" ".join(_item(caption, at)))
        for band in bands
        for at, caption in enumerate(band.get("captions", ()), 1)
    ]
    return Copy(**{role: words(" ".join(said)) for role, said in parts.items()}, captions=captions)


def _block(entry: Any, clinic: dict[str, Any]) -> list[str]:
    """Return what a block says, part by part."""
    name, value = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
    if not isinstance(value, dict):
        value = {_SHORTHANDS.get(name, "text"): value}
    if name in {"contact", "qr", "share"}:
        return _reaching(name, value, clinic)
    if name in {"list", "steps", "benefits", "table"}:
        return _rows(name, value)
    if value.get("decorative") or name == "spacer":
        return []
    label = [plain(value["label"]).upper()] if "label" in value else []
    said = _plain(value, "alt", "title", "caption", "text")
    return [*label, *said, *_numbered(value.get("legend", ()))]


def _rows(name: str, value: dict[str, Any]) -> list[str]:
    """Return the items or the cells of a block that has several alike."""
    match name:
        case "list":
            return [f"\u2022 {plain(item)}" for item in value["items"]]
        case "steps":
            return [part for at, step in enumerate(value["items"], 1) for part in _item(step, at)]
        case "benefits":
            return [part for item in value["items"] for part in _plain(item, "title", "text")]
    rows = [value.get("header", ()), *value["rows"]]
    return [*_plain(value, "caption"), *(plain(cell) for row in rows for cell in row)]


def _reaching(name: str, value: dict[str, Any], clinic: dict[str, Any]) -> list[str]:
    """Return the words of a block that tells how to reach the clinic, or others of it."""
    if name == "share":
        return [_NETWORKS[network] for network in value["networks"]]
    if name == "qr":
        return _code(value.get("to", "website"), clinic, value)
    heads = _plain(clinic, "clinician", "name")
    ways = _plain(clinic, "area", "phone", "website", "email")
    code = _code(value["qr"], clinic, value) if value.get("qr") else []
    return [*heads, *clinic.get("address", ()), *ways, *code]


def _plain(value: dict[str, Any], *keys: str) -> list[str]:
    return [plain(value[key]) for key in keys if value.get(key)]


def _numbered(items: Any) -> list[str]:
    return [f"{at}. {plain(item)}" for at, item in enumerate(items, 1)]


def _item(item: Any, number: int) -> list[str]:
    """Return a step or a caption with the number that it is given."""
    return [
        str(number),
        *_plain({"text": item} if isinstance(item, str) else item, "title", "text"),
    ]


def _code(to: str, clinic: dict[str, Any], value: dict[str, Any]) -> list[str]:
    alt = _CODES.get(to, f"QR code: opens {to}").format(name=clinic["name"])
    return [alt, *_plain(value, "caption")]


def plain(markdown: str) -> str:
    """Return the words of Markdown without its signs: emphasis, links, bullets."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", str(markdown))
    text = re.sub(r"^- ", "\u2022 ", text, flags=re.MULTILINE)
    return text.replace("*", "")
