import asyncio
from pathlib import Path

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        transcript = await client.audio.transcriptions.create(model="whisper-1", file=Path("speech.wav"))
    print(transcript.text)


asyncio.run(main())
