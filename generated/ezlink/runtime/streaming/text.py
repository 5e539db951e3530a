"""Find the text in the events of a stream."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..http.json_pointer import is_array, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..operation.stream_spec import TextLocation


# Kept: for each stream it would be fifteen objects that the garbage collector looks at.
@lru_cache(maxsize=64)
def text_reader(location: TextLocation) -> Callable[[Any], str]:
    """Return a function that returns the text of an event, which may be empty."""
    array, condition, path = location

    def read_any(event: Any) -> str:
        items = resolve(event, (array,))
        # An item without its key is the only one: servers that leave the key out send one item.
        chosen = [
            resolve(item, path)
            for item in (items if is_array(items) else ())
            if condition is None or resolve(item, (condition[0],)) in (condition[1], None)
        ]
        return "".join(text for text in chosen if isinstance(text, str))

    # Nearly all events have one item, and all that is looked for in it.
    get_items, get_text = attrgetter(array), attrgetter(".".join(path))
    get_key = attrgetter(condition[0] if condition else array)
    wanted = condition and condition[1]

    def read(event: Any) -> str:
        try:
            (item,) = get_items(event)
            if condition is None or get_key(item) == wanted:
                text = get_text(item)
                return text if text.__class__ is str else ""
        except (AttributeError, TypeError, ValueError):
            pass
        return read_any(event)

    return read
