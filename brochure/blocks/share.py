"""Links that share the clinic's page on social networks; for screens only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace

from brochure.blocks.block import Block
from brochure.fields import Href
from brochure.frame import Element, Role
from brochure.problems import Problem
from brochure.richtext import Inline, Span

if TYPE_CHECKING:
    from brochure.blocks.setting import Setting
    from brochure.blocks.strip import Strip

_NETWORKS: dict[str, tuple[str, str]] = {
    "facebook": ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    "x": ("X", "https://x.com/intent/post?url={url}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "pinterest": ("Pinterest", "https://www.pinterest.com/pin/create/button/?url={url}"),
}


_APART = " " * 5  # an em, which few fonts have as a space of its own


class Share(Block, frozen=True):
    """Links that share a page on social networks; on screens only.

    Attributes:
        networks: The networks, in order.
        url: The page to share; the clinic's website if it is left out.

    """

    SHORTHAND: ClassVar[str] = "networks"

    networks: tuple[Literal["facebook", "x", "linkedin", "pinterest"], ...]
    url: Href | None = None

    def lay_out(self, setting: Setting) -> list[Strip]:
        """Return one line of links, a wide space apart."""
        site = setting.clinic.website
        url = self.url or (site.href if site else None)
        if url is None:
            problem = Problem(
                "SHARE001",
                "there is no page to share",
                self.where,
                "add `website:` to `clinic:`, or `url:` to `share:`",
            )
            setting.problems.append(problem)
            return []
        spans: list[Span] = []
        for network in self.networks:
            name, _ = _NETWORKS[network]
            if spans:
                spans.append(Span(_APART, self.where))
            spans.append(Span(name, self.where, bold=True, href=share_link(network, url)))
        strips = setting.paragraph(
            Inline(tuple(spans), self.where),
            "caption",
            (Element(Role.PARAGRAPH),),
        )
        return [replace(strip, before=setting.theme.grid) for strip in strips]


def share_link(network: str, url: Href) -> Href:
    """Return the address at `network` that shares `url`."""
    from urllib.parse import quote  # noqa: PLC0415 - office and press never share

    return Href(_NETWORKS[network][1].format(url=quote(url, safe="")))
