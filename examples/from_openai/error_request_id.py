import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello! TRIGGER:429"}])
except openai.APIStatusError as error:
    print(type(error).__name__, isinstance(error.request_id, str))
