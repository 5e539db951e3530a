import asyncio

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    completion = await client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "Say this is a test"}]
    )
    print(completion.choices[0].message.role, completion.choices[0].message.content)
    await client.close()


asyncio.run(main())
