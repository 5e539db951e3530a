from openai import OpenAI

client = OpenAI()

response = client.embeddings.create(model="text-embedding-3-small", input="The food was delicious.")
print(response.object, response.model, response.usage.total_tokens)
print(type(response.data[0].embedding).__name__, [round(number, 4) for number in response.data[0].embedding])
