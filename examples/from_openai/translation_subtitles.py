from pathlib import Path

from openai import OpenAI

client = OpenAI()

for form in ("srt", "vtt"):
    print(client.audio.translations.create(model="whisper-1", file=Path("speech.wav"), response_format=form))
