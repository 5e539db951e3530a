import os

from openai import OpenAI

client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"])
print(str(client.base_url).rstrip("/") == os.environ["OPENAI_BASE_URL"])
