from openai import OpenAI

client = OpenAI()

with client.chat.completions.stream(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    stream_options={"include_usage": True},
) as stream:
    stream.until_done()
    completion = stream.get_final_completion()
print(completion.choices[0].message.content, completion.usage.total_tokens)
