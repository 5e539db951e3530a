"""YAML or JSON files to one document that knows the file, line and column of every node.

`read(source)` is the first stage: it bundles every file that the document refers to. It raises one `DiagnosticsError`
with everything that cannot be read. Whether the document is valid is the next stage's business.
"""

from .document import Document, Place
from .loader import read

__all__ = ["Document", "Place", "read"]
