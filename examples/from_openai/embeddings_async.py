import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        responses = await asyncio.gather(
            *(client.embeddings.create(model="text-embedding-3-small", input=text) for text in ("one", "two"))
        )
    print([len(response.data[0].embedding) for response in responses])


asyncio.run(main())
