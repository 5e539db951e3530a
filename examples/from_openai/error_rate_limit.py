import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

try:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello! TRIGGER:429"}])
except openai.APIConnectionError as error:
    print("The server could not be reached:", error.__cause__)
except openai.RateLimitError as error:
    print("A 429 status code was received; we should back off a bit.", error.code)
except openai.APIStatusError as error:
    print("Another non-200-range status code was received:", error.status_code, error.response)
