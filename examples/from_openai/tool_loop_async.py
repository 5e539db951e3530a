import asyncio
import json

from openai import AsyncOpenAI

tools = [
    {
        "type": "function",
        "function": {
            "name": "get_current_weather",
            "parameters": {"type": "object", "properties": {"location": {"type": "string"}}},
        },
    }
]


async def main() -> None:
    messages = [{"role": "user", "content": "Weather in Paris?"}]
    async with AsyncOpenAI() as client:
        first = await client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)
        messages.append(first.choices[0].message)
        for call in first.choices[0].message.tool_calls:
            place = json.loads(call.function.arguments)["location"]
            messages.append({"role": "tool", "tool_call_id": call.id, "content": f"11 in {place}"})
        second = await client.chat.completions.create(model="gpt-4o", messages=messages)
    print(second.choices[0].message.content)


asyncio.run(main())
