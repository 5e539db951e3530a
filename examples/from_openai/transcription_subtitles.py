from openai import OpenAI

client = OpenAI()

with open("speech.wav", "rb") as audio:
    print(client.audio.transcriptions.create(model="whisper-1", file=audio, response_format="text"), end="")
with open("speech.wav", "rb") as audio:
    result = client.audio.translations.create(model="whisper-1", file=audio, response_format="verbose_json")
for segment in result.segments:
    print(f"{segment.start:.1f} - {segment.end:.1f}: {segment.text.strip()}")
