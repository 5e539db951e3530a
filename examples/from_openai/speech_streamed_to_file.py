from pathlib import Path

from openai import OpenAI

client = OpenAI()

with client.audio.speech.with_streaming_response.create(
    model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog."
) as response:
    response.stream_to_file("fox.mp3")
print(Path("fox.mp3").stat().st_size)
