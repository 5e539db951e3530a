import workdir

workdir.enter()

# region example
import ezlink
from ezlink import EZLink

client = EZLink()
try:
    file = client.files.create(file="notes.txt", purpose="assistants").file
    print(file.file_name, file.bytes, "bytes")
except ezlink.EmptyAnswer as error:  # HTTP 200 with an empty body: the file was not stored
    print(error.message)
# endregion
