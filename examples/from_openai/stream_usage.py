from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    stream=True,
    stream_options={"include_usage": True},
)
for chunk in stream:
    if chunk.usage is not None:
        print(chunk.choices, chunk.usage.prompt_tokens, chunk.usage.completion_tokens, chunk.usage.total_tokens)
