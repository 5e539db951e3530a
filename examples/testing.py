import ezlink
from ezlink import EZLink, testing

mock = testing.MockTransport()
mock.add("models.retrieve", {"id": "gpt-4o", "object": "model", "created": 0, "owned_by": "tests"})
mock.add("embeddings.create", testing.error(429, "slow down", "rate_limit"), testing.failure("timeout"))

client = EZLink("sk-test", transport=mock, max_retries=0)
assert client.models.retrieve("gpt-4o").owned_by == "tests"
for expected in (ezlink.RateLimitError, ezlink.APITimeoutError):
    try:
        client.embeddings.create(model="m", input="Hello")
    except expected as error:
        print(type(error).__name__, error.outcome)

sent = mock.assert_requested("embeddings.create", times=2, input="Hello")
print(sent.path, sent.json())
