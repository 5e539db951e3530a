from openai import OpenAI

client = OpenAI()

for page in client.models.list().iter_pages():
    print(len(page.data), page.has_next_page())
