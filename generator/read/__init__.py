"""YAML or JSON files to one document that knows the file, line and column of every node.

`read(source)` is the first stage: it bundles every file that the document refers to and raises `Problems`, all of them
at once, if something cannot be read. What the document says is the next stage's business.
"""

from .bundle import read
from .document import Document, Place

__all__ = ["Document", "Place", "read"]
