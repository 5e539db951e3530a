from ezlink import EZLink

client = EZLink()
speech = client.audio.speech.create(model="tts-1", voice="alloy", input="The quick brown fox.")
print("saved as", speech.save("fox.mp3"))  # written while it arrives; a broken download leaves no file

with client.audio.speech.create(model="tts-1", voice="alloy", input="The quick brown fox.") as speech:
    size = 0
    for piece in speech:  # or take the pieces as they come, for a player
        size += len(piece)
print(size, "bytes of", speech.content_type)
