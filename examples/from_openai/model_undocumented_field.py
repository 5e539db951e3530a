from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:reasoning"}])
for number, choice in enumerate(completion.choices):
    thoughts = getattr(choice.message, "reasoning_content", None)
    print(number, thoughts, hasattr(choice.message, "no_such_field"))
