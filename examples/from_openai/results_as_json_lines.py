import json
from pathlib import Path

from openai import OpenAI

client = OpenAI()

with Path("answers.jsonl").open("w") as lines:
    for number in range(2):
        completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
        lines.write(json.dumps({"number": number, **completion.choices[0].message.to_dict()}, sort_keys=True) + "\n")
print(Path("answers.jsonl").read_text(), end="")
