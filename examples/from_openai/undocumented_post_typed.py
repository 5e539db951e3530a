from openai import OpenAI
from openai.types.chat import ChatCompletion

client = OpenAI()

answer = client.post(
    "/chat/completions",
    cast_to=ChatCompletion,
    body={"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]},
)
print(answer.choices[0].message.content)
