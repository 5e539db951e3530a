from openai import OpenAI

client = OpenAI()

for timeout in (5, 5.0, None):
    completion = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], timeout=timeout
    )
    print(completion.id.startswith("chatcmpl-"))
