import io
from pathlib import Path

from openai import OpenAI

client = OpenAI()

audio = io.BytesIO(Path("speech.wav").read_bytes())
for file in (("audio.wav", audio, "audio/wav"), ("audio.wav", audio.getvalue())):
    print(client.audio.transcriptions.create(model="whisper-1", file=file).text)
