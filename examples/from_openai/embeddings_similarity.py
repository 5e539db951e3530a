import math

from openai import OpenAI

client = OpenAI()


def cosine(one: list[float], other: list[float]) -> float:
    product = sum(a * b for a, b in zip(one, other, strict=True))
    return product / (math.hypot(*one) * math.hypot(*other))


query, *documents = (
    item.embedding
    for item in client.embeddings.create(model="text-embedding-3-small", input=["one", "two", "three"]).data
)
ranked = sorted(range(len(documents)), key=lambda index: cosine(query, documents[index]), reverse=True)
print(ranked, round(cosine(query, query), 6))
