import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        model = await client.models.retrieve("gpt-4o")
    print(model.owned_by)


asyncio.run(main())
