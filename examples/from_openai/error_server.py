import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello! TRIGGER:500"}])
except openai.InternalServerError as error:
    print(error.status_code, error.code, error.param, error.type)
