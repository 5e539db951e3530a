import asyncio

from ezlink import AsyncEZLink


async def ask(client: AsyncEZLink, question: str) -> str:
    reply = await client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content or ""


async def main() -> None:
    async with AsyncEZLink() as client:
        for answer in await asyncio.gather(*(ask(client, f"Hello, number {n}!") for n in range(3))):
            print(answer)

        stream = await client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True
        )
        async for text in stream.text():
            print(text, end="", flush=True)
        print()


asyncio.run(main())
