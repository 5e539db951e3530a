import json

from openai import OpenAI
from openai.types.chat import ChatCompletion

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
saved = completion.model_dump_json()
print(isinstance(completion, ChatCompletion), json.loads(saved)["choices"][0]["message"]["content"])
