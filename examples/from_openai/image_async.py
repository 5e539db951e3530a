import asyncio

from openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI() as client:
        image = (await client.images.generate(model="dall-e-3", prompt="A cute baby sea otter")).data[0]
    print(image.revised_prompt)


asyncio.run(main())
