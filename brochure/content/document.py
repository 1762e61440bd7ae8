"""The author's file: its keys, and the names that stand for what the program has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brochure.blocks import Block
from brochure.clinic import Clinic
from brochure.content.block_entry import decode_block
from brochure.content.folding import decode_paper
from brochure.content.ignore_entry import Ignores, decode_ignores
from brochure.content.language_entry import decode_language
from brochure.content.press_entry import decode_bleed, decode_profile, decode_total_ink
from brochure.content.review_entry import decode_day
from brochure.fields import Fields, FileName, LanguageTag, Length
from brochure.folds import FOLDS, PAPERS, Fold, Paper
from brochure.press import Bleed, Press, Profile, TotalInk
from brochure.problems import Where
from brochure.reading import Scalar, did_you_mean, shown
from brochure.review import Day, Review
from brochure.themes.changes import ThemeChoice, decode_choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brochure.reading import Decoder, Node


class Document(Fields, frozen=True):
    """A patient brochure: its title, its clinic, how it looks, and its copy by role.

    Attributes:
        title: The brochure's name; the PDF's title and file are named after it.
        clinic: Who the brochure comes from.
        subject: One sentence on what it is about; the PDF's properties show it, no page does.
        keywords: Words by which it is found; the PDF's properties show them, no page does.
        language: The language's tag, such as en-US, es or zh-Hant; phone numbers follow it.
        paper: The sheet, before it is folded: a name, or a size such as 200mm x 200mm.
        fold: How the sheet is folded.
        tuck: How much narrower a panel is that is folded in, such as 1/16 in; thick stock needs
            more.
        theme: How the brochure looks: a theme's name, or its name and what is changed of it.
        press: What the print shop asks for, for the press edition.
        ignore: Findings of `brochure check` that are accepted: each code with the reason, or with
            words that a finding quotes, each with the reason.
        reviewed: Who reviewed the copy, when, and when it is due again; no page shows it.
        claims: A file beside this one with what must not be claimed, in place of the program's
            list.
        cover: Blocks of the front panel.
        flap: Blocks of the panel that is folded in: the second thing that a reader sees.
        inside: Blocks of the inner panels; they flow from one to the next.
        back: Blocks of the back panel.

    """

    where: Where
    title: str
    clinic: Clinic
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en-US"
    paper: Paper = PAPERS[0]
    fold: Fold = FOLDS[0]
    tuck: Length | None = None
    theme: ThemeChoice | None = None
    press: Press | None = None
    ignore: Ignores = Ignores()
    reviewed: Review | None = None
    claims: FileName | None = None
    cover: tuple[Block, ...] = ()
    flap: tuple[Block, ...] = ()
    inside: tuple[Block, ...] = ()
    back: tuple[Block, ...] = ()


def _named(known: Iterable[str], find: Callable[[str], Any]) -> Callable[..., Any]:
    """Return a decoder of a name that stands for one of ours, such as a fold's."""
    names = list(known)

    def decode(decoder: Decoder, node: Node, name: str) -> Any:  # noqa: ANN401 - what is named
        if isinstance(node, Scalar) and node.text.lower() in names:
            return find(node.text.lower())
        words = node.text if isinstance(node, Scalar) else ""
        hint = did_you_mean(words, names)
        message = f"there is no {name} {shown(words)}" if words else f"`{name}` must be a name"
        return decoder.problem("NAME001", message, node.where, hint)

    return decode


_FOLDS = {fold.name: fold for fold in FOLDS}

CUSTOM: dict[Any, Callable[[Decoder, Node, str], Any]] = {
    Block: decode_block,
    Paper: decode_paper,
    Fold: _named(_FOLDS, _FOLDS.__getitem__),
    ThemeChoice: decode_choice,
    Profile: decode_profile,
    Bleed: decode_bleed,
    TotalInk: decode_total_ink,
    Ignores: decode_ignores,
    Day: decode_day,
    LanguageTag: decode_language,
}
"""How the types that only a brochure's file knows are decoded."""
