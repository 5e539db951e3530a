import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
response = client.images.generate(model="dall-e-3", prompt="A lighthouse in the fog", size="1024x1024")
for number, image in enumerate(response.data):
    print("saved as", image.save(f"lighthouse-{number}.png"))  # downloaded without sending your key

response = client.images.generate(model="dall-e-3", prompt="A lighthouse in the fog", response_format="b64_json")
print(len(response.data[0].bytes()), "bytes")  # the same methods work for a URL and for base64
# endregion
