from openai import OpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str
    population: int
    landmarks: list[str]


client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "JSON about Paris."}],
    response_format={"type": "json_schema", "json_schema": {"name": "city", "schema": City.model_json_schema()}},
)
print(City.model_validate_json(completion.choices[0].message.content))
