from openai import OpenAI

client = OpenAI()

with open("notes.txt", "rb") as notes:
    response = client.files.with_raw_response.create(file=notes, purpose="assistants")
print(response.status_code, sorted(response.http_response.json()))
