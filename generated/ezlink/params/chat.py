# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
# pyright: reportDeprecated=false
"""Chat: parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from ..models.chat import ChatCompletionMessage, ChatCompletionMessageToolCall, FunctionCall
from ..runtime.deprecation import deprecated
from ..runtime.operation.operation import Options


class CreateChatCompletion(Options, total=False):
    """The parameters of `create_chat_completion`.

    A conversation, and how to continue it.

    (创建聊天补全, api-205931265)
    """

    messages: Required[Sequence[ChatCompletionMessageParam]]
    """Messages of the conversation so far, oldest first. At least 1 item."""
    model: Required[ChatModel]
    """Id of the model, of any vendor that the gateway serves; `GET /v1/models` lists them."""
    frequency_penalty: float | None
    """From -2 to 2. Positive values penalize a token for each time it has been used already. 0.1 to 1 has a slight
    effect, above that quality drops, and negative values encourage repetition. Default: `0`.
    """
    logit_bias: Mapping[str, int] | None
    """Bias to add to the likelihood of tokens, by token id as a string: -100 forbids a token, 100 practically forces
    it.
    """
    logprobs: bool | None
    """Return the log probability of each output token. Default: `False`."""
    top_logprobs: int | None
    """Number of most likely alternatives to return for each token, 0 to 20. Requires `logprobs`."""
    max_tokens: int | None
    """Maximum number of output tokens; o1 models reject it. Replaced by `max_completion_tokens`. From 0 to
    1073741824. Deprecated.
    """
    max_completion_tokens: int | None
    """Maximum number of output tokens, including those of hidden reasoning."""
    n: int | None
    """Number of choices to generate, 1 to 128. You pay for the tokens of each. Default: `1`."""
    presence_penalty: float | None
    """From -2 to 2. Positive values penalize tokens that have been used at all, which encourages new topics.
    Default: `0`.
    """
    response_format: ResponseFormatTextParam | ResponseFormatJSONObjectParam | ResponseFormatJSONSchemaParam
    """Format of the output: free text, any JSON object, or JSON that follows a schema. JSON arrives as a string in
    `content`, and is cut off if the output is.
    """
    seed: int | None
    """Request the same output for the same request, on a best-effort basis. `system_fingerprint` tells when the
    vendor's system has changed.
    """
    service_tier: Literal["auto", "default"] | None
    """Service tier of the vendor; the vendor decides by default."""
    stop: str | Sequence[str] | None
    """Up to four sequences at which generation stops. The sequence itself is not returned."""
    stream_options: ChatCompletionStreamOptionsParam | None
    """Options of the stream. Only with `stream`."""
    temperature: float | None
    """Sampling temperature, 0 to 2: 0.2 makes the output focused, 0.8 varied. Change this or `top_p`, not both.
    Default: `1`.
    """
    top_p: float | None
    """Nucleus sampling, 0 to 1: consider only the most likely tokens whose probabilities add up to this. Default:
    `1`.
    """
    tools: Sequence[ChatCompletionToolParam]
    """Tools that the model may call, at most 128."""
    tool_choice: ChatCompletionToolChoiceOptionParam
    """Control over tool calls: `none` forbids them, `auto` leaves them to the model, `required` demands one, a name
    demands that one. The default is `none` without tools and `auto` with tools.
    """
    parallel_tool_calls: bool
    """Allow several tool calls in one message. Default: `True`."""
    user: str
    """Your id of the end user, which helps the vendor to trace abuse."""
    function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam
    """Legacy form of `tool_choice`. Deprecated."""
    functions: Sequence[ChatCompletionFunctionParam]
    """Legacy form of `tools`. From 1 to 128 items. Deprecated."""


class ChatCompletionSystemMessageParam(TypedDict, total=False):
    """Instructions for the whole conversation.

    (创建聊天补全, api-205931265)
    """

    content: Required[str | Sequence[ChatCompletionContentPartTextParam]]
    """The instructions, as text or in parts."""
    role: Required[Literal["system"]]
    """Always `system`."""
    name: str
    """Name that distinguishes participants of the same role."""


class ChatCompletionUserMessageParam(TypedDict, total=False):
    """A message of the user.

    (创建聊天补全, api-205931265)
    """

    content: Required[str | Sequence[ChatCompletionContentPartParam]]
    """Text, or parts of text and images."""
    role: Required[Literal["user"]]
    """Always `user`."""
    name: str
    """Name that distinguishes participants of the same role."""


class ChatCompletionAssistantMessageParam(TypedDict, total=False):
    """An earlier message of the model. A message from a response can be passed as it is. It needs `content` unless
    it asks for calls.

    (创建聊天补全, api-205931265)
    """

    content: str | Sequence[ChatCompletionAssistantContentPartParam] | None
    """The text, whole or in parts: several texts, or exactly one refusal."""
    refusal: str | None
    """Text with which the model refused."""
    role: Required[Literal["assistant"]]
    """Always `assistant`."""
    name: str
    """Name that distinguishes participants of the same role."""
    tool_calls: Sequence[ChatCompletionMessageToolCallParam | ChatCompletionMessageToolCall]
    """Calls that the message asked for. Each needs a message of the role `tool` after it."""
    function_call: ChatCompletionFunctionCallParam | FunctionCall | None
    """Legacy form of `tool_calls`. Deprecated."""


class ChatCompletionToolMessageParam(TypedDict):
    """Result of a tool call.

    (创建聊天补全, api-205931265)
    """

    role: Literal["tool"]
    """Always `tool`."""
    content: str | Sequence[ChatCompletionContentPartTextParam]
    """The result, as text or in parts."""
    tool_call_id: str
    """Id of the call that this is the result of."""


@deprecated("ChatCompletionFunctionMessageParam is deprecated: Legacy form of a tool message.")
class ChatCompletionFunctionMessageParam(TypedDict):
    """Result of a function call. Legacy form of a tool message. Deprecated.

    (创建聊天补全, api-205931265)
    """

    role: Literal["function"]
    """Always `function`."""
    content: str | None
    """The result."""
    name: str
    """Name of the function."""


ChatCompletionMessageParam: TypeAlias = (
    ChatCompletionSystemMessageParam
    | ChatCompletionUserMessageParam
    | ChatCompletionAssistantMessageParam
    | ChatCompletionMessage
    | ChatCompletionToolMessageParam
    | ChatCompletionFunctionMessageParam
)
"""One message of a conversation; `role` tells who wrote it.

(创建聊天补全, api-205931265)
"""


class ChatCompletionContentPartTextParam(TypedDict):
    """A text.

    (创建聊天补全, api-205931265)
    """

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text itself."""


class ChatCompletionContentPartImageParam(TypedDict):
    """An image, for models with vision.

    (创建聊天补全, api-205931265)
    """

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageURLParam
    """The image."""


ChatCompletionContentPartParam: TypeAlias = ChatCompletionContentPartTextParam | ChatCompletionContentPartImageParam
"""A part of a user's message, a text or an image; `type` says which.

(创建聊天补全, api-205931265)
"""


class ImageURLParam(TypedDict, total=False):
    """Location of an image, and the detail in which to process it.

    (创建聊天补全, api-205931265)
    """

    url: Required[str]
    """URL that the vendor can fetch, or the image itself as `data:image/png;base64,…`."""
    detail: Literal["auto", "low", "high"]
    """Detail in which to process the image. `low` costs least, `high` recognizes small details. Default: `'auto'`."""


class ChatCompletionContentPartRefusalParam(TypedDict):
    """A refusal.

    (创建聊天补全, api-205931265)
    """

    type: Literal["refusal"]
    """Always `refusal`."""
    refusal: str
    """Text of the refusal."""


ChatCompletionAssistantContentPartParam: TypeAlias = (
    ChatCompletionContentPartTextParam | ChatCompletionContentPartRefusalParam
)
"""A part of an assistant's message, a text or a refusal; `type` says which.

(创建聊天补全, api-205931265)
"""


class ChatCompletionMessageToolCallParam(TypedDict):
    """A call that an earlier message asked for.

    (创建聊天补全, api-205931265)
    """

    id: str
    """Id of the call."""
    type: Literal["function"]
    """Always `function`."""
    function: ChatCompletionFunctionCallParam | FunctionCall
    """The function and its arguments."""


class ChatCompletionFunctionCallParam(TypedDict):
    """A requested function and its arguments.

    (创建聊天补全, api-205931265)
    """

    arguments: str
    """Arguments as JSON text, exactly as the model wrote it."""
    name: str
    """Name of the function."""


ChatModel: TypeAlias = (
    Literal[
        "o1-preview",
        "o1-preview-2024-09-12",
        "o1-mini",
        "o1-mini-2024-09-12",
        "gpt-4o",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-05-13",
        "chatgpt-4o-latest",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4-turbo",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-0125-preview",
        "gpt-4-turbo-preview",
        "gpt-4-1106-preview",
        "gpt-4-vision-preview",
        "gpt-4",
        "gpt-4-0314",
        "gpt-4-0613",
        "gpt-4-32k",
        "gpt-4-32k-0314",
        "gpt-4-32k-0613",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-16k",
        "gpt-3.5-turbo-0301",
        "gpt-3.5-turbo-0613",
        "gpt-3.5-turbo-1106",
        "gpt-3.5-turbo-0125",
        "gpt-3.5-turbo-16k-0613",
    ]
    | str
)
"""A chat model. The list is from September 2024; any other id is sent too.

(创建聊天补全, api-205931265)
"""


class ResponseFormatTextParam(TypedDict):
    """Free text, the default.

    (创建聊天补全, api-205931265)
    """

    type: Literal["text"]
    """Always `text`."""


class ResponseFormatJSONObjectParam(TypedDict):
    """Any JSON object. The conversation itself must ask for JSON as well.

    (创建聊天补全, api-205931265)
    """

    type: Literal["json_object"]
    """Always `json_object`."""


class ResponseFormatJSONSchemaParam(TypedDict):
    """JSON that follows a schema.

    (创建聊天补全, api-205931265)
    """

    type: Literal["json_schema"]
    """Always `json_schema`."""
    json_schema: JSONSchemaParam
    """The schema, with its name."""


class JSONSchemaParam(TypedDict, total=False):
    """A schema for the output.

    (创建聊天补全, api-205931265)
    """

    description: str
    """Description of the format, which the model reads."""
    name: Required[str]
    """Name of the format: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    schema: Mapping[str, object]
    """The JSON Schema itself."""
    strict: bool | None
    """Enforce that the output follows the schema exactly. Default: `False`."""


class ChatCompletionStreamOptionsParam(TypedDict, total=False):
    """Options of a stream.

    (创建聊天补全, api-205931265)
    """

    include_usage: bool
    """Send one more event before the end, with no choices and the usage of the whole request. `usage` is then null
    in the events before it.
    """


class ChatCompletionToolParam(TypedDict):
    """A tool that the model may call. Functions are the only kind.

    (创建聊天补全, api-205931265)
    """

    type: Literal["function"]
    """Always `function`."""
    function: FunctionDefinitionParam
    """The function."""


class FunctionDefinitionParam(TypedDict, total=False):
    """A function, as described to the model.

    (创建聊天补全, api-205931265)
    """

    description: str
    """Description of the function, by which the model decides when to call it."""
    name: Required[str]
    """Name of the function: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    parameters: FunctionParameters
    """Parameters of the function; none if omitted."""
    strict: bool | None
    """Enforce that the arguments follow the schema exactly. Default: `False`."""


FunctionParameters: TypeAlias = Mapping[str, object]
"""Parameters as a JSON Schema object; none if omitted.

(创建聊天补全, api-205931265)
"""


class ChatCompletionNamedToolChoiceParam(TypedDict):
    """Demands a call of one function.

    (创建聊天补全, api-205931265)
    """

    type: Literal["function"]
    """Always `function`."""
    function: ChatCompletionFunctionCallOptionParam
    """The function."""


ChatCompletionToolChoiceOptionParam: TypeAlias = (
    Literal["none", "auto", "required"] | ChatCompletionNamedToolChoiceParam
)
"""A rule for the choice of tools, or the one tool to call.

(创建聊天补全, api-205931265)
"""


class ChatCompletionFunctionCallOptionParam(TypedDict):
    """The function to call.

    (创建聊天补全, api-205931265)
    """

    name: str
    """Name of the function."""


@deprecated("ChatCompletionFunctionParam is deprecated: Legacy form of a tool.")
class ChatCompletionFunctionParam(TypedDict, total=False):
    """A function that the model may call. Legacy form of a tool. Deprecated.

    (创建聊天补全, api-205931265)
    """

    description: str
    """Description of the function, by which the model decides when to call it."""
    name: Required[str]
    """Name of the function: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    parameters: FunctionParameters
    """Parameters of the function; none if omitted."""
