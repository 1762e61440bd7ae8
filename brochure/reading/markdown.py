"""Markdown -> spans that know their place in the author's file.

CommonMark by pyromark, whose byte offsets lead every span and every problem back to the line of
the YAML file. Raw HTML is shown as the text it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from brochure.problems import Problem, Where
from brochure.reading.complaints import UNSEEN
from brochure.reading.links import href
from brochure.reading.places import Places
from brochure.richtext import LINE_BREAK, Inline, ListOf, RichText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyromark

    from brochure.fields import Href
    from brochure.reading.nodes import Scalar

_GUARD = "\u00a0"  # before a single line, keeps `1.` and `#` from starting a list or a heading
_SOFT = re.compile(r"(?<! {2})(?<!\\)\n")  # not after two spaces or \, which ask for a line break
_SPECIAL = re.compile(r"""[\\`*_\[\]<>&'"~|\n\r\t\x00-\x1f\x7f-\x9f\ufffe\uffff]|--|\.\.\.|  """)
"""What Markdown, or the check for unseen characters, may take for more than words."""
_REFUSED = {
    "Heading": ("a heading", "use a `heading` block; for the sign itself write \\#"),
    "Image": ("a picture", "use a `picture` or `figure` block"),
    "BlockQuote": ("a quotation", "use a `callout` block"),
    "Table": ("a table", "use a `table` block"),
    "CodeBlock": ("a block of code", "begin each line where the text begins, without ```"),
    "Rule": ("a rule", "use a `spacer` block, or a new block"),
    "List": ("a list inside a list", "keep lists to one level"),
}
_OTHERS = "a text can hold paragraphs, **bold**, *italic*, [links](https://…) and lists"


def rich_text(scalar: Scalar, problems: list[Problem], *, smart: bool = True) -> RichText:
    """Return the paragraphs and lists of `scalar`; what cannot be set is added to `problems`.

    `smart` makes real quotes, apostrophes and dashes of those on the keyboard.
    """
    reader = _Reader(_Offsets(scalar, scalar.text), problems)
    for event, extent in _parser(smart).events_with_range(scalar.text):
        reader.take(event, extent["start"])
    return RichText(tuple(reader.parts), scalar.where)


def inline(scalar: Scalar, problems: list[Problem], *, smart: bool = True) -> Inline:
    """Return `scalar` as one paragraph: a heading, an item, a cell.

    What looks like a list, a heading or a new paragraph is words.
    """
    words = scalar.text.strip()
    if words and not _SPECIAL.search(words):
        lead = len(scalar.text) - len(scalar.text.lstrip())
        return Inline((Span(words, Places(scalar).at(lead)),), scalar.where)
    lead = len(scalar.text) - len(scalar.text.lstrip())
    text = _GUARD + _SOFT.sub(" ", words)
    reader = _Reader(_Offsets(scalar, text, lead - len(_GUARD)), problems)
    for event, extent in _parser(smart).events_with_range(text):
        reader.take(event, extent["start"])
    spans: list[Span] = []
    for part in reader.parts:
        for paragraph in part.items if isinstance(part, ListOf) else (part,):
            if spans:
                spans.append(Span(" ", paragraph.where))
            spans += paragraph.spans
    if spans:
        first = spans[0].text.removeprefix(_GUARD)
        spans[0] = replace(spans[0], text=first, where=reader.places.places.at(lead))
    if "\n" in words:
        spans = _closed_up(spans)
    return Inline(tuple(span for span in spans if span.text), scalar.where)


def characters(scalar: Scalar, *, whole: bool, smart: bool) -> Iterator[tuple[str, int, int]]:
    """Yield each character of the words in `scalar`, and from where to where it is of its text.

    `whole` reads it as `rich_text` does, else as `inline`.
    """
    words = scalar.text.strip()
    text = scalar.text if whole else _GUARD + _SOFT.sub(" ", words)
    shift = 0 if whole else len(scalar.text) - len(scalar.text.lstrip()) - len(_GUARD)
    data = text.encode()
    for event, extent in _parser(smart).events_with_range(text):
        said = _said(event)
        if said is None:
            continue
        written = re.sub(r"[\n\t]", " ", data[extent["start"] : extent["end"]].decode())
        start = len(data[: extent["start"]].decode()) + shift
        at = written.find(said)
        if at < 0 and len(said) != len(written):  # a sign that stands for another, such as &eacute;
            yield from ((character, start, start + len(written)) for character in said)
            continue
        for index, character in enumerate(said, start + max(at, 0)):
            if whole or index > shift:  # else it is the guard
                yield character, index, index + 1


def _said(event: Any) -> str | None:  # noqa: ANN401 - pyromark's loose dicts
    """Return the words that a parser's event brings, None if it brings none."""
    match event:
        case {"Text": str(text)} | {"Code": str(text)}:
            return text.replace("\t", " ")
        case {"Html": str(text)} | {"InlineHtml": str(text)}:
            return text.replace("\n", " ").replace("\t", " ")
        case "SoftBreak":
            return " "
        case "HardBreak":
            return LINE_BREAK
        case _:
            return None


def _closed_up(spans: list[Span]) -> list[Span]:
    """Return `spans` with one space where the ends of lines left several."""
    closed: list[Span] = []
    for span in spans:
        text = re.sub(r" {2,}", " ", span.text)
        if closed and closed[-1].text.endswith((" ", LINE_BREAK)):
            text = text.removeprefix(" ")
        if text:
            closed.append(replace(span, text=text))
    return closed


@cache
def _parser(smart: bool) -> pyromark.Markdown:  # noqa: FBT001 - a private switch, cached by value
    import pyromark  # noqa: PLC0415 - loaded when there is a first text

    options = pyromark.Options.ENABLE_TABLES  # to refuse them
    if smart:
        options |= pyromark.Options.ENABLE_SMART_PUNCTUATION
    return pyromark.Markdown(options=options)


class _Offsets:
    """From byte offsets in a Markdown `text`, which starts `shift` into the scalar's, to places."""

    def __init__(self, scalar: Scalar, text: str, shift: int = 0) -> None:
        self.places = Places(scalar)
        self.data = b"" if text.isascii() else text.encode()
        self.shift = shift
        self.last = (0, 0)  # byte offset and character where the last question was

    def at(self, offset: int) -> Where:
        """Return the place of the character at byte `offset`; offsets that grow cost least."""
        index = offset
        if self.data:
            start, index = self.last if self.last[0] <= offset else (0, 0)
            index += len(self.data[start:offset].decode())
            self.last = (offset, index)
        return self.places.at(max(index + self.shift, 0))


class _Reader(msgspec.Struct):
    """Takes the parser's events and grows paragraphs and lists."""

    places: _Offsets
    problems: list[Problem]
    parts: list[Inline | ListOf] = []
    spans: list[Span] = []
    words: list[str] = []  # of the last span, while it is open
    lists: list[tuple[int | None, list[list[Span]]]] = []
    new_item: bool = False
    bold: int = 0
    italic: int = 0
    brackets: str = ""
    link: Href | None = None

    def take(self, event: Any, offset: int) -> None:  # noqa: ANN401 - pyromark's loose dicts
        """Take one event that starts at byte `offset`."""
        self._watch_for_broken_link(event, offset)
        match event:
            case {"Text": str(text)} | {"Code": str(text)}:
                self._add(text, offset)
            case {"Html": str(text)} | {"InlineHtml": str(text)}:
                self._add(text.replace("\n", " "), offset)
            case "SoftBreak":
                self._add(" ", offset)
            case "HardBreak":
                self._add(LINE_BREAK, offset)
            case {"Start": tag}:
                self._start(tag, offset)
            case {"End": tag}:
                self._end(tag)
            case _:
                self._refuse(str(event), offset)

    def _start(self, tag: Any, offset: int) -> None:  # noqa: ANN401 - see above
        match tag:
            case "Strong":
                self.bold += 1
            case "Emphasis":
                self.italic += 1
            case {"Link": {"link_type": kind, "dest_url": str(address)}}:
                self.link = self._href(f"mailto:{address}" if kind == "Email" else address, offset)
            case {"List": start}:
                self._close()
                if self.lists:
                    self._refuse("List", offset)
                self.lists.append((start, []))
            case "Item":
                self.new_item = True
            case "Paragraph" | "HtmlBlock" | "TableHead" | "TableRow" | "TableCell":
                pass
            case _:
                self._refuse(tag if isinstance(tag, str) else next(iter(tag)), offset)

    def _end(self, tag: Any) -> None:  # noqa: ANN401 - see above
        match tag:
            case "Strong":
                self.bold -= 1
            case "Emphasis":
                self.italic -= 1
            case "Link":
                self.link = None
            case "Image":
                pass
            case {"List": _}:
                start, items = self.lists.pop()
                if items and not self.lists:
                    inner = (Inline(tuple(spans), spans[0].where) for spans in items)
                    self.parts.append(ListOf(tuple(inner), start))
                elif self.lists:
                    self.lists[-1][1].extend(items)
            case _:
                self._close()

    def _add(self, text: str, offset: int) -> None:
        if not text.isprintable():
            text = text.replace("\t", " ")
            if match := UNSEEN.search(text):
                self._refuse(f"the character U+{ord(match[0]):04X}, which cannot be seen", offset)
        last = self.spans[-1] if self.spans else None
        style = (self.bold > 0, self.italic > 0, self.link)
        if last and (last.bold, last.italic, last.href) == style:
            self.words.append(text)
        elif text:
            self._close_span()
            self.spans.append(Span("", self.places.at(offset), *style))
            self.words = [text]

    def _close_span(self) -> None:
        """Give the span that is open its words, joined once: they may be many."""
        if self.spans:
            self.spans[-1] = replace(self.spans[-1], text="".join(self.words))

    def _close(self) -> None:
        """End the paragraph, into the list that is open or the text; one of white alone is none."""
        self._close_span()
        spans = _trimmed(self.spans)
        self.spans = []
        if not spans:
            return
        where = spans[0].where
        if not self.lists:
            self.parts.append(Inline(spans, where))
        elif self.new_item or not self.lists[-1][1]:
            self.lists[-1][1].append(list(spans))
            self.new_item = False
        else:  # the item's second paragraph
            self.lists[-1][1][-1] += [Span(LINE_BREAK, where), *spans]

    def _href(self, address: str, offset: int) -> Href | None:
        try:
            return href(address)
        except ValueError as error:
            hint = "write the whole address: [our site](https://www.example.com)"
            self.problems.append(Problem("LINK001", str(error), self.places.at(offset), hint))
            return None

    def _watch_for_broken_link(self, event: Any, offset: int) -> None:  # noqa: ANN401 - see above
        """Note words in brackets just before a parenthesis: a link's form, but no link to Markdown.

        The parser gives a bracket that belongs to no link as a text of its own, one with a
        backslash before it together with the words that follow.
        """
        match event:
            case {"Text": "[" | "]" as bracket}:
                self.brackets = "[]" if self.brackets + bracket == "[]" else bracket
            case {"Text": str(text)} if text.startswith("(") and self.brackets == "[]":
                message = "this looks like a link, but its address has a space in it, or no end"
                hint = "write [our site](https://www.example.com); for the sign itself write \\["
                self.problems.append(Problem("LINK001", message, self.places.at(offset), hint))
                self.brackets = ""
            case _ if self.brackets != "[":
                self.brackets = ""

    def _refuse(self, what: str, offset: int) -> None:
        named, hint = _REFUSED.get(what, (what, _OTHERS))
        message = f"a text cannot hold {named}"
        self.problems.append(Problem("TEXT001", message, self.places.at(offset), hint))


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Return the paragraph's spans without white at its end."""
    kept = list(spans)
    while kept and not kept[-1].text.strip(" \n"):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \n"))
    return tuple(kept)
