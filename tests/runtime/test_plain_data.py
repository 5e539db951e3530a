"""Descriptions of operations, errors and parameters are shared by all calls: nobody changes them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.config import APIProfile
from generator.runtime.credentials import SecurityScheme
from generator.runtime.encoding.bodies import BodySpec
from generator.runtime.encoding.multipart import FilePart, FormField, Multipart, TextPart, WholeFile
from generator.runtime.operation.call import Call
from generator.runtime.operation.operation import Operation
from generator.runtime.operation.polling_spec import PollingSpec, Progress
from generator.runtime.operation.response_variants import ResponseVariant, ResponseVariants
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from generator.runtime.response.metadata import APIResponse, ResponseInfo

KINDS = [
    *(APIProfile, APIResponse, BodySpec, Call, ErrorCatalog, ErrorCode, ErrorShape, FilePart, FormField, Multipart),
    *(Operation, PollingSpec, Progress, ResponseInfo, ResponseVariant, ResponseVariants, SecurityScheme, TextPart),
    *(WholeFile,),
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_plain_data_cannot_be_changed(kind: Any) -> None:
    assert kind.__struct_config__.frozen
