from openai import OpenAI

client = OpenAI()

with client.audio.speech.with_streaming_response.create(
    model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog."
) as response:
    print(response.headers.get("content-type"), len(response.read()))
