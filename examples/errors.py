# region not-found
import ezlink
from ezlink import EZLink

client = EZLink()
try:
    client.models.retrieve("no-such-model")  # the gateway answers HTTP 200 with an error body
except ezlink.NotFoundError as error:
    print(error.code, "|", error.message)
# endregion

# region outcome
try:
    EZLink(base_url="http://127.0.0.1:9").models.list()
except ezlink.APIConnectionError as error:
    print(error.outcome)  # not_sent: nothing left this machine, so a retry costs nothing
# endregion
