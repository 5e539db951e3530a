from openai import OpenAI
from openai.types.chat import (
    ChatCompletionMessageParam,
    ChatCompletionSystemMessageParam,
    ChatCompletionToolParam,
    ChatCompletionUserMessageParam,
)

messages: list[ChatCompletionMessageParam] = [
    ChatCompletionSystemMessageParam(role="system", content="Be kind."),
    ChatCompletionUserMessageParam(role="user", content="Weather in Paris?"),
]
tools: list[ChatCompletionToolParam] = [
    {"type": "function", "function": {"name": "get_current_weather", "parameters": {"type": "object"}}}
]
client = OpenAI()
completion = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)
print(completion.choices[0].message.tool_calls[0].function.name)
