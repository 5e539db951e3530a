from ezlink import EZLink, operations

# An operation builds a call without sending it. A call can be printed, compared, pickled and sent by any client.
call = operations.create_chat_completion(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(call)

client = EZLink()
response = client.send_raw(call)  # client.send(call) returns the value alone
print(response.status, response.request_id, response.headers["content-type"])  # response.raw holds the bytes
print(response.value.choices[0].message.content)
