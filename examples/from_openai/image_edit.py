import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    with open("square.png", "rb") as image, open("mask.png", "rb") as mask:
        response = client.images.edit(
            model="dall-e-2", image=image, mask=mask, prompt="Add a hat", n=2, size="1024x1024"
        )
    print(len(response.data))
except openai.InternalServerError as error:
    print("not available:", error.status_code)
