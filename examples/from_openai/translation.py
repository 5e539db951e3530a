from openai import OpenAI

client = OpenAI()

with open("speech.wav", "rb") as audio_file:
    print(client.audio.translations.create(model="whisper-1", file=audio_file).text)
