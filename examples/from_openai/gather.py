import asyncio

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def ask(text: str, limit: asyncio.Semaphore) -> str:
    async with limit:
        completion = await client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
    return completion.choices[0].message.content


async def main() -> None:
    limit = asyncio.Semaphore(3)
    answers = await asyncio.gather(*(ask("Hello!", limit) for _ in range(8)))
    print(len(answers), set(answers))
    await client.close()


asyncio.run(main())
