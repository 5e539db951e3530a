import base64
from pathlib import Path

from openai import OpenAI

client = OpenAI()

result = client.images.generate(model="dall-e-2", prompt="A cute baby sea otter", response_format="b64_json")
Path("otter.png").write_bytes(base64.b64decode(result.data[0].b64_json))
print(Path("otter.png").read_bytes()[:4])
