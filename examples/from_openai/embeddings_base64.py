import base64
import struct

from openai import OpenAI

client = OpenAI()

response = client.embeddings.create(
    model="text-embedding-3-small", input=["one", "two", "three"], encoding_format="base64"
)
packed = base64.b64decode(response.data[0].embedding)
print(struct.unpack(f"<{len(packed) // 4}f", packed))
