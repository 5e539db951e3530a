import asyncio

from ezlink import AsyncEZLink


async def ask(client: AsyncEZLink, question: str) -> str:
    completion = await client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return completion.choices[0].message.content or ""


async def main() -> None:
    async with AsyncEZLink() as client:
        for text in await asyncio.gather(*(ask(client, f"Hello, number {n}!") for n in range(3))):
            print(text)

        stream = await client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True
        )
        async for text in stream.text():
            print(text, end="", flush=True)
        print()


asyncio.run(main())
