"""Whether the document says what OpenAPI allows and what we can express: all problems at once.

`check(document)` is the second stage: the document goes through unchanged, or `DiagnosticsError` is raised.
"""

from __future__ import annotations

from ..diagnostics import Collector, DiagnosticsError
from ..evidence.divergences import divergences
from ..evidence.documentation import documentation
from ..spec import Document
from .extensions.models import models
from .extensions.names import operations
from .extensions.placement import extensions
from .extensions.proof import proof
from .extensions.returns import returns
from .extensions.streams import streams
from .extensions.tasks import tasks
from .features.media_types import media
from .features.parameters import parameters
from .features.schemas import schemas
from .features.security import security
from .features.servers import servers
from .features.unions import unions
from .features.unsupported import parts
from .openapi.validity import validity

RULES = (
    validity,
    servers,
    operations,
    parameters,
    parts,
    media,
    security,
    schemas,
    unions,
    extensions,
    models,
    proof,
    returns,
    streams,
    tasks,
    documentation,
    divergences,
)


def check(document: Document) -> Document:
    """The same document. Raises `DiagnosticsError`."""
    problems = Collector(document)
    for rule in RULES:
        try:
            rule(document, problems)
        except DiagnosticsError as unreadable:  # a file beside the spec that is not YAML
            problems.problems += unreadable.problems
    problems.raise_any()
    return document
