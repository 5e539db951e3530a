from pathlib import Path

from openai import OpenAI

client = OpenAI()

text = client.audio.transcriptions.create(model="whisper-1", file=Path("speech.wav"), response_format="text")
print(text.strip())
