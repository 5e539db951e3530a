import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    print([file.id for file in client.files.list()])
except openai.APIStatusError as error:
    print(error.status_code, error.code)
