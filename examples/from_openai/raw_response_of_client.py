from openai import OpenAI

client = OpenAI()

response = client.with_raw_response.models.retrieve("gpt-4o")
print(response.status_code, response.parse().owned_by)
