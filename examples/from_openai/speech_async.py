import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with (
        AsyncOpenAI() as client,
        client.audio.speech.with_streaming_response.create(
            model="tts-1", voice="alloy", input="The quick brown fox jumped over the lazy dog."
        ) as response,
    ):
        total = 0
        async for chunk in response.iter_bytes():
            total += len(chunk)
        print(total)


asyncio.run(main())
