import base64
from pathlib import Path

from openai import OpenAI

client = OpenAI()


def part_of(path: str) -> dict:
    data = base64.b64encode(Path(path).read_bytes()).decode()
    return {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}


question = {"type": "text", "text": "What is different between these images?"}
content = [question, part_of("square.png"), part_of("mask.png")]
completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": content}], max_tokens=300
)
print(completion.choices[0].message.content)
