"""A PDF as somebody reads it, or has it read to them."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


class Paper:
    """What a PDF says, and what it says of itself."""

    def __init__(self, content: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(content))
        self._root = self._reader.root_object
        self.pages = len(self._reader.pages)
        self.text = " ".join(" ".join(page.extract_text() for page in self._reader.pages).split())
        self.title = self._reader.metadata.title if self._reader.metadata else ""
        self.language = str(self._root.get("/Lang", ""))
        self.is_tagged = bool(self._root.get("/MarkInfo", {}).get("/Marked"))
        self.is_accessible = b"<pdfuaid:part>1</pdfuaid:part>" in content

    @property
    def size(self) -> tuple[int, int]:
        """Of the first page, in millimetres."""
        box = self._reader.pages[0].mediabox
        return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)

    @property
    def pictures(self) -> list[str]:
        """What is told of each picture to somebody who cannot see it."""
        return [str(tag.get("/Alt", "")) for tag in self._tags() if tag.get("/S") == "/Figure"]

    @property
    def headings(self) -> int:
        """How many headings there are, the title among them."""
        names = {"/Title", *(f"/H{level}" for level in range(1, 7))}
        return sum(tag.get("/S") in names for tag in self._tags())

    def _tags(self) -> Iterator[Any]:
        yield from _below(self._root["/StructTreeRoot"]["/K"])


def _below(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _below(each)
    elif isinstance(node, dict):
        yield node
        yield from _below(node.get("/K"))
