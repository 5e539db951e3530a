from openai import OpenAI

client = OpenAI()

response = client.embeddings.create(
    model="text-embedding-3-small", input=["one", "two", "three"], encoding_format="float"
)
for item in response.data:
    print(item.index, item.object, len(item.embedding), item.embedding[:2])
