from ezlink import EZLink

client = EZLink()
result = client.embeddings.create(
    model="text-embedding-3-small",
    input=["one", "two", "three"],
    encoding_format="base64",  # a third of the bytes of JSON numbers, and a tenth of the time to read
)
for item in result.data:
    print(item.index, item.vector[:3].tolist())  # .vector is an array of 32-bit floats, whichever format was asked for
