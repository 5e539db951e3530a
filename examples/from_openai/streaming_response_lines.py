from openai import OpenAI

client = OpenAI()

with client.chat.completions.with_streaming_response.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]
) as response:
    print(response.headers.get("content-type"))
    print(sum('"content"' in line for line in response.iter_lines()))
