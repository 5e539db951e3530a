from ezlink import EZLink, operations

# An operation builds a call and sends nothing: it can be printed, compared, pickled, and sent later by any client.
call = operations.create_chat_completion(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(call)

client = EZLink()
reply = client.send_raw(call)  # .send(call) gives the value alone
print(reply.status, reply.request_id, reply.headers["content-type"])  # and reply.raw, the bytes
print(reply.value.choices[0].message.content)
