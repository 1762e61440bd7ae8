"""Links whose words hide their address: spelled out on paper, underlined on a screen."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from brochure import build, read
from brochure.editions import EDITIONS, OFFICE, SCREEN
from brochure.fields import Href
from brochure.frame import Group, Role
from brochure.frame import Link as Area
from brochure.images import Library
from brochure.layout import lay_out
from brochure.reading.links import printed_number
from brochure.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from brochure.frame import Item

LONG = "https://www.example.org/patients/skin_care/micro-needling?part=2&view=full"
SHORT = LONG.removeprefix("https://www.")
HEAD = "title: A\nclinic: {name: The Clinic, phone: (210) 879-4809, website: www.example.com}\n"


def content(folder: Path, markdown: str, more: str = "") -> Path:
    """Write a file whose inside is one text, and return its path."""
    path = folder / "content.yaml"
    path.write_text(f"{HEAD}inside:\n  - text: |\n      {markdown}\n{more}", encoding="utf-8")
    return path


def printed(folder: Path, markdown: str, more: str = "", edition: str = "office") -> str:
    """Return the words of the inside as PDFium reads them; lines are joined as they stand."""
    (path,) = build(content(folder, markdown, more), folder, editions=[edition])
    document = pypdfium2.PdfDocument(path)
    page = 1 if edition == "office" else 2
    text = document[page].get_textpage().get_text_range()
    document.close()
    return re.sub(r" ?\r\n", lambda end: " " if end[0].startswith(" ") else "", text).strip()


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        # A web address: no scheme, no www., no slash that is the whole path.
        ("See [our site](https://www.example.org/).", "See our site (example.org)."),
        ("See [this](http://example.org/skin/).", "See this (example.org/skin/)."),
        ("See [this](https://WWW.example.org).", "See this (example.org)."),
        # Mail without its subject, decoded; telephones in the national form.
        ("[Write](mailto:a%2Bb@example.org?subject=Hi) us", "Write (a+b@example.org) us"),
        ("[Call us](tel:+12108794809).", "Call us (210-879-4809)."),
        ("[Call](tel:+18005550199).", "Call (800-555-0199)."),
        ("[Call](tel:+442079460000).", "Call (+44 20 7946 0000)."),
        ("[Call](tel:8005550199;ext=7).", "Call (800-555-0199 ext. 7)."),
        ("[Call](tel:911).", "Call (911)."),
        # Words that say it: nothing is added.
        ("[www.example.org](https://example.org/)", "www.example.org"),
        ("[Example.ORG/Skin](https://www.example.org/skin)", "Example.ORG/Skin"),
        ("[go to https://example.org/.](http://example.org)", "go to https://example.org/."),
        ("[call +1 210 879 4809](tel:+12108794809)", "call +1 210 879 4809"),
        ("[mail A@Example.org](mailto:a@example.org)", "mail A@Example.org"),
        ("[example.**org**](https://example.org)", "example.org"),
        # Words that say another: longer, shorter, or of another host.
        ("[example.org/a](https://example.org)", "example.org/a (example.org)"),
        ("[example.org](https://example.org/a)", "example.org (example.org/a)"),
        ("[myexample.org](https://example.org)", "myexample.org (example.org)"),
        ("[example.org.uk](https://example.org)", "example.org.uk (example.org)"),
        # One link, though its words change their style; two are two.
        ("[our **own** page](https://example.org)", "our own page (example.org)"),
        ("[a](https://a.org) [b](https://b.org)", "a (a.org) b (b.org)"),
        ("[the page ](https://example.org)is new", "the page (example.org) is new"),
    ],
)
def test_what_paper_says_of_a_link(tmp_path: Path, markdown: str, words: str) -> None:
    """The short form of the address in parentheses, where the words do not say it."""
    assert printed(tmp_path, markdown) == words


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("tel:+12108794809", "(210) 879-4809"),
        ("tel:8005550199;phone-context=example.org", "8005550199"),
    ],
)
def test_numbers_without_a_clinics_own_to_go_by(address: str, number: str) -> None:
    """In the form of their own country; without one, as the author wrote them."""
    assert printed_number(Href(address), None) == number


def test_a_screen_adds_nothing(tmp_path: Path) -> None:
    """There it can be clicked."""
    assert printed(tmp_path, "See [our site](https://example.org).", edition="screen").endswith(
        "See our site."
    )


@pytest.mark.parametrize(
    ("address", "block", "added"),
    [
        (LONG, f"qr: '{LONG.removeprefix('https://www.')}'", False),
        (LONG, "qr: https://example.org/another", True),
        ("https://example.org/a", "qr: https://example.org/a", True),  # short enough to type
        ("https://www.example.com", "contact: website", True),
    ],
)
def test_a_code_stands_for_a_long_address_only(
    tmp_path: Path, address: str, block: str, *, added: bool
) -> None:
    """And only one that leads to that very address."""
    said = printed(tmp_path, f"See [our site]({address}).", f"back:\n  - {block}\n")
    short = re.sub(r"https://(www\.)?", "", address)
    assert said == (f"See our site ({short})." if added else "See our site.")


def test_the_contacts_code_stands_for_a_long_site(tmp_path: Path) -> None:
    """A vCard does not: it saves the details, and opens nothing."""
    words = {}
    for code in ("website", "vcard"):
        path = content(tmp_path, f"See [our site]({LONG}).", f"back:\n  - contact: {code}\n")
        path.write_text(path.read_text().replace("www.example.com", LONG))
        words[code] = lines_of(path)
    assert words["website"] == ["See our site."]
    assert "".join(words["vcard"]) == f"See our site ({SHORT})."


def lines_of(path: Path) -> list[str]:
    """Return the printed lines of the inside."""
    (made,) = build(path, path.parent, editions=["office"])
    document = pypdfium2.PdfDocument(made)
    text = document[1].get_textpage().get_text_range()
    document.close()
    return [line.strip() for line in text.split("\r\n")]


def test_a_long_address_breaks_where_it_can_be_read_on(tmp_path: Path) -> None:
    """After a slash or before another sign, without a hyphen; no line ends in a stop."""
    lines = lines_of(content(tmp_path, f"See what is said about it [on their site]({LONG}) now."))
    assert len(lines) > 2
    said = f"See what is said about it on their site ({SHORT}) now."
    assert "".join(lines).replace(" ", "") == said.replace(" ", "")
    inner = [(end, start) for end, start in pairwise(lines) if "(" in end or "/" in end]
    assert inner
    for end, start in inner:
        assert end.endswith("/") or start[0] in ".-?_&=" or end[-1] in "=&"


def test_a_short_address_is_not_broken_to_save_a_line(tmp_path: Path) -> None:
    """It goes to the next line whole."""
    for filler in range(1, 9):
        words = f"{'More ' * filler}at [the site](https://example.org/skin)."
        lines = lines_of(content(tmp_path, words))
        assert any("(example.org/skin)." in line for line in lines)


def test_an_address_in_capitals_keeps_its_letters(tmp_path: Path) -> None:
    """A label is set in capitals; what must be typed as it stands is not."""
    path = tmp_path / "content.yaml"
    path.write_text(
        f'{HEAD}inside:\n  - heading: {{label: "[here](https://example.org/aB)", text: Skin}}\n'
    )
    (made,) = build(path, tmp_path, editions=["office"])
    document = pypdfium2.PdfDocument(made)
    assert "HERE (example.org/aB)" in document[1].get_textpage().get_text_range()
    document.close()


def test_words_and_added_address_can_be_clicked(tmp_path: Path) -> None:
    """In the office's PDF; the parentheses are no part of it."""
    (path,) = build(
        content(tmp_path, "See [our site](https://example.org/skin)."),
        tmp_path,
        editions=["office"],
    )
    with pikepdf.open(path) as pdf:
        found = [(str(a.A.URI), str(a.Contents)) for a in pdf.pages[1].Annots]
    assert found == [
        ("https://example.org/skin", "our site"),
        ("https://example.org/skin", "example.org/skin"),
    ]


def groups(items: Iterable[Item]) -> Iterator[Group]:
    """Yield all groups that are links."""
    for item in items:
        if isinstance(item, Group):
            if item.element and item.element.role is Role.LINK:
                yield item
            yield from groups(item.items)


def links_in(path: Path, edition: str) -> list[Group]:
    """Return the links laid out, line by line."""
    brochure = read(path)
    layout = lay_out(brochure, EDITIONS[edition], Library(brochure.folder))
    return [group for panel in layout.panels for group in groups(panel.frame.items)]


def test_a_link_on_two_lines_is_one_element(tmp_path: Path) -> None:
    """With something to click on each line, and no more than the words take up."""
    path = content(tmp_path, f"Read [{'all that is known ' * 4}today](https://example.org) now.")
    found = links_in(path, SCREEN.name)
    assert len(found) == 2
    assert len({id(group.element) for group in found}) == 1
    for group in found:
        (area,) = [item for item in group.items if isinstance(item, Area)]
        width = sum(item.run.width for item in group.items if hasattr(item, "run"))
        assert area.rect.width <= width
    assert found[0].items[-1].rect.width < sum(
        item.run.width for item in found[0].items if hasattr(item, "run")
    )


def test_only_a_screen_underlines(tmp_path: Path) -> None:
    """A line as wide as what is clicked, in the panel's accent, below the baseline; no words."""
    path = content(tmp_path, "See [our **own** page](https://example.org), and **no** more.")
    (link,) = links_in(path, SCREEN.name)
    rule, *words, area = link.items
    assert isinstance(rule, Group)
    assert rule.element is not None
    assert rule.element.role is Role.ARTIFACT
    (shape,) = rule.items
    assert isinstance(shape, Shape)
    assert isinstance(area, Area)
    assert shape.stroke is not None
    assert shape.stroke.width == 0.6
    assert shape.stroke.color.hex == "#98492f"
    (_, left, y), (_, right, _) = shape.path
    assert (left, right) == pytest.approx((area.rect.x, area.rect.right))
    assert y == pytest.approx(words[0].origin.y + 0.16 * 10.5)
    shapes = [i for group in links_in(path, OFFICE.name) for i in group.items if i is not None]
    assert not any(isinstance(item, Group | Shape) for item in shapes)


def test_the_underline_is_on_the_page(tmp_path: Path) -> None:
    """In pixels: a row in the accent's color under the words, and not beyond them."""
    (path,) = build(
        content(tmp_path, "[nnnnnnnnnn](https://example.org) nnnn"), tmp_path, editions=["screen"]
    )
    document = pypdfium2.PdfDocument(path)
    picture = document[2].render(scale=10).to_pil().convert("RGB")
    document.close()
    found = (clay.start() for clay in re.finditer(b"\x98\x49\x2f", picture.tobytes()))
    pixels = [divmod(at // 3, picture.width) for at in found if at % 3 == 0]
    ys, xs = {y for y, _ in pixels}, {x for _, x in pixels}
    assert len(ys) in {5, 6}  # 0.6 pt
    assert min(xs) == 270  # the column's edge
    assert max(xs) - min(xs) == pytest.approx(10 * 10 * 5.72, abs=6)


def test_a_codes_picture_is_what_is_clicked(tmp_path: Path) -> None:
    """Link > Figure, in a paragraph; a vCard's code opens nothing and is a figure alone."""
    path = tmp_path / "content.yaml"
    path.write_text(f"{HEAD}inside:\n  - qr: website\n  - qr: vcard\n")
    (link,) = links_in(path, SCREEN.name)
    figure, area = link.items
    assert isinstance(figure, Group)
    assert figure.element is not None
    assert figure.element.role is Role.FIGURE
    assert isinstance(area, Area)
    assert area.href == "https://www.example.com"
