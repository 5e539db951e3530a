import hashlib

from openai import OpenAI

client = OpenAI()

with client.audio.speech.with_streaming_response.create(
    model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog.", response_format="pcm"
) as response:
    digest = hashlib.sha256()
    for chunk in response.iter_bytes(chunk_size=1024):
        digest.update(chunk)
print(digest.hexdigest())
