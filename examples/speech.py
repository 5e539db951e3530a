import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
speech = client.audio.speech.create(model="tts-1", voice="alloy", input="The quick brown fox.")
print("saved as", speech.save("fox.mp3"))  # written as it arrives; an incomplete download leaves no file

with client.audio.speech.create(model="tts-1", voice="alloy", input="The quick brown fox.") as speech:
    size = 0
    for chunk in speech:  # or iterate over the chunks, for example to play them
        size += len(chunk)
print(size, "bytes of", speech.content_type)
# endregion
