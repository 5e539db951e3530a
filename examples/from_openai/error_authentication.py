import openai
from openai import OpenAI

client = OpenAI(api_key="sk-WRONG-KEY")

try:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
except openai.AuthenticationError as error:
    print(error.status_code, error.type, error.param)
    print(error.response.status_code, error.response.headers["content-type"])
