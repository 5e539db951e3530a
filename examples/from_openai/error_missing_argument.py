from openai import OpenAI

client = OpenAI()

try:
    client.chat.completions.create(model="gpt-4o")
except TypeError as error:
    print("messages" in str(error))
