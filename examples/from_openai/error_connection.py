import openai
from openai import OpenAI

client = OpenAI(base_url="http://127.0.0.1:9/v1", max_retries=0)

try:
    client.models.list()
except openai.APIConnectionError as error:
    print("could not be reached:", isinstance(error, openai.APIStatusError), bool(error.message))
