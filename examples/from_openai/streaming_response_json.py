from openai import OpenAI

client = OpenAI()

with client.models.with_streaming_response.retrieve("gpt-4o") as response:
    print(response.status_code, response.json()["id"])
with client.models.with_streaming_response.retrieve("gpt-4o") as response:
    print(response.parse().id)
