import asyncio

from openai import AsyncOpenAI


async def worker(client: AsyncOpenAI, queue: asyncio.Queue[int], answers: dict[int, str]) -> None:
    while not queue.empty():
        number = queue.get_nowait()
        completion = await client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]
        )
        answers[number] = completion.choices[0].message.content


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    for number in range(6):
        queue.put_nowait(number)
    answers: dict[int, str] = {}
    async with AsyncOpenAI() as client:
        await asyncio.gather(*(worker(client, queue, answers) for _ in range(2)))
    print(sorted(answers), set(answers.values()))


asyncio.run(main())
