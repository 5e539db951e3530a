from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:reasoning"}])
message = completion.choices[0].message
print(message.reasoning_content, message.model_extra)
