import openai
from openai import OpenAI

client = OpenAI()

try:
    client.get("/no/such/path", cast_to=object)
except openai.NotFoundError as error:
    print(error.status_code, error.type, sorted(error.body))
