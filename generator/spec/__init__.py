"""Read YAML or JSON files into one document that knows the file, line and column of every node.

`read(source)` is the first stage: it bundles every file that the document refers to. It raises one `DiagnosticsError`
with everything that cannot be read. `check` finds out whether the document is valid.
"""

from .document import Document
from .loader import read
from .operations import Content, Operation, Parameter, RequestBody, Response
from .schemas import Schema

__all__ = ["Content", "Document", "Operation", "Parameter", "RequestBody", "Response", "Schema", "read"]
