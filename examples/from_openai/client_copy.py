from openai import OpenAI

client = OpenAI()

other = client.copy(api_key="sk-KEY", max_retries=1)
print(other.max_retries, other.base_url == client.base_url, other.models.retrieve("gpt-4o").id)
