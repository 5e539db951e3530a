import asyncio

import openai
from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI(max_retries=0) as client:
        results = await asyncio.gather(
            client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]),
            client.chat.completions.create(
                model="gpt-4o", messages=[{"role": "user", "content": "Hello! TRIGGER:429"}]
            ),
            return_exceptions=True,
        )
    print([type(result).__name__ for result in results], isinstance(results[1], openai.RateLimitError))


asyncio.run(main())
