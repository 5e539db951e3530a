# Rendered by `make generate` from spec/families/moderations.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Moderations: models of responses."""

from __future__ import annotations

import msgspec

from ..runtime.response.model import ResponseModel


class ModerationCreateResponse(ResponseModel, frozen=True, kw_only=True):
    """The judgements of a request's texts.

    (调节对象, doc-4994295)
    """

    id: str
    """Id of the judgement."""
    model: str
    """The model that judged."""
    results: list[Moderation]
    """One judgement for each text, in the order of the texts."""


class Moderation(ResponseModel, frozen=True, kw_only=True):
    """The judgement of one text.

    (调节对象, doc-4994295)
    """

    flagged: bool
    """True if the text is harmful in any category."""
    categories: ModerationCategories
    """In which categories it is harmful."""
    category_scores: ModerationCategoryScores
    """Scores of the model, by category."""


class ModerationCategories(ResponseModel, frozen=True, kw_only=True):
    """For each category, whether the text is harmful so.

    (调节对象, doc-4994295)
    """

    hate: bool
    """Hate of a group for what its members are, such as their race, gender or religion."""
    hate_threatening: bool = msgspec.field(name="hate/threatening")
    """Such hate with violence or serious harm towards the group."""
    harassment: bool
    """Harassment of anybody."""
    harassment_threatening: bool = msgspec.field(name="harassment/threatening")
    """Harassment with violence or serious harm towards anybody."""
    self_harm: bool = msgspec.field(name="self-harm")
    """Encouragement or depiction of acts against oneself, such as suicide, cutting and eating disorders."""
    self_harm_intent: bool = msgspec.field(name="self-harm/intent")
    """The speaker is doing such acts, or means to."""
    self_harm_instructions: bool = msgspec.field(name="self-harm/instructions")
    """Instructions or advice for such acts, or encouragement to do them."""
    sexual: bool
    """Content meant to arouse, or that advertises sexual services; not education and health."""
    sexual_minors: bool = msgspec.field(name="sexual/minors")
    """Sexual content with a person under 18."""
    violence: bool
    """Death, violence or injury."""
    violence_graphic: bool = msgspec.field(name="violence/graphic")
    """Death, violence or injury in graphic detail."""


class ModerationCategoryScores(ResponseModel, frozen=True, kw_only=True):
    """For each category, how sure the model is, 0 to 1. It is not a probability; compare, and set a limit of your
    own.

    (调节对象, doc-4994295)
    """

    hate: float
    """Score of hate."""
    hate_threatening: float = msgspec.field(name="hate/threatening")
    """Score of hate with threats."""
    harassment: float
    """Score of harassment."""
    harassment_threatening: float = msgspec.field(name="harassment/threatening")
    """Score of harassment with threats."""
    self_harm: float = msgspec.field(name="self-harm")
    """Score of self-harm."""
    self_harm_intent: float = msgspec.field(name="self-harm/intent")
    """Score of the intent of self-harm."""
    self_harm_instructions: float = msgspec.field(name="self-harm/instructions")
    """Score of instructions for self-harm."""
    sexual: float
    """Score of sexual content."""
    sexual_minors: float = msgspec.field(name="sexual/minors")
    """Score of sexual content with minors."""
    violence: float
    """Score of violence."""
    violence_graphic: float = msgspec.field(name="violence/graphic")
    """Score of graphic violence."""
