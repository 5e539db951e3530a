import json

from openai import OpenAI

client = OpenAI()


def get_current_weather(location: str, unit: str = "celsius") -> str:
    return json.dumps({"location": location, "temperature": "11", "unit": unit})


tools = [
    {
        "type": "function",
        "function": {
            "name": "get_current_weather",
            "parameters": {
                "type": "object",
                "properties": {"location": {"type": "string"}, "unit": {"type": "string"}},
                "required": ["location"],
            },
        },
    }
]
messages = [{"role": "user", "content": "Weather in Paris?"}]
message = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools).choices[0].message
while message.tool_calls:
    messages.append(message)
    for call in message.tool_calls:
        result = get_current_weather(**json.loads(call.function.arguments))
        messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
    message = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools).choices[0].message
print(message.content)
