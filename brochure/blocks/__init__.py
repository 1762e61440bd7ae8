"""The blocks an author can write: one file each holds a block's fields and how it is laid out."""

from brochure.blocks.band import Band
from brochure.blocks.benefits import Benefits
from brochure.blocks.block import Block, Part
from brochure.blocks.callout import Callout
from brochure.blocks.contact import Contact
from brochure.blocks.figure import Figure
from brochure.blocks.heading import Heading
from brochure.blocks.listing import List
from brochure.blocks.picture import Picture
from brochure.blocks.qr import QR
from brochure.blocks.share import Share
from brochure.blocks.small_print import SmallPrint
from brochure.blocks.spacer import Spacer
from brochure.blocks.steps import Steps
from brochure.blocks.subtitle import Subtitle
from brochure.blocks.table import Table
from brochure.blocks.text import Text
from brochure.blocks.title import Title

__all__ = ["BLOCKS", "Block", "Part"]

BLOCKS: tuple[tuple[str, type[Block]], ...] = (
    ("title", Title),
    ("subtitle", Subtitle),
    ("heading", Heading),
    ("text", Text),
    ("list", List),
    ("steps", Steps),
    ("benefits", Benefits),
    ("picture", Picture),
    ("figure", Figure),
    ("callout", Callout),
    ("band", Band),
    ("table", Table),
    ("contact", Contact),
    ("qr", QR),
    ("share", Share),
    ("small-print", SmallPrint),
    ("spacer", Spacer),
)
"""Every block by the key that names it in the author's file."""
