from openai import OpenAI

client = OpenAI()
print(client.models.retrieve("gpt-4o").id)
client.close()
