import openai

openai.api_key = "sk-KEY"

completion = openai.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(completion.choices[0].message.content)
