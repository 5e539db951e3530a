import ezlink
from ezlink import EZLink

client = EZLink()
completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
    extra_body={"repetition_penalty": 1.1},  # a parameter that the specification does not have
)
print(ezlink.extras(completion))  # response fields that the specification does not have, by JSON pointer
print(ezlink.response_info(completion).headers["x-oneapi-request-id"])
