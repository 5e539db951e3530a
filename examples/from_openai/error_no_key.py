import os

from openai import OpenAI, OpenAIError

for name in ("OPENAI_API_KEY", "EZLINK_API_KEY", "OPENAI_ADMIN_KEY"):
    os.environ.pop(name, None)
try:
    OpenAI()
except OpenAIError as error:
    print("api_key" in str(error))
