from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    temperature=0.2,
    top_p=0.9,
    presence_penalty=0.5,
    frequency_penalty=0.5,
    max_completion_tokens=64,
    stop=["\n"],
    user="user-1234",
)
choice = completion.choices[0]
print(choice.index, choice.finish_reason, choice.message.content)
