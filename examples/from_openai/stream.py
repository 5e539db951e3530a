from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True)
for chunk in stream:
    if chunk.choices and chunk.choices[0].delta.content is not None:
        print(chunk.choices[0].delta.content, end="")
print()
