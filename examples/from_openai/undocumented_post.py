from openai import OpenAI

client = OpenAI()

answer = client.post(
    "/chat/completions",
    cast_to=object,
    body={"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]},
)
print(answer["choices"][0]["message"]["content"])
