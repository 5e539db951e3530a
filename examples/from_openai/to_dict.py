import json

from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(completion.to_dict()["usage"]["total_tokens"], json.loads(completion.to_json())["object"])
