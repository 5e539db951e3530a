from openai import OpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str
    landmarks: list[str]


client = OpenAI()

completion = client.beta.chat.completions.parse(
    model="gpt-4o", messages=[{"role": "user", "content": "JSON about Paris."}], response_format=City
)
print(completion.choices[0].message.parsed.landmarks)
