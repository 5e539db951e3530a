from openai import OpenAI

client = OpenAI()

images = client.images.generate(model="dall-e-2", prompt="A cute baby sea otter", n=2, size="256x256")
for number, image in enumerate(images.data):
    print(number, image.url is not None, image.b64_json)
