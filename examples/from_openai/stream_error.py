from openai import APIError, OpenAI, OpenAIError

client = OpenAI(max_retries=0)

try:
    stream = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:midfail"}], stream=True
    )
    for _ in stream:
        pass
except APIError as error:
    print(isinstance(error, OpenAIError), bool(error.message))
