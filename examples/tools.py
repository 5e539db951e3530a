import json

from ezlink import EZLink
from ezlink.params import ChatCompletionMessageParam, ChatCompletionToolParam

WEATHER: ChatCompletionToolParam = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "The current weather in a place.",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {"type": "string"},
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
            },
            "required": ["location"],
        },
    },
}

client = EZLink()
messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Weather in Paris?"}]

first = client.chat.completions.create(model="gpt-4o", messages=messages, tools=[WEATHER], tool_choice="auto")
message = first.choices[0].message
messages.append(message)  # a response message can be sent back as it is

for call in message.tool_calls or []:
    place = json.loads(call.function.arguments)["location"]
    result = json.dumps({"location": place, "celsius": 11})
    messages.append({"role": "tool", "tool_call_id": call.id, "content": result})

second = client.chat.completions.create(model="gpt-4o", messages=messages, tools=[WEATHER])
print(second.choices[0].message.content)
