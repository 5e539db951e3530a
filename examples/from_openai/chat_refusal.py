from openai import OpenAI

client = OpenAI()

message = (
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:refusal"}])
    .choices[0]
    .message
)
if message.refusal:
    print("refused:", message.refusal)
else:
    print(message.content)
