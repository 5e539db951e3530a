from openai import OpenAI

client = OpenAI(api_key="sk-KEY")
print(client.api_key)
