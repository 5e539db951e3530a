import base64
from pathlib import Path

from openai import OpenAI

client = OpenAI()

picture = base64.b64encode(Path("picture.png").read_bytes()).decode("utf-8")
response = client.chat.completions.create(
    model="gpt-4o-mini",
    messages=[
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is in this image?"},
                {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{picture}"}},
            ],
        }
    ],
)
print(response.choices[0].message.content)
