"""Class names of schemas, and the style of other names."""

from __future__ import annotations

from ..policy.model import Naming
from ..spec import Document
from ..spec.names import ClassName, unique
from ..spec.pointer import join, mapping

COMPONENTS = "/components/schemas"


class Names:
    """The class name of every named schema. One list for both sides, so that a name means one thing."""

    def __init__(self, document: Document, naming: Naming) -> None:
        self.naming: Naming = naming  # of arguments and of fields
        schemas = mapping(mapping(document.tree.get("components")).get("schemas"))
        wanted = {join(COMPONENTS, name): ClassName.of(name) for name in schemas}
        # A name that is one already is kept, whatever else becomes the same name.
        own = {pointer: name for pointer, name in wanted.items() if pointer == join(COMPONENTS, name)}
        made = {pointer: name for pointer, name in wanted.items() if pointer not in own}
        self.components: dict[str, ClassName] = own | unique(made, own.values())
        self.taken: set[str] = set(self.components.values())

    def claim(self, name: ClassName) -> ClassName:
        """A free name for something that the document does not name, numbered if need be."""
        claimed = unique({"": name}, self.taken)[""]
        self.taken.add(claimed)
        return claimed
