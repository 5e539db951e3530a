import json

from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris and Beijing? TRIGGER:twocalls"}],
    tools=[
        {
            "type": "function",
            "function": {
                "name": "get_current_weather",
                "parameters": {"type": "object", "properties": {"location": {"type": "string"}}},
            },
        }
    ],
    parallel_tool_calls=True,
)
calls = completion.choices[0].message.tool_calls
print([(call.function.name, json.loads(call.function.arguments)["location"]) for call in calls])
