from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True)
print(stream.response.status_code, stream.response.headers["content-type"])
print(sum(1 for _ in stream), "chunks")
