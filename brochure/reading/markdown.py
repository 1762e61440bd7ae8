"""Markdown -> spans that know their place in the author's file.

CommonMark by pyromark, whose byte offsets lead every span and every problem back to the line of
the YAML file. Raw HTML is shown as the text it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from brochure.problems import Problem, Where
from brochure.reading.values import href
from brochure.richtext import LINE_BREAK, Inline, ListOf, RichText, Span

if TYPE_CHECKING:
    import pyromark

    from brochure.fields import Href
    from brochure.reading.nodes import Scalar

_GUARD = "\u00a0"  # before a single line, keeps `1.` and `#` from starting a list or a heading
_REFUSED = {
    "Heading": "a heading inside a text: use a `heading` block",
    "Image": "a picture inside a text: use a `picture` or `figure` block",
    "BlockQuote": "a quotation: use a `callout` block",
    "CodeBlock": "a block of code: words are indented by four spaces or fenced",
    "Rule": "a rule across the text: use a `spacer` block",
}


def rich_text(scalar: Scalar, problems: list[Problem]) -> RichText:
    """Return the paragraphs and lists of `scalar`; what cannot be set is added to `problems`."""
    reader = _Reader(_Places(scalar), problems)
    for event, extent in _parser().events_with_range(scalar.text):
        reader.take(event, extent["start"])
    return RichText(tuple(reader.parts), scalar.where)


def inline(scalar: Scalar, problems: list[Problem]) -> Inline:
    """Return `scalar` as one paragraph: a heading, an item, a cell."""
    words = scalar.text.strip()
    lead = len(scalar.text) - len(scalar.text.lstrip())
    reader = _Reader(_Places(scalar, lead - len(_GUARD)), problems)
    guard = len(_GUARD.encode())
    for event, extent in _parser().events_with_range(_GUARD + words):
        reader.take(event, extent["start"] - guard + len(_GUARD))
    spans: list[Span] = []
    for part in reader.parts:
        inner = part.items if isinstance(part, ListOf) else (part,)
        for paragraph in inner:
            if spans:
                spans.append(Span(" ", paragraph.where))
            spans += paragraph.spans
    if spans:
        first = spans[0]
        text = first.text.removeprefix(_GUARD)
        spans[0] = Span(text, first.where, first.bold, first.italic, first.href)
    return Inline(tuple(span for span in spans if span.text), scalar.where)


@cache
def _parser() -> pyromark.Markdown:
    import pyromark  # noqa: PLC0415 - loaded when there is a first text

    return pyromark.Markdown(options=pyromark.Options.ENABLE_SMART_PUNCTUATION)


class _Places:
    """From byte offsets in a scalar's text to places in the file."""

    def __init__(self, scalar: Scalar, shift: int = 0) -> None:
        self.scalar = scalar
        self.data = scalar.text.encode()
        self.shift = shift

    def at(self, offset: int) -> Where:
        """Return the place of the character at byte `offset`.

        Exact in block scalars and in words on one line; in folded or quoted words that run over
        lines, the start of the scalar.
        """
        before = self.data[: max(offset + self.shift, 0)].decode(errors="ignore")
        where, style = self.scalar.where, self.scalar.style
        if style in {"|", ">"}:
            row = before.count("\n") if style == "|" else 0
            line = where.line + 1 + row
            text = where.source.line(line)
            indent = len(text) - len(text.lstrip())
            column = len(before.rpartition("\n")[2]) if style == "|" else 0
            return Where(where.source, line, indent + column + 1)
        quote = 1 if style else 0
        if where.source.line(where.line)[where.column - 1 + quote :].startswith(before):
            return Where(where.source, where.line, where.column + quote + len(before))
        return Where(where.source, where.line, where.column)


@dataclass
class _Reader:
    """Takes the parser's events and grows paragraphs and lists."""

    places: _Places
    problems: list[Problem]
    parts: list[Inline | ListOf] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    lists: list[tuple[int | None, list[Inline]]] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    link: Href | None = None

    def take(self, event: Any, offset: int) -> None:  # noqa: ANN401 - pyromark's loose dicts
        """Take one event that starts at byte `offset`."""
        match event:
            case (
                {"Text": str(text)}
                | {"Code": str(text)}
                | {"Html": str(text)}
                | {"InlineHtml": str(text)}
            ):
                self._add(text, offset)
            case "SoftBreak":
                self._add(" ", offset)
            case "HardBreak":
                self._add(LINE_BREAK, offset)
            case "Rule":
                self._refuse("Rule", offset)
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
            case {"Link": {"dest_url": str(address)}}:
                self.link = self._href(address, offset)
            case {"List": start}:
                self._close()
                if self.lists:
                    self._refuse("a list inside a list: keep lists to one level", offset)
                self.lists.append((start, []))
            case "Paragraph" | "Item" | "HtmlBlock":
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
            case {"List": _}:
                start, items = self.lists.pop()
                if items and not self.lists:
                    self.parts.append(ListOf(tuple(items), start))
                elif self.lists:
                    self.lists[-1][1].extend(items)
            case _:
                self._close()

    def _add(self, text: str, offset: int) -> None:
        last = self.spans[-1] if self.spans else None
        style = (self.bold > 0, self.italic > 0, self.link)
        if last and (last.bold, last.italic, last.href) == style:
            joined = last.text + text
            self.spans[-1] = Span(joined, last.where, last.bold, last.italic, last.href)
        elif text:
            self.spans.append(Span(text, self.places.at(offset), *style))

    def _close(self) -> None:
        """End the paragraph, into the list that is open or the text."""
        if not self.spans:
            return
        paragraph = Inline(_trimmed(self.spans), self.spans[0].where)
        self.spans = []
        if self.lists:
            self.lists[-1][1].append(paragraph)
        else:
            self.parts.append(paragraph)

    def _href(self, address: str, offset: int) -> Href | None:
        try:
            return href(address)
        except ValueError as error:
            hint = "write the whole address: [our site](https://www.example.com)"
            self.problems.append(Problem("LINK001", str(error), self.places.at(offset), hint))
            return None

    def _refuse(self, what: str, offset: int) -> None:
        message = f"this text holds {_REFUSED.get(what, what)}"
        hint = "a text can hold paragraphs, **bold**, *italic*, [links](https://…) and lists"
        self.problems.append(Problem("TEXT001", message, self.places.at(offset), hint))


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Return the paragraph's spans without white at its end."""
    *rest, last = spans
    text = last.text.rstrip(" \n")
    if not text:
        return tuple(rest)
    return (*rest, Span(text, last.where, last.bold, last.italic, last.href))
