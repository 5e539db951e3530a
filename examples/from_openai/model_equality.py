from openai import OpenAI

client = OpenAI()

one, other = (client.models.retrieve("gpt-4o") for _ in range(2))
print(one == other, one.id == other.id)
