from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    extra_headers={"X-Trace": "42"},
    extra_query={"trace": "42"},
    extra_body={"top_k": 5, "repetition_penalty": 1.1},
)
print(completion.choices[0].message.content)
