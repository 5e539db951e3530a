from openai import OpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str
    population: int
    landmarks: list[str]


client = OpenAI()

with client.chat.completions.stream(
    model="gpt-4o", messages=[{"role": "user", "content": "JSON about Paris."}], response_format=City
) as stream:
    for event in stream:
        if event.type == "content.done":
            print(event.parsed)
    print(stream.get_final_completion().choices[0].message.parsed.city)
