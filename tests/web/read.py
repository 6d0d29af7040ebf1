"""A page as it is read: the words of its elements."""

from __future__ import annotations

from lxml import html


class Read:
    """A page, parsed."""

    def __init__(self, text: str) -> None:
        self.tree = html.document_fromstring(text)

    def all(self, name: str) -> list[str]:
        """The words of all elements of a name, white space as one blank."""
        return [" ".join(one.text_content().split()) for one in self.tree.iter(name)]

    def count(self, name: str) -> int:
        """How many elements of a name there are."""
        return len(list(self.tree.iter(name)))

    def attributes(self, name: str, attribute: str) -> list[str]:
        """What the elements of a name have for an attribute, where they have it."""
        return [one.get(attribute) for one in self.tree.iter(name) if one.get(attribute) is not None]

    @property
    def levels(self) -> list[int]:
        """The levels of its headings, in order."""
        names = ("h1", "h2", "h3", "h4", "h5", "h6")
        return [int(one.tag[1]) for one in self.tree.iter(*names)]
