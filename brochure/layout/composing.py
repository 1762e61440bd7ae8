"""Blocks → strips, each laid out once a process as long as nothing that it depends on changes.

A program that builds again and again (a live page, a thousand clinics) sets only what differs, and
strips that stay the same objects are painted once, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from msgspec.structs import replace

from brochure.blocks.shown import shown
from brochure.folds import PanelRole
from brochure.frame import Element, Role
from brochure.typography import StandingType, direction_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brochure.blocks import Block
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip
    from brochure.editions import Edition
    from brochure.fields import FileName, Href
    from brochure.images import Library
    from brochure.model import Brochure
    from brochure.themes import Theme

_MOST = 2048  # blocks and the like kept: some fifty brochures' worth

_T = TypeVar("_T")
_kept: dict[tuple[object, ...], tuple[Theme, object, dict[FileName, str]]] = {}


def codes(brochure: Brochure, edition: Edition) -> frozenset[Href]:
    """Return the addresses that QR codes of the brochure lead to, where `edition` shows them."""
    roles: tuple[PanelRole, ...] = get_args(PanelRole)
    leads = (
        block.code_to(brochure.clinic) for role in roles for block in shown(brochure, role, edition)
    )
    return frozenset(href for href in leads if href)


def shelf(brochure: Brochure, edition: Edition, pictures: Library) -> StandingType:
    """Return the standing type of a brochure's file, as an edition sets it."""
    file = Path(brochure.source.name).absolute()
    return StandingType(pictures.cache, f"{file} {edition.on_paper} {edition.body:g}")


def composed(blocks: Iterable[Block], setting: Setting) -> list[Strip]:
    """Return the strips of `blocks` in `setting`, one after another."""
    return [strip for at, block in enumerate(blocks) for strip in _strips_of(block, at, setting)]


def _strips_of(block: Block, at: int, setting: Setting) -> list[Strip]:
    """Return the strips of the block that comes at place `at` among its neighbors.

    The place tells apart two blocks that are alike: to a reader they are two.
    """
    return kept(lambda: _set(block, setting), setting, at, block)


def _set(block: Block, setting: Setting) -> list[Strip]:
    """Return the strips of `block`; one in a language of its own is a part that says so."""
    if block.language is None:
        return block.lay_out(setting)
    language = str(block.language)  # HarfBuzz takes no kind of its own
    part = Element(Role.ASIDE, language=language)
    strips = block.lay_out(replace(setting, language=language, direction=direction_of(language)))
    return [replace(strip, path=(part, *strip.path)) for strip in strips]


def kept(made: Callable[[], _T], setting: Setting, *parts: object) -> _T:
    """Return what `made` makes of `parts` in `setting`, the same as long as they stay the same.

    So must the pictures that it opens; what met with problems is made anew.
    """
    theme, pictures = setting.theme, setting.pictures
    # Themes are large and loaded once, so they are told apart by identity.
    key = (*parts, setting.key, id(theme), pictures.folder)
    before = _kept.get(key)
    if before and all(pictures.digest(file) == digest for file, digest in before[2].items()):
        return cast("_T", before[1])
    problems, opened = len(setting.problems), len(pictures.opened)
    found = made()
    if len(setting.problems) == problems:
        digests = {file: pictures.digest(file) for file in pictures.opened[opened:]}
        if len(_kept) >= _MOST:
            _kept.clear()
        _kept[key] = (theme, found, digests)
    return found
