import asyncio

from openai import AsyncOpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str
    population: int


async def main() -> None:
    async with AsyncOpenAI() as client:
        completion = await client.chat.completions.parse(
            model="gpt-4o", messages=[{"role": "user", "content": "JSON about Paris."}], response_format=City
        )
    print(repr(completion.choices[0].message.parsed))


asyncio.run(main())
