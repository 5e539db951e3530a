from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True)
message = {"role": "", "content": ""}
for chunk in stream:
    delta = chunk.choices[0].delta
    message["role"] = delta.role or message["role"]
    message["content"] += delta.content or ""
    finished = chunk.choices[0].finish_reason
print(message, finished)
