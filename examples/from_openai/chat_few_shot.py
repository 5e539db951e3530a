from openai import OpenAI

client = OpenAI()

response = client.chat.completions.create(
    model="gpt-4o",
    messages=[
        {"role": "system", "content": "You translate corporate jargon into plain English."},
        {"role": "system", "name": "example_user", "content": "New synergies will help drive top-line growth."},
        {"role": "system", "name": "example_assistant", "content": "Working well together will increase revenue."},
        {"role": "user", "content": "This late pivot means we don't have time to boil the ocean."},
    ],
    temperature=0,
)
print(response.choices[0].message.content)
