from openai import OpenAI

client = OpenAI()

with client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True
) as stream:
    for chunk in stream:
        print(chunk.choices[0].delta.content or chunk.choices[0].finish_reason)
