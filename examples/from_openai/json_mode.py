import json

from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "JSON about Paris."}],
    response_format={"type": "json_object"},
)
print(sorted(json.loads(completion.choices[0].message.content)))
