"""Say where elements stand: an element in, its XPath out, in time linear in the page."""

from collections import Counter

from lxml.etree import _Element

__all__ = ["Paths"]


class Paths:
    """The XPaths of one tree's elements, as lxml's `getpath` gives them.

    `getpath` counts an element's brothers each time; here all brothers are counted once.
    """

    def __init__(self) -> None:
        self._known: dict[_Element, str] = {}

    def of(self, element: _Element) -> str:
        """Return the XPath of `element`."""
        if element not in self._known:
            parent = element.getparent()
            if parent is None:
                self._known[element] = f"/{element.tag}"
            else:
                self._number(parent, self.of(parent))
        return self._known[element]

    def _number(self, parent: _Element, path: str) -> None:
        """Note the paths of all children: a number only where brothers have the same name."""
        children = [child for child in parent if isinstance(child.tag, str)]
        same = Counter(child.tag for child in children)
        seen: Counter[str] = Counter()
        for child in children:
            tag = str(child.tag)
            seen[tag] += 1
            number = f"[{seen[tag]}]" if same[tag] > 1 else ""
            self._known[child] = f"{path}/{tag}{number}"
