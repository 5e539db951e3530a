# Rendered by `make generate` from spec/families/chat.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""Chat: what goes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from ..models.chat import ChatCompletionMessage, ChatCompletionMessageToolCall, FunctionCall
from ..runtime.operation.operation import Options


class CreateChatCompletion(Options, total=False):
    """The parameters of `create_chat_completion`.

    (创建聊天补全, api-205931265)
    """

    messages: Required[Sequence[ChatCompletionMessageParam]]
    """The conversation so far, oldest message first. At least 1 item."""
    model: Required[ChatModel]
    """Id of the model that answers, of any vendor that the gateway serves; `GET /v1/models` lists them."""
    frequency_penalty: float | None
    """From -2 to 2. Positive values make a token less likely each time it has been used already; 0.1 to 1 is a
    slight effect, above that quality falls, and negative values invite repetition. Default: `0`.
    """
    logit_bias: Mapping[str, int] | None
    """Token ids, written as strings, and what to add to their likelihood: -100 forbids a token, 100 all but enforces
    it.
    """
    logprobs: bool | None
    """Whether each token of the answer comes with its log probability. Default: `False`."""
    top_logprobs: int | None
    """How many of the likeliest alternatives to list for each token, 0 to 20. Needs `logprobs`."""
    max_tokens: int | None
    """The most tokens to write; o1 models refuse it. `max_completion_tokens` is its successor. From 0 to 1073741824.
    Deprecated.
    """
    max_completion_tokens: int | None
    """The most tokens to write, those of hidden reasoning included."""
    n: int | None
    """How many answers to write, 1 to 128. Each costs its tokens. Default: `1`."""
    presence_penalty: float | None
    """From -2 to 2. Positive values make a token less likely once it has been used at all, which invites new topics.
    Default: `0`.
    """
    response_format: ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema
    """The form of the text: free text, any JSON object, or JSON that follows a schema. JSON comes as a string in
    `content`, and may be cut if the answer is.
    """
    seed: int | None
    """Asks for the same answer to the same request, as well as the vendor can. `system_fingerprint` tells when its
    system has changed. From -9223372036854775808 to 9223372036854775807.
    """
    service_tier: Literal["auto", "default"] | None
    """Which of the vendor's service tiers to use; without it the vendor decides."""
    stop: str | Sequence[str] | None
    """Up to four strings at which writing stops. The string itself is not returned."""
    stream_options: ChatCompletionStreamOptionsParam | None
    """What else a stream should tell. Only with `stream`."""
    temperature: float | None
    """How freely to choose among likely tokens, 0 to 2: 0.2 is sober, 0.8 varied. Change this or `top_p`, not both.
    Default: `1`.
    """
    top_p: float | None
    """Choose only among the likeliest tokens whose probabilities add up to this much, 0 to 1. Default: `1`."""
    tools: Sequence[ChatCompletionToolParam]
    """The functions that the model may ask to be called, at most 128."""
    tool_choice: ChatCompletionToolChoiceOptionParam
    """Which tool to call: `none` forbids calls, `auto` leaves it to the model, `required` demands one, a name
    demands that one. Without tools it is `none`, with tools `auto`.
    """
    parallel_tool_calls: bool
    """Whether one answer may ask for several calls at once. Default: `True`."""
    user: str
    """A name of yours for the end user, which helps the vendor to trace abuse."""
    function_call: Literal["none", "auto"] | ChatCompletionFunctionCallOptionParam
    """As `tool_choice`, in the form before tools. Deprecated."""
    functions: Sequence[ChatCompletionFunctionParam]
    """As `tools`, in the form before tools. From 1 to 128 items. Deprecated."""


class ChatCompletionSystemMessageParam(TypedDict, total=False):
    """Instructions that stand above the conversation.

    (创建聊天补全, api-205931265)
    """

    content: Required[str | Sequence[ChatCompletionContentPartTextParam]]
    """The instructions, as one text or in parts."""
    role: Required[Literal["system"]]
    """Always `system`."""
    name: str
    """A name that tells participants of the same role apart."""


class ChatCompletionUserMessageParam(TypedDict, total=False):
    """What the user says or shows.

    (创建聊天补全, api-205931265)
    """

    content: Required[str | Sequence[ChatCompletionContentPartParam]]
    """A text, or texts and pictures."""
    role: Required[Literal["user"]]
    """Always `user`."""
    name: str
    """A name that tells participants of the same role apart."""


class ChatCompletionAssistantMessageParam(TypedDict, total=False):
    """What the model said earlier. A message of an answer can be passed as it came. It needs `content`, unless it
    asks for calls.

    (创建聊天补全, api-205931265)
    """

    content: str | Sequence[ChatCompletionAssistantContentPartParam] | None
    """The text, in one or in parts; several texts, or exactly one refusal."""
    refusal: str | None
    """The words with which the model refused."""
    role: Required[Literal["assistant"]]
    """Always `assistant`."""
    name: str
    """A name that tells participants of the same role apart."""
    tool_calls: Sequence[ChatCompletionMessageToolCallParam | ChatCompletionMessageToolCall]
    """The calls that the message asked for. Each needs a message of the role `tool` after it."""
    function_call: ChatCompletionFunctionCallParam | FunctionCall | None
    """The call that the message asked for, in the form before tools. Deprecated."""


class ChatCompletionToolMessageParam(TypedDict):
    """What a called tool returned.

    (创建聊天补全, api-205931265)
    """

    role: Literal["tool"]
    """Always `tool`."""
    content: str | Sequence[ChatCompletionContentPartTextParam]
    """The result, as one text or in parts."""
    tool_call_id: str
    """Id of the call that this answers."""


class ChatCompletionFunctionMessageParam(TypedDict):
    """What a called function returned, in the form before tools. Deprecated.

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
"""One message of a conversation; `role` says whose it is.

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
    """A picture, for models that can see.

    (创建聊天补全, api-205931265)
    """

    type: Literal["image_url"]
    """Always `image_url`."""
    image_url: ImageURL
    """The picture."""


ChatCompletionContentPartParam: TypeAlias = ChatCompletionContentPartTextParam | ChatCompletionContentPartImageParam
"""A part of a user's message, a text or a picture; `type` says which.

(创建聊天补全, api-205931265)
"""


class ImageURL(TypedDict, total=False):
    """Where a picture is, and how closely to look.

    (创建聊天补全, api-205931265)
    """

    url: Required[str]
    """An address that the vendor can fetch, or the picture itself as `data:image/png;base64,…`."""
    detail: Literal["auto", "low", "high"]
    """How closely to look. `low` costs least, `high` sees small things. Default: `'auto'`."""


class ChatCompletionContentPartRefusalParam(TypedDict):
    """A refusal.

    (创建聊天补全, api-205931265)
    """

    type: Literal["refusal"]
    """Always `refusal`."""
    refusal: str
    """The words of the refusal."""


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
    """The function, and with what."""


class ChatCompletionFunctionCallParam(TypedDict):
    """The function that was asked for, and with what.

    (创建聊天补全, api-205931265)
    """

    arguments: str
    """The arguments as JSON text, as the model wrote it."""
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
"""A model that chats. The list is that of September 2024; any other id is sent as well.

(创建聊天补全, api-205931265)
"""


class ResponseFormatText(TypedDict):
    """Free text, which is also the default.

    (创建聊天补全, api-205931265)
    """

    type: Literal["text"]
    """Always `text`."""


class ResponseFormatJSONObject(TypedDict):
    """Any JSON object. The conversation itself must ask for JSON as well.

    (创建聊天补全, api-205931265)
    """

    type: Literal["json_object"]
    """Always `json_object`."""


class ResponseFormatJSONSchema(TypedDict):
    """JSON that follows a schema.

    (创建聊天补全, api-205931265)
    """

    type: Literal["json_schema"]
    """Always `json_schema`."""
    json_schema: JSONSchema
    """The schema, with its name."""


class JSONSchema(TypedDict, total=False):
    """A schema for the answer.

    (创建聊天补全, api-205931265)
    """

    description: str
    """What the answer is for. The model reads it."""
    name: Required[str]
    """Name of the form: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    schema: Mapping[str, object]
    """The JSON Schema itself."""
    strict: bool | None
    """Whether the answer must follow the schema exactly. Default: `False`."""


class ChatCompletionStreamOptionsParam(TypedDict, total=False):
    """What else a stream should tell.

    (创建聊天补全, api-205931265)
    """

    include_usage: bool
    """Whether one more event comes before the end, with no choices and the usage of the whole request. In the events
    before it `usage` is then null.
    """


class ChatCompletionToolParam(TypedDict):
    """A tool that the model may ask for. Functions are the only kind.

    (创建聊天补全, api-205931265)
    """

    type: Literal["function"]
    """Always `function`."""
    function: FunctionDefinition
    """The function."""


class FunctionDefinition(TypedDict, total=False):
    """A function as the model sees it.

    (创建聊天补全, api-205931265)
    """

    description: str
    """What the function does. The model decides by this when to ask for it."""
    name: Required[str]
    """Name of the function: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    parameters: FunctionParameters
    """What the function takes. Left out, it takes nothing."""
    strict: bool | None
    """Whether the arguments must follow the schema exactly. Default: `False`."""


FunctionParameters: TypeAlias = Mapping[str, object]
"""The arguments as a JSON Schema object. Left out, the function takes none.

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


class ChatCompletionFunctionParam(TypedDict, total=False):
    """A function that the model may ask for, in the form before tools. Deprecated.

    (创建聊天补全, api-205931265)
    """

    description: str
    """What the function does. The model decides by this when to ask for it."""
    name: Required[str]
    """Name of the function: letters, digits, `_` and `-`, at most 64. It matches `^[a-zA-Z0-9_-]+$`."""
    parameters: FunctionParameters
    """What the function takes. Left out, it takes nothing."""
