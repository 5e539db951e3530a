import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with (
        AsyncOpenAI() as client,
        client.chat.completions.stream(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]) as stream,
    ):
        async for event in stream:
            print(event.type)
        completion = await stream.get_final_completion()
        print(completion.choices[0].message.content)


asyncio.run(main())
