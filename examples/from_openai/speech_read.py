from openai import OpenAI

client = OpenAI()

response = client.audio.speech.create(
    model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog.", response_format="wav"
)
sound = response.read()
print(sound[:4], len(sound) == len(response.content))
