from openai import OpenAI

client = OpenAI()

print(client.get("/models/gpt-4o", cast_to=object)["owned_by"])
