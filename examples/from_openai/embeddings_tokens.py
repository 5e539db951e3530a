from openai import OpenAI

client = OpenAI()

response = client.embeddings.create(model="text-embedding-3-small", input=[1212, 318, 257])
print(len(response.data), len(response.data[0].embedding))
