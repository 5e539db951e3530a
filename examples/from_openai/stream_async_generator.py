import asyncio
from collections.abc import AsyncIterator

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def answer(text: str) -> AsyncIterator[str]:
    stream = await client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": text}], stream=True
    )
    async for chunk in stream:
        yield chunk.choices[0].delta.content or ""


async def main() -> None:
    print("".join([piece async for piece in answer("Hello!")]))
    await client.close()


asyncio.run(main())
