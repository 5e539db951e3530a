import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with (
        AsyncOpenAI() as client,
        await client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True
        ) as stream,
    ):
        pieces = [chunk.choices[0].delta.content or "" async for chunk in stream]
    print("".join(pieces))


asyncio.run(main())
