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

# region retries
once = EZLink(max_retries=0)  # sends each request once; the default is 2 retries
print(once.models.retrieve("gpt-4o", max_retries=5).id)  # one call, another number
try:
    EZLink(base_url="http://127.0.0.1:9", max_retries=1).models.list()
except ezlink.APIConnectionError as error:
    print(error.attempts, error.retryable, error.retry_after)  # 2 True None
# endregion
