from openai import OpenAI

client = OpenAI()

transcript = client.audio.transcriptions.create(
    model="whisper-1",
    file=open("speech.wav", "rb"),  # noqa: SIM115
    response_format="verbose_json",
    timestamp_granularities=["word", "segment"],
)
print(transcript.language, float(transcript.duration), [(word.word, word.start) for word in transcript.words][:2])
print(len(transcript.segments), transcript.segments[0].text.strip())
