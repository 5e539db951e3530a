from openai import OpenAI

with OpenAI() as client:
    print(client.models.retrieve("gpt-4o").owned_by)
