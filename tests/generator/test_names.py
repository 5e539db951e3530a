"""Names can only be built valid, whatever the text; collisions end the same way in any order."""

from __future__ import annotations

import keyword
import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.spec.names import (
    ClassName,
    ConstantName,
    FieldName,
    FunctionName,
    MethodName,
    ModuleName,
    PyName,
    unique,
    words,
)

KINDS: list[type[PyName]] = [PyName, FieldName, FunctionName, MethodName, ModuleName, ClassName, ConstantName]


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text())
@example(text="ĸ")  # a small letter that has no capital
@example(text="ΐ")  # its capital is spelled otherwise in NFKC
def test_any_text_gives_a_name_that_python_reads_as_it_stands(kind: type[PyName], text: str) -> None:
    name = kind.of(text)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert unicodedata.normalize("NFKC", name) == name
    assert kind(name) == name
    exec(f"{name} = 1", {})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "1a", "a b", "class", "a\n", "a-b", "__init__", "ﬁ", "x;import os"])
def test_nothing_else_can_be_built(kind: type[PyName], text: str) -> None:
    with pytest.raises(ValueError, match="build it with"):
        kind(text)


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        (FunctionName, "createChatCompletion", "create_chat_completion"),
        (FunctionName, "retrieveModel", "retrieve_model"),
        (FunctionName, "getURLFor2x", "get_url_for2x"),
        (FunctionName, "list", "list_"),
        (MethodName, "list", "list"),
        (MethodName, "omit", "omit_"),
        (FieldName, "hate/threatening", "hate_threatening"),
        (FieldName, "self-harm", "self_harm"),
        (FieldName, "finishReason", "finishReason"),
        (FieldName, "from", "from_"),
        (FieldName, "_private", "private"),
        (FieldName, "2fa", "n2fa"),
        (FieldName, "Any", "any"),
        (FieldName, "___", "field"),
        (FieldName, "软\u00ad件", "软件"),
        (FieldName, "a\u202eb", "ab"),
        (ClassName, "chat completion", "ChatCompletion"),
        (ClassName, "ImageURL", "ImageURL"),
        (ClassName, "any", "Any_"),
        (ClassName, "3D", "N3D"),
        (ModuleName, "Chat-Family", "chat_family"),
        (ModuleName, "../../etc/passwd", "etc_passwd"),
        (ModuleName, "con", "con_"),
        (ModuleName, "", "api"),
        (ConstantName, "createChatCompletion", "_CREATE_CHAT_COMPLETION"),
    ],
)
def test_names_in_their_style(kind: type[PyName], text: str, name: str) -> None:
    assert kind.of(text) == name


@pytest.mark.parametrize("kind", [MethodName, ModuleName])
@pytest.mark.parametrize("letter", ["a", "A", "中", "𠮷"])
def test_what_a_file_is_named_after_is_short_enough_for_one(kind: type[PyName], letter: str) -> None:
    name = kind.of(letter * 3_000)
    assert len(f"resume_{name}.py".encode()) <= 255
    assert kind(f"resume_{name}")


def test_words_are_the_same_whatever_writes_them_together() -> None:
    assert [word.lower() for word in words("self-harm/intent")] == ["self", "harm", "intent"]
    assert [word.lower() for word in words("selfHarmIntent")] == ["self", "harm", "intent"]


def test_collisions_end_the_same_way_in_any_order() -> None:
    wanted = {key: FieldName.of(key) for key in ["a b", "a-b", "a_b", "a/b", "a_b_2"]}
    first = unique(wanted, {"x"})
    for seed in range(5):
        items = list(wanted.items())
        random.Random(seed).shuffle(items)
        assert unique(dict(items), {"x"}) == first
    assert len(set(first.values())) == len(wanted)


def test_what_is_taken_is_not_given_again() -> None:
    assert unique({"k": ClassName("Order")}, {"Order", "Order2"}) == {"k": "Order3"}
    assert FieldName("timeout").beside({"timeout"}) == "timeout_"
