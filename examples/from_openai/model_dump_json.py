import json

from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(completion.choices[0].message.model_dump_json(exclude_none=True))
print(json.loads(completion.model_dump_json(indent=2, exclude_unset=True))["usage"]["total_tokens"])
