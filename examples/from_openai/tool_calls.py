import json

from openai import OpenAI

client = OpenAI()

tools = [
    {
        "type": "function",
        "function": {
            "name": "get_current_weather",
            "description": "The weather in a place now.",
            "parameters": {
                "type": "object",
                "properties": {"location": {"type": "string"}},
                "required": ["location"],
            },
        },
    }
]
completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Weather in Paris?"}], tools=tools, tool_choice="auto"
)
print(completion.choices[0].finish_reason, completion.choices[0].message.content)
for call in completion.choices[0].message.tool_calls or []:
    print(call.type, call.function.name, json.loads(call.function.arguments))
