import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        response = await client.audio.speech.create(
            model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog."
        )
    print(len(response.content))


asyncio.run(main())
