import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        response = await client.models.with_raw_response.retrieve("gpt-4o")
        print(response.http_response.status_code, response.parse().id)


asyncio.run(main())
