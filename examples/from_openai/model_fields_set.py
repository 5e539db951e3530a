from openai import OpenAI

client = OpenAI()

message = (
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]).choices[0].message
)
print(message.refusal, "refusal" in message.model_fields_set, "tool_calls" in message.model_fields_set)
