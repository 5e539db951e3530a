from openai import OpenAI

client = OpenAI()

texts = ["one", "two", "three", "four", "five"]
vectors: list[list[float]] = []
for start in range(0, len(texts), 2):
    response = client.embeddings.create(model="text-embedding-3-small", input=texts[start : start + 2])
    for number, item in enumerate(response.data):
        assert number == item.index
    vectors.extend(item.embedding for item in response.data)
print(len(vectors), {len(vector) for vector in vectors})
