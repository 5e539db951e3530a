from openai import OpenAI

client = OpenAI()

models = client.models.list()
print(models.object, len(models.data), sorted(model.id for model in models)[:2])
