from openai import OpenAI

client = OpenAI()

response = client.chat.completions.with_raw_response.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]
)
print(response.status_code, response.headers.get("X-Ratelimit-Limit-Requests"), response.headers["content-type"])
completion = response.parse()
print(completion.choices[0].message.content, len(response.content), len(response.text))
