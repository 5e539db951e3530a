import openai

client = openai.OpenAI()
print(client.models.retrieve("gpt-4o").id)
