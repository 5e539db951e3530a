from pathlib import Path

from openai import OpenAI

client = OpenAI()

path = Path("speech.mp3")
response = client.audio.speech.create(
    model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog."
)
response.write_to_file(path)
print(path.stat().st_size)
