import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
transcription = client.audio.transcriptions.create(model="whisper-1", file="speech.wav")  # a path, bytes or open file
print(transcription.text)

# The return type follows response_format: an object, an object with timestamps, or plain text.
timed = client.audio.transcriptions.create(model="whisper-1", file="speech.wav", response_format="verbose_json")
print(timed.duration, "seconds of", timed.language)

subtitles = client.audio.transcriptions.create(model="whisper-1", file="speech.wav", response_format="srt")
print(subtitles.strip())
# endregion
