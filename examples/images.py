from ezlink import EZLink

client = EZLink()
answer = client.images.generate(model="dall-e-3", prompt="A lighthouse in the fog", size="1024x1024")
for number, image in enumerate(answer.data):
    print("saved as", image.save(f"lighthouse-{number}.png"))  # its address is fetched without your key

whole = client.images.generate(model="dall-e-3", prompt="A lighthouse in the fog", response_format="b64_json")
print(len(whole.data[0].bytes()), "bytes")  # the same object, whether an address came or base64
