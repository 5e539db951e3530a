import json

from openai import OpenAI

client = OpenAI()
registry = {"get_current_weather": lambda location, unit="celsius": f"11 degrees {unit} in {location}"}

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[
        {
            "type": "function",
            "function": {
                "name": name,
                "parameters": {"type": "object", "properties": {"location": {"type": "string"}}},
            },
        }
        for name in registry
    ],
)
for call in completion.choices[0].message.tool_calls:
    print(registry[call.function.name](**json.loads(call.function.arguments)))
