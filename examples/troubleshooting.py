# region address
import ezlink
from ezlink import EZLink

try:
    EZLink(base_url="https://api.ezlinkai.com/v1/chat/completions")
except ezlink.ConfigurationError as error:
    print(error)  # ... ends with the path of an endpoint, /v1/chat/completions: pass what is before it, ...
# endregion

# region bytes
from base64 import b64encode

picture = b"\x89PNG..."  # the bytes of a file
part = {"type": "image_url", "image_url": {"url": "data:image/png;base64," + b64encode(picture).decode()}}
# endregion
print(part["image_url"])
