import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        for text in ("I want to pet them.", "I want to kill them."):
            moderation = asyncio.create_task(client.moderations.create(input=text))
            answer = asyncio.create_task(
                client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
            )
            await asyncio.wait([moderation, answer])
            flagged = moderation.result().results[0].flagged
            print("refused" if flagged else answer.result().choices[0].message.content)


asyncio.run(main())
