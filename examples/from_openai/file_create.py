from pathlib import Path

from openai import OpenAI

client = OpenAI()

uploaded = client.files.create(file=Path("notes.txt"), purpose="fine-tune")
print(uploaded.id)
