from openai import OpenAI

client = OpenAI()

messages = [{"role": "user", "content": "Weather in Paris?"}]
tool = {"type": "function", "function": {"name": "get_current_weather", "parameters": {"type": "object"}}}
message = client.chat.completions.create(model="gpt-4o", messages=messages, tools=[tool]).choices[0].message
messages.append(
    {
        "role": message.role,
        "content": message.content,
        "tool_calls": [call.model_dump() for call in message.tool_calls],
    }
)
messages.append({"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "11"})
print(client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content)
