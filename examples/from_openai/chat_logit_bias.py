from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], logit_bias={"2435": -100, "640": -100}
)
print(completion.choices[0].message.content)
