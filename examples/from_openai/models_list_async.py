import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        names = [model.id async for model in client.models.list()]
        page = await client.models.list()
    print(len(names), names == [model.id for model in page.data])


asyncio.run(main())
