import io
from pathlib import Path

from openai import OpenAI

client = OpenAI()

buffer = io.BytesIO(Path("speech.mp3").read_bytes())
buffer.name = "speech.mp3"
print(client.audio.transcriptions.create(model="whisper-1", file=buffer, language="en", prompt="A fox.").text)
