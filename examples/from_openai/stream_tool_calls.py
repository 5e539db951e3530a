import json

from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[{"type": "function", "function": {"name": "get_current_weather", "parameters": {"type": "object"}}}],
    stream=True,
)
calls = {}
for chunk in stream:
    for piece in chunk.choices[0].delta.tool_calls or []:
        call = calls.setdefault(piece.index, {"id": "", "name": "", "arguments": ""})
        call["id"] += piece.id or ""
        call["name"] += piece.function.name or ""
        call["arguments"] += piece.function.arguments or ""
for call in calls.values():
    print(call["name"], json.loads(call["arguments"]), bool(call["id"]))
