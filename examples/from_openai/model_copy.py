from openai import OpenAI

client = OpenAI()

message = (
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]).choices[0].message
)
changed = message.model_copy(update={"content": "Good day."})
print(message.content, "/", changed.content, "/", changed.role)
