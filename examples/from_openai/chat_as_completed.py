import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        calls = [
            client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
            for _ in range(4)
        ]
        total = 0
        for done in asyncio.as_completed(calls):
            total += (await done).usage.total_tokens
    print(total)


asyncio.run(main())
