from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(isinstance(completion._request_id, str))
