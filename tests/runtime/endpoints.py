"""Operations that tests call: the functions that a rendered package has for that are one line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.runtime.operation.call import Call, build_call
from generator.runtime.operation.operation import Operation


class Endpoint(Operation, frozen=True, kw_only=True, dict=True):
    def __call__(self, params: Mapping[str, Any], /, **path: Any) -> Call[Any, Any]:
        return build_call(self, params, **path)
