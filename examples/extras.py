import ezlink
from ezlink import EZLink

client = EZLink()
reply = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    extra_body={"repetition_penalty": 1.1},  # what the documentation does not know goes out here
)
print(ezlink.extras(reply))  # and what it does not know comes back here, by JSON pointer
print(ezlink.response_info(reply).headers["x-oneapi-request-id"])
