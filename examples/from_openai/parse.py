from openai import OpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str
    population: int
    landmarks: list[str]


client = OpenAI()

completion = client.chat.completions.parse(
    model="gpt-4o", messages=[{"role": "user", "content": "JSON about Paris."}], response_format=City
)
message = completion.choices[0].message
if message.parsed:
    print(message.parsed.city, message.parsed.population, message.parsed.landmarks)
else:
    print(message.refusal)
