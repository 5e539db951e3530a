from openai import APIStatusError, OpenAI

client = OpenAI(max_retries=0)

for model in ("no-such-model", "gpt-4o"):
    try:
        completion = client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hello!"}])
        print(model, completion.choices[0].message.content)
        break
    except APIStatusError as error:
        print(model, "is not available:", error.status_code >= 400)
