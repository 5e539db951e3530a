from ezlink import EZLink

client = EZLink()
heard = client.audio.transcriptions.create(model="whisper-1", file="speech.wav")  # a path, bytes, or an open file
print(heard.text)

# The type of the result follows response_format: an object, one with times, or text.
timed = client.audio.transcriptions.create(model="whisper-1", file="speech.wav", response_format="verbose_json")
print(timed.duration, "seconds of", timed.language)

subtitles = client.audio.transcriptions.create(model="whisper-1", file="speech.wav", response_format="srt")
print(subtitles.strip())
