import openai
from openai import OpenAI

client = OpenAI()

try:
    client.moderations.create(model="text-moderation-stable", input="")
except openai.BadRequestError as error:
    print(error.status_code, error.code, error.body["message"])
    print(error.response.json()["code"], len(error.response.text), len(error.response.content))
