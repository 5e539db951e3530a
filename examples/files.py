import ezlink
from ezlink import EZLink

client = EZLink()
try:
    kept = client.files.create(file="notes.txt", purpose="assistants").file
    print(kept.file_name, kept.bytes, "bytes")
except ezlink.EmptyAnswer as error:  # HTTP 200 with nothing in it
    print(error.message)
