from openai import OpenAI

client = OpenAI()

message = (
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]).choices[0].message
)
fields = dict(message)
print(fields["role"], fields["content"])
