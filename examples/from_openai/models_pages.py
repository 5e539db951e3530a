from openai import OpenAI

client = OpenAI()

page = client.models.list()
print(page.has_next_page(), len(list(page)), page.next_page_info())
