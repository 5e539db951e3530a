from pathlib import Path

import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    client.images.create_variation(model="dall-e-2", image=Path("square.png"), n=1, size="1024x1024")
except openai.APIStatusError as error:
    print(type(error.response.json()).__name__, error.status_code)
