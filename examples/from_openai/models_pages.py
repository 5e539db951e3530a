from openai import OpenAI

client = OpenAI()

page = client.models.list()
while page.has_next_page():
    print("will fetch the next page by", page.next_page_info())
    page = page.get_next_page()
print(len(page.data), page.data[0].object)
