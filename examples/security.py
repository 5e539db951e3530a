# region limits
import ezlink
from ezlink import EZLink

client = EZLink(max_response_bytes=1_000_000)
small = client.with_options(max_response_bytes=100)
try:
    small.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
except ezlink.UnreadableAnswer as error:
    print(error.outcome, "|", error.message)  # executed | the response is larger than 100 bytes
# endregion
