from openai import OpenAI

client = OpenAI()


def get_embedding(text: str, model: str = "text-embedding-3-small") -> list[float]:
    text = text.replace("\n", " ")
    return client.embeddings.create(input=[text], model=model, dimensions=16).data[0].embedding


print(len(get_embedding("The food was\ndelicious.")))
