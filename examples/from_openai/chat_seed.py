from openai import OpenAI

client = OpenAI()

answers = set()
for _ in range(2):
    completion = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], seed=12345, temperature=0
    )
    answers.add((completion.system_fingerprint, completion.choices[0].message.content))
print(answers)
