from openai import OpenAI

client = OpenAI()

with client.chat.completions.stream(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[
        {
            "type": "function",
            "function": {
                "name": "get_current_weather",
                "strict": True,
                "parameters": {
                    "type": "object",
                    "properties": {"location": {"type": "string"}},
                    "required": ["location"],
                    "additionalProperties": False,
                },
            },
        }
    ],
) as stream:
    for event in stream:
        if event.type == "tool_calls.function.arguments.done":
            print(event.name, event.index, event.arguments)
