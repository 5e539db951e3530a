"""Whether the document says what OpenAPI allows and what we can express: all problems at once.

`check(document)` is the second stage: the document goes through unchanged, or `Problems` is raised.
"""

from __future__ import annotations

from ..problems import Collector, Problems
from ..read import Document
from .divergences import divergences
from .documentation import documentation
from .extensions import extensions
from .media import media
from .models import models
from .operations import operations
from .parameters import parameters
from .parts import parts
from .proof import proof
from .returns import returns
from .schemas import schemas
from .security import security
from .servers import servers
from .streams import streams
from .tasks import tasks
from .unions import unions
from .validity import validity

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
    """The same document. Raises `Problems`."""
    problems = Collector(document)
    for rule in RULES:
        try:
            rule(document, problems)
        except Problems as unreadable:  # a file beside the spec that is not YAML
            problems.problems += unreadable.problems
    problems.raise_any()
    return document
