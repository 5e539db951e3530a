import json

from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True)
lines = [chunk.model_dump_json(exclude_unset=True) for chunk in stream]
print(len(lines), json.loads(lines[1])["choices"][0]["delta"])
