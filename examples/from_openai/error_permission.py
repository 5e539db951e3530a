import openai
from openai import OpenAI

client = OpenAI(api_key="sk-BANNED-KEY")

try:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
except openai.PermissionDeniedError as error:
    print(error.status_code, isinstance(error, openai.APIStatusError))
