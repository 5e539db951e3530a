"""Plain data as YAML."""

from __future__ import annotations

from typing import Any

import yaml


class _Dumper(yaml.CSafeDumper):
    """A dumper that repeats equal nodes instead of writing aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(_: _Dumper, value: str) -> yaml.ScalarNode:
    """Text of several lines as a block."""
    style = "|" if "\n" in value else None
    return yaml.ScalarNode("tag:yaml.org,2002:str", str(value), style=style)


_Dumper.add_multi_representer(str, _text)
_Dumper.add_representer(str, _text)


def yaml_text(value: Any) -> str:
    """YAML in the order of the data, with Chinese as it is."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text
