from openai import OpenAI

client = OpenAI()

model = client.models.retrieve("gpt-4o")
print(model.id, model.object, model.owned_by, model.created)
