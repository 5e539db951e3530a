import ezlink
from ezlink import EZLink

client = EZLink()
try:
    client.models.retrieve("no-such-model")  # the gateway answers this with HTTP 200 and an error inside
except ezlink.NotFoundError as error:
    print(error.code, "|", error.message)

try:
    EZLink(base_url="http://127.0.0.1:9").models.list()
except ezlink.APIConnectionError as error:
    print(error.outcome)  # not_sent: it never left, so sending it again costs nothing
