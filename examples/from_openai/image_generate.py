from openai import OpenAI

client = OpenAI()

response = client.images.generate(model="dall-e-3", prompt="A cute baby sea otter", n=1, size="1024x1024")
print(response.created, response.data[0].url.startswith("http"), response.data[0].revised_prompt)
